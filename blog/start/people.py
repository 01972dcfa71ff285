"""Lines that say who wrote a text, in the forms people use: which they are, and whom they name."""

import re
from dataclasses import dataclass

from team.names import is_title
from team.names.letters import letters_of
from team.names.words import HONORIFICS, SUFFIXES, TITLES

LONGEST_LINE = 300
LONGEST_NAME = LONGEST_TITLE = 120
PARTICLES = {
    "al", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "las", "le", "los",
    "san", "ter", "van", "von", "y", "e", "zu",
}  # fmt: skip
# What a title has in it and a name has not: "Marriage and Family Therapist" is not a person.
TITLE_WORDS = re.compile(
    r"\b(associate|coach|coordinator|counselor|counsellor|director|doctoral|fellow|founder|intern|"
    r"lead|licensed|manager|nurse|practitioner|psychiatrist|psychologist|psychotherapist|resident|"
    r"student|supervisor|therapist|trainee|worker)\b",
    re.IGNORECASE,
)
# Words of headings and sentences, capitalized or not; nobody is called so.
NO_NAMES = frozenset(
    ["a", "about", "after", "again", "all", "always", "am", "an", "and", "anger", "anxiety", "are", "as", "at", "back", "be", "because", "become", "been", "before", "begin", "beginning", "being", "better", "between", "boundaries", "break", "breath", "but", "by", "can", "care", "caring", "change", "child", "children", "closing", "coming", "conclusion", "could", "couples", "day", "days", "depression", "did", "do", "does", "doing", "done", "each", "end", "ending", "every", "family", "feeling", "feelings", "few", "final", "find", "finding", "first", "for", "friends", "from", "further", "get", "getting", "give", "going", "good", "grief", "grieving", "guide", "half", "have", "healing", "hello", "help", "here", "hidden", "holding", "home", "hope", "how", "i", "if", "in", "introduction", "is", "it", "its", "just", "keep", "keeping", "last", "learning", "letter", "letting", "life", "listening", "little", "live", "living", "long", "looking", "loss", "love", "made", "make", "making", "many", "me", "mental", "more", "morning", "mornings", "most", "my", "myself", "never", "new", "next", "night", "no", "not", "note", "notes", "nothing", "now", "of", "on", "one", "only", "open", "or", "our", "out", "over", "parenting", "parents", "part", "people", "questions", "quiet", "quote", "reading", "references", "relationship", "relationships", "rest", "resources", "second", "self", "session", "should", "silence", "sleep", "slow", "small", "some", "sources", "start", "started", "starting", "staying", "steps", "still", "stories", "story", "stress", "summary", "take", "taking", "talking", "thank", "thanks", "that", "the", "their", "then", "therapy", "these", "things", "think", "third", "this", "those", "thoughts", "three", "through", "time", "tips", "to", "today", "together", "too", "toward", "trauma", "two", "under", "up", "us", "very", "waiting", "walking", "was", "we", "what", "when", "where", "which", "while", "who", "why", "will", "winter", "with", "without", "words", "work", "works", "would", "write", "writing", "year", "years", "yes", "you", "young", "your", "yourself"]
)  # fmt: skip
LEAD = (
    r"(?:(?:an?\s+)?(?:guest\s+)?(?:article|blog|column|essay|piece|poem|post|reflection|story|text|words|"
    r"written|authored|contributed|submitted|told)\s+)*by\b"
)
BYLINE = re.compile(
    rf"^\W{{0,3}}(?:{LEAD}\s*[:–—-]?|(?:the\s+)?(?:author|writer|byline|by-line)(?:s|\(s\))?\s*[:–—-])"
    r"\s*(?P<authors>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
POSTED = re.compile(
    r"^\W{0,2}(?:(?:this\s+(?:article|post)\s+was\s+)?(?:posted|uploaded|put\s+up)\s+(?:here\s+|online\s+)?"
    r"by\b\s*[:–—-]?)\s*(?P<who>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
DASHED = re.compile(r"^(?:[-–—―~]{1,3})\s*(?P<authors>[^\s–—-].*)$", re.DOTALL)
BETWEEN_AUTHORS = re.compile(r",?\s+(?:and|with)\s+|,?\s*&\s*|[,;/|]\s*|\n\s*", re.IGNORECASE)
BEFORE_TITLE = re.compile(r"\s*,\s*|\s+[–—|·]\s+|\s+-\s+|\s*\n\s*")
BRACKETED = re.compile(r"\([^()]*\)|[“\"][^“”\"]*[”\"]")
CREDENTIAL = re.compile(r"[A-Z][A-Za-z]{0,2}\.?(?:[A-Z][A-Za-z]{0,2}\.?){1,5}(?:-[A-Z]+)?")


@dataclass
class Author:
    name: str
    title: str = ""

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.name, self.title]))


def looks_like_name(text: str) -> bool:
    """Two to five capitalized words without a word that only titles or sentences have."""
    bare = BRACKETED.sub(" ", text)
    words = [word for word in bare.split() if letters_of(word) not in HONORIFICS]
    return (
        2 <= len(words) <= 5
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and all(is_word_of_name(word) for word in words)
        and not TITLE_WORDS.search(bare)
        and not any(letters_of(word) in TITLES for word in words[-1:])
    )


def is_word_of_name(word: str) -> bool:
    bare = re.sub(r"[.,'’`-]", "", word)
    is_initial = len(bare) == 1 and word.endswith(".")
    return bare.isalpha() and (is_initial or word.lower().strip(".,") not in NO_NAMES)


def with_credentials(text: str) -> tuple[str, str]:
    """``(name, title)`` of ``X, LMFT``, ``X LMFT`` or ``X – Doctoral Intern``; the title may be empty."""
    text = text.strip()
    if cut := BEFORE_TITLE.search(text):
        name, title = text[: cut.start()], text[cut.end() :]
    else:
        name, title = text, ""
    words = name.split()
    kept = len(words)
    while kept > 2 and is_credential(words[kept - 1]):
        kept -= 1
    if kept < len(words):
        title = ", ".join(filter(None, [" ".join(words[kept:]), title]))
    return " ".join(words[:kept]).rstrip(" ,"), title.strip(" ,;")


def is_credential(word: str) -> bool:
    """An abbreviation as degrees and licenses have, and no name in capitals."""
    bare = word.strip("()[].,;")
    is_short = (len(bare) <= 8 and not bare.isalpha()) or len(bare) <= 6
    is_known = letters_of(bare) in TITLES and letters_of(bare) not in SUFFIXES
    return bool(is_known and is_short and (CREDENTIAL.fullmatch(bare) or bare.isupper()))


def is_person(text: str) -> bool:
    """A name that says itself, by a title or degree behind it, that a person is meant."""
    text = text.strip()
    if len(text) > LONGEST_LINE or text.endswith(("?", "!", ":")):
        return False
    name, title = with_credentials(text)
    if not title or not looks_like_name(name):
        return False
    first = re.split(r"\s*(?:,|;|\band\b|&|\bwith\b|\n|/)\s*", title)[0]
    return is_title(first) or bool(TITLE_WORDS.search(first)) or is_credential(first)


def byline_in(text: str) -> str:
    """What stands behind "by" or "Author:" in a line that says who wrote the text, or nothing."""
    if len(text) > LONGEST_LINE:
        return ""
    match = BYLINE.match(text)
    return match["authors"].strip() if match and may_be_people(match["authors"]) else ""


def may_be_people(text: str) -> bool:
    """Whether what stands behind "by" may be people: "by now" and "by the sea" are not."""
    text = text.strip().rstrip(".")
    name, title = with_credentials(re.split(BETWEEN_AUTHORS, text, maxsplit=1)[0])
    words = name.split()
    if not 1 <= len(words) <= 7 or text.endswith(("?", "!", ":")):
        return False
    if re.search(r"[.?!]\s+[A-Z][a-z]+\s+[a-z]", text) or not any(c.isalpha() for c in words[0]):
        return False
    if looks_like_name(name) or title:
        return words[0].lower() not in NO_NAMES
    is_one_small_word = len(words) == 1 and not words[0][0].isupper()
    said = {word.lower().strip(".,") for word in text.split()}
    return not is_one_small_word and said.isdisjoint(NO_NAMES - {"and", "with"})


def dashed_in(text: str) -> str:
    """Who signs with a dash in front; of a line that is a list's, nothing."""
    match = DASHED.match(text) if len(text) <= LONGEST_LINE else None
    if not match:
        return ""
    who = match["authors"]
    return who if is_person(who) or looks_like_name(who) or byline_in(who) else ""


def posted_by_in(text: str) -> str:
    match = POSTED.match(text) if len(text) <= LONGEST_NAME else None
    return match["who"].strip().rstrip(".") if match and may_be_people(match["who"]) else ""


def without_lead(text: str) -> str:
    """The names of a byline, without the "by" or the dash in front of them."""
    text = byline_in(text) or text.strip()
    if dashed := DASHED.match(text):
        text = dashed["authors"]
    return byline_in(text) or text


def authors_in(text: str) -> list[Author]:
    """``June Aldecott, Doctoral Intern and Theo Brandvold, LMFT`` is two authors."""
    text = text.strip()
    outside = BRACKETED.sub(lambda match: "_" * len(match[0]), text)
    between = list(BETWEEN_AUTHORS.finditer(outside))
    nexts = [*(cut.start() for cut in between[1:]), len(text)]
    cuts = [
        cut
        for cut, end in zip(between, nexts, strict=False)
        if looks_like_name(with_credentials(text[cut.end() : end])[0])
    ]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    pieces = (text[start:end].strip(" ,;/|\n") for start, end in zip(starts, ends, strict=True))
    return [Author(*with_credentials(piece)) for piece in pieces if piece]
