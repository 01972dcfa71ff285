"""Text pasted from word processors and other sites, made into clean blocks. Never changes a word.

``blocks_from_text`` and ``blocks_from_html`` give blocks; ``blocks_to_html`` writes them;
``heading_candidates`` are the lines somebody may want to be asked about. What does not come along is
counted by kind in ``left_out``, a ``Counter``; ``pages.left_out`` says it in sentences.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from pages.blocks import Block, blocks_to_html, every_block
from pages.comment_lists import comment_list_in, without_marks_of
from pages.links import unwrapped
from pages.plain_lines import paragraphs_of, unmarked
from pages.reading import read_html, without_unseen
from pages.runs import trimmed

__all__ = ["Block", "blocks_from_html", "blocks_from_text", "blocks_to_html", "heading_candidates"]

ODD_SPACES = re.compile(r"[\u1680\u2000-\u200a\u202f\u205f\u3000\xa0\t\x85]")
WIDTHLESS = re.compile(r"[\u200b\u2060\ufeff]")
LINE_BREAKS = re.compile(r"[\u2028\u2029]")
LONGEST_HEADING = 80
SENTENCE_END = tuple(".!?…:;,")
CLOSING_QUOTES = "\"'”’»)]"
ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?)\]'’]", re.IGNORECASE)
BYLINE = re.compile(r"(?:written )?by:? \w", re.IGNORECASE)


def blocks_from_text(text, left_out=None):
    """Plain text: paragraphs, with marked lines as lists and possible headings noticed."""
    text = tidied(LINE_BREAKS.sub("\n", without_unseen(text)))
    lines = text.split("\n")
    first, tags = comment_list_in(lines)
    if tags:
        text = without_marks_of(tags, "\n".join(lines[:first]))
        count(left_out, comment=len(tags))
    return with_candidates(joined_lists(paragraphs_of(straight(text, left_out))))


def blocks_from_html(html, left_out=None):
    """HTML of any origin: structure kept, appearance dropped."""
    left_out = Counter() if left_out is None else left_out
    blocks = without_comment_list(read_html(html, left_out), left_out)
    for block in every_block(blocks):
        block.runs = trimmed([tidied_run(run, left_out) for run in block.runs])
    blocks = [part for block in blocks for part in paragraphs_in(block)]
    blocks = not_all_bold(joined_lists(blocks))
    for block in every_block(blocks):
        if block.kind == "heading":
            block.runs = without_marks(block.runs, only_if_all=True)
    count(left_out, picture=sum(block.kind == "image-note" for block in blocks))
    return with_candidates(without_empty_lines(blocks))


def count(left_out, **numbers):
    if left_out is not None:
        left_out.update({kind: number for kind, number in numbers.items() if number})


def without_comment_list(blocks, left_out):
    first, tags = comment_list_in([block.text for block in blocks])
    if not tags:
        return blocks
    count(left_out, comment=len(tags))
    for block in every_block(blocks[:first]):
        block.runs = [run._replace(text=without_marks_of(tags, run.text)) for run in block.runs]
    return blocks[:first]


def straight(text, left_out=None):
    """Addresses among the words, as they were before something wrapped them."""

    def take_off(match):
        href, taken_off = unwrapped(match[0])
        if not href or not taken_off:
            return match[0]
        count(left_out, **{taken_off: 1})
        return href

    return ADDRESS.sub(take_off, text)


def tidied_run(run, left_out):
    # The words of a link are its own address, which was counted already.
    text = straight(run.text, None if run.href else left_out)
    return run._replace(text=tidied(text))


def tidied(text):
    """Spaces of every kind as one plain space; characters without width dropped."""
    text = WIDTHLESS.sub("", ODD_SPACES.sub(" ", LINE_BREAKS.sub("\n", text)))
    return re.sub(r" {2,}", " ", text)


def paragraphs_in(block):
    """Two line breaks in a row are how some sites write a new paragraph; a break and a bullet, a list."""
    if block.kind != "paragraph":
        return [block]
    paragraphs = [replace(block, runs=runs) for runs in split_runs(block.runs, r"\n{2,}")]
    return [part for paragraph in paragraphs for part in lines_apart(paragraph)]


def lines_apart(block):
    lines = lines_of(block)
    marked = [line for line in lines if unmarked(text_of(line))]
    return [replace(block, runs=line) for line in lines] if len(marked) > 1 else [block]


def text_of(runs):
    return "".join(run.text for run in runs)


def lines_of(block):
    return split_runs(block.runs, r"\n")


def split_runs(runs, pattern):
    """Runs cut wherever the pattern matches in their joined text, and the match left out."""
    text = text_of(runs)
    cuts = [*(match.span() for match in re.finditer(pattern, text)), (len(text), len(text))]
    parts, part, position = [], [], 0
    for run in runs:
        end = position + len(run.text)
        # Forward only: a cut is left behind once the run in hand reaches beyond it.
        while len(parts) < len(cuts) and cuts[len(parts)][0] < end:
            first, after = cuts[len(parts)]
            part.append(run._replace(text=text[position:first]))
            parts.append(part)
            part, position = [], after
        if position < end:
            part.append(run._replace(text=text[position:end]))
            position = end
    pieces = [[run for run in piece if run.text] for piece in [*parts, part]]
    return [kept for piece in pieces if (kept := trimmed(piece))]


def slice_runs(runs, start, end):
    kept, position = [], 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            kept.append(run._replace(text=text))
    return kept


def joined_lists(blocks):
    """Neighboring lines that begin with a bullet or a counting number become one list."""
    result, group, marks = [], [], []
    for block in blocks:
        own = marks_of(block)
        if own and marks and not follows(marks[-1], own[0]):
            result += list_of(group, marks)
            group, marks = [], []
        if own:
            group.append(block)
            marks += own
        else:
            result += [*list_of(group, marks), block]
            group, marks = [], []
    return result + list_of(group, marks)


def marks_of(block):
    """The marks in front of the lines of a paragraph, or nothing unless every line has its own."""
    if block.kind != "paragraph":
        return []
    marks = [unmarked(text_of(line)) for line in lines_of(block)]
    if not all(marks):
        return []
    pairs = pairwise(marks)
    return marks if all(follows(mark, after) for mark, after in pairs) else []


def follows(mark, after):
    if mark.number is None:
        return after.number is None
    return after.number == mark.number + 1


def list_of(blocks, marks):
    # One dash is an attribution and one number a heading; one real bullet is still a list.
    if not marks or (len(marks) == 1 and not marks[0].is_certain):
        return blocks
    lines = [line for block in blocks for line in lines_of(block)]
    items = [
        [Block("paragraph", without_start(runs, mark.length))]
        for mark, runs in zip(marks, lines, strict=True)
    ]
    number = marks[0].number
    return [Block("list" if number is None else "numbered", start=number or 1, items=items)]


def without_start(runs, length):
    return trimmed(slice_runs(runs, length, sum(len(run.text) for run in runs)))


def not_all_bold(blocks):
    """A text that is bold from end to end is bold by accident."""
    runs = [run for block in every_block(blocks) for run in block.runs if run.text.strip()]
    is_long = sum(len(run.text) for run in runs) > 200
    for mark in ("strong", "em"):
        if is_long and all(getattr(run, mark) for run in runs):
            for block in every_block(blocks):
                block.runs = [run._replace(**{mark: False}) for run in block.runs]
    return blocks


def without_marks(runs, *, only_if_all):
    if only_if_all and not all(run.strong for run in runs if run.text.strip()):
        return runs
    return trimmed([run._replace(strong=False) for run in runs])


def without_empty_lines(blocks):
    return [
        block
        for block in blocks
        if block.text or block.kind in ("picture", "divider", "image-note")
    ]


def with_candidates(blocks):
    texts = [block for block in blocks if block.kind != "image-note"]
    for block, after in pairwise(texts):
        is_before_text = after.kind not in ("heading", "divider") and not BYLINE.match(after.text)
        block.is_heading_candidate = (
            is_before_text and looks_like_heading(block) and not looks_like_heading(after)
        )
    return blocks


def looks_like_heading(block):
    text = block.text
    if (
        block.kind != "paragraph"
        or block.is_cell
        or not 2 <= len(text) <= LONGEST_HEADING
        or "\n" in text
    ):
        return False
    # Word's own way of writing a heading without its styles: a short line, all bold.
    is_bold = all(run.strong for run in block.runs if run.text.strip())
    bare = text.rstrip(CLOSING_QUOTES)
    ends_a_sentence = bare.endswith(SENTENCE_END) and not (is_bold and bare[-1] in "?:")
    is_address = "@" in text or "://" in text or any(run.href for run in block.runs)
    has_letters = any(unicodedata.category(character).startswith("L") for character in text)
    starts_low = text.lstrip("\"'“‘«(¿¡")[:1].islower() or text[0] in "-–—*•~_"
    return has_letters and not (ends_a_sentence or is_address or starts_low or BYLINE.match(text))


def heading_candidates(blocks):
    return [block.text for block in blocks if block.is_heading_candidate]


def as_heading(block, level=2):
    """The same words as a heading; bold would say it twice."""
    return Block("heading", without_marks(block.runs, only_if_all=True), level=level)
