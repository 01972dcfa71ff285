"""Start an article from one whole text: what each part of it seems to be.

Authors hand in a title, "by Name, Title", opening words, headings that are only short lines, a
list, a closing invitation and, last, the name of whoever puts it up. This module *proposes*
fields; a person confirms them. No word is changed: every word of the text is in exactly one
part of the proposal.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from writing.blocks import Block

TITLE_LENGTH = 160
# Room for a dozen names with their titles; a paragraph that begins with "By …" is a paragraph.
BYLINE_LENGTH = 1000
PARTICLES = {
    "al",
    "bin",
    "da",
    "de",
    "del",
    "den",
    "der",
    "di",
    "du",
    "el",
    "la",
    "le",
    "van",
    "von",
    "y",
}
# What a title has in it and a name has not: "Marriage and Family Therapist" is not a person.
TITLE_WORDS = re.compile(
    r"\b(associate|coach|coordinator|counselor|counsellor|director|doctoral|fellow|founder|intern|"
    r"lead|licensed|manager|nurse|practitioner|psychiatrist|psychologist|psychotherapist|resident|"
    r"student|supervisor|therapist|trainee|worker)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^(?:written\s+)?by[:\s]\s*(?P<authors>\S.*)$", re.IGNORECASE)
BETWEEN_AUTHORS = re.compile(r",?\s+(?:and|&)\s+|,\s+")
QUOTED = re.compile(r"^[“\"«‘'].+[”\"»’']$", re.DOTALL)
INVITATION = re.compile(
    r"\b(get(ting)? started|meet (our|the) (team|therapists|people)|reach out|contact us|"
    r"(book|schedule) an? \w+|click(ing)? (below|here)|write to us|give us a call|"
    r"ready to (start|begin|talk))\b",
    re.IGNORECASE,
)
QUESTION_FIRST = re.compile(r"^(?P<question>[^.?!]{3,110}\?)\s+(?P<rest>\S.*)$", re.DOTALL)


@dataclass
class Author:
    name: str
    title: str = ""

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.name, self.title]))


@dataclass
class Proposal:
    """``body`` is what remains; a heading candidate in it is proposed as a heading."""

    title: str = ""
    authors: list[Author] = field(default_factory=list)
    opening_lines: str = ""
    body: list[Block] = field(default_factory=list)
    cta_heading: str = ""
    cta_text: str = ""
    posted_by: str = ""
    # Which part each block went to, for showing the text as it came: id(block) -> part.
    parts: dict[int, str] = field(default_factory=dict)


def propose(blocks: list[Block], refused: Collection[str] = frozenset()) -> Proposal:
    """A ``Proposal`` for the blocks of one text, taken apart from both ends.

    ``refused`` names parts ("title", "authors", "opening_lines", "cta", "posted_by") that a person
    said no to; their words stay in the body.
    """
    proposal = Proposal()
    rest = [block for block in blocks if block.text or block.kind in {"picture", "divider"}]

    def take(part: str, index: int) -> str:
        block = rest.pop(index)
        if part in refused:
            return ""
        proposal.parts[id(block)] = part
        return block.text

    if rest and is_title(rest[0]):
        proposal.title = take("title", 0)
    if rest and (byline := byline_in(rest[0])):
        proposal.authors = authors_in(byline["authors"]) if take("authors", 0) else []
    if len(rest) > 1 and is_opening(rest[0]):
        proposal.opening_lines = take("opening_lines", 0)
    if len(rest) > 1 and is_lone_name(rest[-1], proposal.authors):
        proposal.posted_by = take("posted_by", -1)
    if len(rest) > 1 and is_invitation(rest[-1]):
        proposal.cta_heading, proposal.cta_text = heading_and_text(take("cta", -1))
    proposal.body = [block for block in blocks if id(block) not in proposal.parts]
    return proposal


def byline_in(block: Block) -> re.Match[str] | None:
    return BYLINE.match(block.text) if len(block.text) <= BYLINE_LENGTH else None


def is_title(block: Block) -> bool:
    return block.kind in {"heading", "paragraph"} and len(block.text) <= TITLE_LENGTH


def is_opening(block: Block) -> bool:
    """Somebody's words: a quotation, or a paragraph that is nothing but one."""
    return block.kind == "quote" or (block.kind == "paragraph" and bool(QUOTED.match(block.text)))


def is_lone_name(block: Block, authors: list[Author]) -> bool:
    """A last line that is only a name, and not an author signing."""
    signatures = {author.name.casefold() for author in authors}
    return (
        block.kind in {"heading", "paragraph"}
        and looks_like_name(block.text)
        and block.text.casefold() not in signatures
    )


def is_invitation(block: Block) -> bool:
    return block.kind == "paragraph" and bool(INVITATION.search(block.text))


def heading_and_text(text: str) -> tuple[str, str]:
    """An invitation that opens with a question brings its own heading."""
    match = QUESTION_FIRST.match(text)
    return (match["question"], match["rest"]) if match else ("", text)


def looks_like_name(text: str) -> bool:
    """Two to five capitalized words without a word that only titles have."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and all(
            word.strip(".").replace("-", "").replace("’", "").replace("'", "").isalpha()
            for word in words
        )
        and not TITLE_WORDS.search(text)
    )


def authors_in(text: str) -> list[Author]:
    """``June Aldecott, Doctoral Intern and Theo Brandvold, LMFT`` is two authors."""
    text = text.strip()
    between = list(BETWEEN_AUTHORS.finditer(text))
    nexts = [*(cut.start() for cut in between[1:]), len(text)]
    cuts = [
        cut
        for cut, end in zip(between, nexts, strict=False)
        if looks_like_name(text[cut.end() : end])
    ]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    authors = []
    for start, end in zip(starts, ends, strict=True):
        name, _comma, title = text[start:end].partition(",")
        authors.append(Author(name.strip(), title.strip()))
    return authors
