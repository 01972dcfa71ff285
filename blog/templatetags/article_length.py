"""How long a text is, for whoever writes it: as it stands in the form, and the words for a script that goes on counting."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models.in_brief import WORDS_PER_MINUTE, minutes
from writing.text import plain_text

register = template.Library()


@register.inclusion_tag("admin/blog/article/_length.html")
def length_of(body: str | None) -> dict[str, object]:
    words = len(plain_text(body).split())
    return {
        "said": in_words(words),
        "per_minute": WORDS_PER_MINUTE,
        "none": in_words(0),
        # With a 0 where the script puts the number.
        "one_word": words_of(1).replace("1", "0"),
        "words": words_of(2).replace("2", "0"),
        "one_minute": time_of(1).replace("1", "0"),
        "minutes": time_of(2).replace("2", "0"),
    }


def in_words(words: int) -> str:
    return f"{words_of(words)}, {time_of(minutes(words))}" if words else _("No words yet")


def words_of(number: int) -> str:
    return ngettext("%(number)s word", "%(number)s words", number) % {"number": f"{number:,}"}


def time_of(number: int) -> str:
    text = ngettext("%(number)d minute to read", "%(number)d minutes to read", number)
    return text % {"number": number}
