"""The words of rich text, without its marks."""

import re
from html import unescape

# What ends a line of reading, so that words of two blocks never run together.
BLOCK_END = re.compile(
    r"</(?:p|h[2-4]|li|figcaption|blockquote|caption|tr)>|<(?:br|hr|ul|ol)\b[^<>]*>"
)
CELL_END = re.compile(r"</t[hd]>")
TAG = re.compile(r"<[^<>]*>")


def plain_text(html: str | None) -> str:
    """The words of sanitized rich text, a line for each block or row: for summaries and counting."""
    lines = CELL_END.sub("\t", BLOCK_END.sub("\n", html or ""))
    text = unescape(TAG.sub("", lines)).replace("\xa0", " ")
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))
