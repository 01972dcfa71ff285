"""Comments whose marks are nothing but characters, as plain text holds them: ``word[JA1]`` in a
sentence, and a list at the end whose lines begin with ``[JA1]``; or balloons at the margin, as they are
copied from print: ``Commented [JA1]: …``."""

import re

# Initials and a number, as Word writes them; or a letter or two, as Google Docs does.
TAG = r"\[(?:[A-Z][A-Za-z]{0,4}\d{1,4}|[a-z]{1,2})\]"
MARK = re.compile(rf"(?<=[^\s\[(])({TAG})")
IN_LIST = re.compile(rf"\s*({TAG})")
LETTERS_OF_NOTE = re.compile(r"\s*\[[a-z]{1,2}\]\s")

BALLOON = re.compile(
    r"\s*(?:Comment(?:ed|é|aire|o)?|Comentado|Comentario|Comentário|Kommentar|Kommentiert)\s*"
    r"\[[A-Z][A-Za-z]{0,4}\d{1,4}(?:R\d{1,3})?\]\s*:"
)


def is_balloon(line: str) -> bool:
    """Whether the line is a comment by itself, as Word prints it."""
    return BALLOON.match(line) is not None


def comment_list_in(lines: list[str]) -> tuple[int | None, set[str]]:
    """``(number of the line a list of comments begins with, its tags)``, or ``(None, set())``.

    Every mark in the text has its line in the list and the other way round, or it is none. Lettered
    notes that somebody typed have a space behind the letter; those of Google Docs have none.
    """
    found = [(number, IN_LIST.match(line)) for number, line in enumerate(lines)]
    starts = [(number, match[1]) for number, match in found if match]
    if not starts or any(map(LETTERS_OF_NOTE.match, (lines[number] for number, _tag in starts))):
        return None, set()
    first = starts[0][0]
    marks = {match[1] for line in lines[:first] for match in MARK.finditer(line)}
    tags = {tag for _number, tag in starts}
    return (first, tags) if first and marks and marks == tags else (None, set())


def without_marks_of(tags: set[str], text: str) -> str:
    return MARK.sub(lambda match: "" if match[1] in tags else match[0], text)
