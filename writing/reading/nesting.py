"""HTML no deeper than people write it. Parsers take the square of the depth, as the standard asks."""

import re
from collections import Counter

MOST_DEPTH = 200
# These are opened anew in every paragraph until they are closed, so fewer may be open at once.
FORMATS = {
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
}  # fmt: skip
MOST_FORMATS = 8
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>?")
# A start tag of these opens nothing, or ends the one before it.
FLAT = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot",
    "option", "optgroup", "colgroup", "rp", "rt", "o:p",
}  # fmt: skip


def shallow(html: str) -> str:
    """The same words, where tags are nested deeper than ``MOST_DEPTH`` without the innermost of them."""
    if html.count("<") <= MOST_DEPTH:
        return html
    opened, left_out, kept, end = Counter(), Counter(), [], 0
    depth = formats = 0
    for tag in TAG.finditer(html):
        closing, name = tag[1], tag[2].lower()
        if name in FLAT:
            continue
        if closing and left_out[name]:
            left_out[name] -= 1
        elif closing:
            if opened[name]:
                opened[name] -= 1
                depth -= 1
                formats -= name in FORMATS
            continue
        elif depth < MOST_DEPTH and (name not in FORMATS or formats < MOST_FORMATS):
            opened[name] += 1
            depth += 1
            formats += name in FORMATS
            continue
        else:
            left_out[name] += 1
        kept.append(html[end : tag.start()])
        end = tag.end()
    return "".join([*kept, html[end:]])
