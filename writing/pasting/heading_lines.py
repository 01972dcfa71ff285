"""Which lines of a text look like headings. They are offered as such and never made so unasked."""

import re
import unicodedata
from itertools import pairwise

from writing.blocks import Block, Run
from writing.runs import trimmed

LONGEST_HEADING = 80
SENTENCE_END = tuple(".!?…:;,")
CLOSING_QUOTES = "\"'”’»)]"
MENTIONS = re.compile(r"(?:\s?\[\d{1,2}\])+$")
BYLINE = re.compile(r"(?:written )?by:? \w", re.IGNORECASE)


def with_candidates(blocks: list[Block]) -> list[Block]:
    texts = [block for block in blocks if block.kind != "image-note"]
    looks = [(block, looks_like_heading(block)) for block in texts]
    for (block, is_like_one), (after, is_like_another) in pairwise(looks):
        block.is_heading_candidate = (
            is_like_one
            and not is_like_another
            and after.kind not in ("heading", "divider")
            and not BYLINE.match(after.text)
        )
    return blocks


def looks_like_heading(block: Block) -> bool:
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
    bare = MENTIONS.sub("", text).rstrip(CLOSING_QUOTES)
    ends_a_sentence = bare.endswith(SENTENCE_END) and not (is_bold and bare[-1] in "?:")
    is_address = "@" in text or "://" in text or any(run.href for run in block.runs)
    has_letters = any(unicodedata.category(character).startswith("L") for character in text)
    starts_low = text.lstrip("\"'“‘«(¿¡")[:1].islower() or text[0] in "-–—*•~_"
    return has_letters and not (ends_a_sentence or is_address or starts_low or BYLINE.match(text))


def without_bold(runs: list[Run]) -> list[Run]:
    """A heading is bold by itself; a word in it that stands out keeps its mark."""
    if not all(run.strong for run in runs if run.text.strip()):
        return runs
    return trimmed([run._replace(strong=False) for run in runs])
