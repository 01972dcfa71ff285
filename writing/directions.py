"""Text that runs from right to left, as its own letters say: stored without a mark, shown with one.

Programs that people copy from drop the direction as often as they keep it, and a text may have both. The first
letter that has a direction decides, block by block, as browsers do for ``dir="auto"``; but a list goes by its
items, which ``auto`` does not.
"""

import re

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
BLOCK = re.compile(r"<(?:p|h[2-4]|ul|ol|li|blockquote|figcaption|table|caption|td|th)(?=[\s>])")
# What has no direction in front of the first letter: tags, entities, digits, signs.
# A table of figures has none for a long way, and each of its cells is asked.
FARTHEST = 1000
WITHOUT = re.compile(r"(?:<[^<>]*>|&\w+;|[^<&\w]|[\d_])*")


def with_directions(html: str) -> str:
    if not RIGHT_TO_LEFT.search(html):
        return html
    return BLOCK.sub(lambda match: match[0] + direction(html, match.start()), html)


def direction(html: str, at: int) -> str:
    first = WITHOUT.match(html, at, at + FARTHEST)
    is_right_to_left = first is not None and RIGHT_TO_LEFT.match(html, first.end())
    return ' dir="rtl"' if is_right_to_left else ""
