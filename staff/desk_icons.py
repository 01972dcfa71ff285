"""The drawings of the desk: each stands beside words that say the same. A list has hundreds of them and few are
different, so each is made once."""

from functools import cache, lru_cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


@cache
def icon(name: str) -> SafeString:
    address = static("img/desk-icons.svg")
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', address, name
    )


def state(kind: str, drawing: str, words: object) -> SafeString:
    """Where something stands: the door, and the words."""
    return state_in_words(kind, drawing, str(words))


# Words that are markup are not those that only look like it.
@lru_cache(maxsize=256, typed=True)
def state_in_words(kind: str, drawing: str, words: str) -> SafeString:
    return format_html(
        '<span class="state state-{}"><span class="door">{}</span>{}</span>',
        kind,
        icon(drawing),
        words,
    )
