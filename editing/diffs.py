"""What changed between two texts, in words: prose as prose, fields as fields."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from editing.snapshots import lines_of

WORD = re.compile(r"\s+|[^\s]+")
# Comparing word by word takes time that grows with the square of the length.
MOST_WORDS_COMPARED = 3000


class Piece(NamedTuple):
    """``kind`` is ``same``, ``gone`` or ``new``."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One field. ``lines`` are paragraphs, each a list of pieces; ``is_prose`` asks for reading room."""

    name: str
    label: str
    is_prose: bool
    lines: list

    @property
    def before(self):
        return side(self.lines, "gone")

    @property
    def after(self):
        return side(self.lines, "new")


def changes(form, old, new):
    """The fields in which two snapshots differ, in the order of the form."""
    for name, field in form.fields.items():
        before, after = lines_of(form, name, old), lines_of(form, name, new)
        if before != after:
            is_prose = max(map(len, [*before, *after]), default=0) > 60 or len(after) > 2
            yield Change(name, str(field.label or name), is_prose, compare(before, after))


def compare(before, after):
    """Paragraphs as lists of pieces. Unchanged paragraphs stay whole."""
    lines = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += [[Piece("same", line)] for line in before[a:b]]
        elif kind == "replace" and b - a == d - c:
            pairs = zip(before[a:b], after[c:d], strict=True)
            lines += [compare_words(old, new) for old, new in pairs]
        else:
            lines += [[Piece("gone", line)] for line in before[a:b]]
            lines += [[Piece("new", line)] for line in after[c:d]]
    return lines


def compare_words(before, after):
    old, new = WORD.findall(before), WORD.findall(after)
    if len(old) + len(new) > MOST_WORDS_COMPARED:
        return [Piece("gone", before), Piece("new", after)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.3:
        return [Piece("gone", before), Piece("new", after)]
    pieces = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece("gone", "".join(old[a:b])))
        if d > c:
            pieces.append(Piece("new", "".join(new[c:d])))
    return pieces


def side(lines, kind):
    """One text of the two, with what is particular to it marked."""
    kept = ([piece for piece in line if piece.kind in ("same", kind)] for line in lines)
    return [line for line in kept if line]


def shortened(lines, around=1):
    """The lines that changed with some unchanged ones around each; None stands for the rest."""
    touched = {
        near
        for number, line in enumerate(lines)
        if any(piece.kind != "same" for piece in line)
        for near in range(number - around, number + around + 1)
    }
    result = []
    for number, line in enumerate(lines):
        if number in touched:
            result.append(line)
        elif not result or result[-1] is not None:
            result.append(None)
    return result
