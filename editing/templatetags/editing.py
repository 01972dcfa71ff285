from django import template

from editing import diffs
from editing.diffs import Piece

register = template.Library()


@register.filter
def shortened(lines: list[list[Piece]]) -> list[list[Piece] | None]:
    return diffs.shortened(lines)


@register.filter
def as_plain(lines: list[list[Piece]]) -> list[list[Piece]]:
    """The same lines with nothing marked."""
    return [[diffs.Piece("same", "".join(piece.text for piece in line))] for line in lines]
