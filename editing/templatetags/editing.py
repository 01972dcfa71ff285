from django import template

from editing import diffs

register = template.Library()


@register.filter
def shortened(lines):
    return diffs.shortened(lines)


@register.filter
def as_plain(lines):
    """The same lines with nothing marked."""
    return [[diffs.Piece("same", "".join(piece.text for piece in line))] for line in lines]
