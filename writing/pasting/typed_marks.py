"""Marks of a review that are typed among the words: comments as in HTML, and CriticMarkup
(``{>>a remark<<}``, ``{--out--}``, ``{++in++}``, ``{~~old~>new~~}``, ``{==of a remark==}``)."""

import re
from collections import Counter

ENDS = {"<!--": "-->", "{>>": "<<}", "{--": "--}", "{++": "++}", "{~~": "~~}", "{==": "==}"}
KINDS = {"<!--": "comment", "{>>": "comment", "{--": "tracked", "{++": "tracked", "{~~": "tracked"}
START = re.compile("|".join(map(re.escape, ENDS)))


def without_typed_marks(text: str, left_out: Counter[str]) -> str:
    """The text as it reads when the review is over. A mark that is never closed is text."""
    kept, at, unclosed = [], 0, set()
    for start in START.finditer(text):
        if start.start() < at or start[0] in unclosed:
            continue
        end = text.find(ENDS[start[0]], start.end())
        if end < 0:
            unclosed.add(start[0])
            continue
        kept += [text[at : start.start()], what_stays(start[0], text[start.end() : end])]
        at = end + len(ENDS[start[0]])
        if start[0] in KINDS:
            left_out[KINDS[start[0]]] += 1
    return "".join([*kept, text[at:]])


def what_stays(start: str, inside: str) -> str:
    if start == "{~~":
        return inside.partition("~>")[2]
    return inside if start in ("{++", "{==") else ""


def has_typed_remark(text: str) -> bool:
    return "<!--" in text or "{>>" in text
