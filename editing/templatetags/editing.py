from django import template

from editing import diffs

register = template.Library()


@register.filter
def admin_urlname_of(opts, view):
    """Like Django's ``admin_urlname``, for the views of versions."""
    return f"admin:{opts.app_label}_{opts.model_name}_{view}"


@register.filter
def shortened(lines):
    return diffs.shortened(lines)


@register.filter
def as_plain(lines):
    """The same lines with nothing marked."""
    return [[diffs.Piece("same", "".join(piece.text for piece in line))] for line in lines]
