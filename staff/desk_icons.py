"""The drawings of the desk: each stands beside words that say the same."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


def icon(name: str) -> SafeString:
    address = static("img/desk-icons.svg")
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', address, name
    )


def state(kind: str, drawing: str, words: object) -> SafeString:
    """Where something stands: the door, and the words."""
    return format_html(
        '<span class="state state-{}"><span class="door">{}</span>{}</span>',
        kind,
        icon(drawing),
        words,
    )
