"""Characters that nobody sees."""

import re

UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# What is no word by itself; a line that begins with it has not begun.
BLANK = " \t\r\f\v"


def without_unseen(text: str) -> str:
    """Control characters out: PostgreSQL refuses NUL, XML feeds refuse most of the others."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return UNSEEN.sub("", text)
