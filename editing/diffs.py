"""What changed between two texts, in words: prose as prose, fields as fields."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from django.forms import BaseForm
from django.utils.translation import gettext as _

from editing.snapshots import Snapshot, are_other_rows, lines_of

WORD = re.compile(r"\s+|[^\s]+")
# Comparing takes time that grows with the square of the length, and with how often parts come again.
MOST_WORDS_COMPARED, MOST_LINES_COMPARED = 3000, 6000
MOST_PAIRS = 200_000


class Piece(NamedTuple):
    """``kind`` is ``same``, ``gone`` or ``new``."""

    kind: str
    text: str


Line = list[Piece]


@dataclass(frozen=True)
class Change:
    """One field. ``lines`` are paragraphs, each a list of pieces; ``is_prose`` asks for reading room."""

    name: str
    label: str
    is_prose: bool
    lines: list[Line]

    @property
    def before(self) -> list[Line]:
        return side(self.lines, "gone")

    @property
    def after(self) -> list[Line]:
        return side(self.lines, "new")


def changes(form: BaseForm, old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """The fields in which two snapshots differ, in the order of the form."""
    for name, field in form.fields.items():
        before, after = lines_of(form, name, old), lines_of(form, name, new)
        if before and before == after and are_other_rows(form, name, old, new):
            after = [_("%(name)s (another one with the same words)") % {"name": x} for x in after]
        if before != after:
            is_prose = max(map(len, [*before, *after]), default=0) > 60 or len(after) > 2
            yield Change(name, str(field.label or name), is_prose, compare(before, after))


def compare(before: Sequence[str], after: Sequence[str]) -> list[Line]:
    """Paragraphs as lists of pieces. Unchanged paragraphs stay whole."""
    # Lines that come again and again, as empty ones do, are the same list.
    whole = cache(lambda kind, line: [Piece(kind, line)])
    lines = []
    for kind, a, b, c, d in opcodes(before, after, MOST_LINES_COMPARED):
        if kind == "equal":
            lines += [whole("same", line) for line in before[a:b]]
        elif kind == "replace" and b - a == d - c:
            pairs = zip(before[a:b], after[c:d], strict=True)
            lines += [compare_words(old, new) for old, new in pairs]
        else:
            lines += [whole("gone", line) for line in before[a:b]]
            lines += [whole("new", line) for line in after[c:d]]
    return lines


def opcodes(
    before: Sequence[str], after: Sequence[str], most: int
) -> list[tuple[str, int, int, int, int]]:
    """Those of ``SequenceMatcher``. What both begin and end with needs no comparing; between that, two
    sides that are long, or say the same things again and again, are one change."""
    start, shorter = 0, min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        start += 1
    end = 0
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    a, b, c, d = start, len(before) - end, start, len(after) - end
    codes = [("equal", 0, start, 0, start)] if start else []
    if a < b or c < d:
        if is_comparable(before[a:b], after[c:d], most):
            matcher = SequenceMatcher(None, before[a:b], after[c:d], autojunk=False)
            codes += [
                (kind, a + start, b + start, c + start, d + start)
                for kind, a, b, c, d in matcher.get_opcodes()
            ]
        else:
            codes += [("delete", a, b, c, c), ("insert", b, b, c, d)]
    if end:
        codes.append(("equal", b, len(before), d, len(after)))
    return codes


def is_comparable(before: Sequence[str], after: Sequence[str], most: int) -> bool:
    if len(before) + len(after) > most:
        return False
    there = Counter(after)
    pairs = sum(number * there[part] for part, number in Counter(before).items())
    return pairs <= MOST_PAIRS


def compare_words(before: str, after: str) -> Line:
    old, new = WORD.findall(before), WORD.findall(after)
    codes = opcodes(old, new, MOST_WORDS_COMPARED)
    alike = sum(b - a for kind, a, b, _c, _d in codes if kind == "equal")
    if 2 * alike < 0.3 * (len(old) + len(new)):
        return [Piece("gone", before), Piece("new", after)]
    pieces = []
    for kind, a, b, c, d in codes:
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece("gone", "".join(old[a:b])))
        if d > c:
            pieces.append(Piece("new", "".join(new[c:d])))
    return pieces


def side(lines: Sequence[Line], kind: str) -> list[Line]:
    """One text of the two, with what is particular to it marked."""
    kept = ([piece for piece in line if piece.kind in ("same", kind)] for line in lines)
    return [line for line in kept if line]


def shortened(lines: Sequence[Line], around: int = 1) -> list[Line | None]:
    """The lines that changed with some unchanged ones around each; None stands for the rest."""
    touched = {
        near
        for number, line in enumerate(lines)
        if any(piece.kind != "same" for piece in line)
        for near in range(number - around, number + around + 1)
    }
    result: list[Line | None] = []
    for number, line in enumerate(lines):
        if number in touched:
            result.append(line)
        elif not result or result[-1] is not None:
            result.append(None)
    return result
