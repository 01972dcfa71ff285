"""Several names in a sentence, as the language of the page joins them."""

import re
from collections.abc import Iterable

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from pages import languages

# In Spanish the word before a name that begins with its own sound is another one: “Illinois e Iowa”, “Utah u Ohio”.
BEFORE = {
    "y": ("e", re.compile(r"h?[ií](?!e)", re.IGNORECASE)),
    "o": ("u", re.compile(r"h?[oó]", re.IGNORECASE)),
}


def all_of(names: Iterable[Model | Promise | str]) -> str:
    """``Oregon, Idaho and Washington``."""
    return joined(names, _("and"))


def one_of(names: Iterable[Model | Promise | str]) -> str:
    """``Oregon, Idaho or Washington``."""
    return joined(names, _("or"))


def joined(names: Iterable[Model | Promise | str], word: str) -> str:
    said = [str(name) for name in names]
    if said and languages.of_page() == "es":
        other, sound = BEFORE[word]
        word = other if sound.match(said[-1]) else word
    return get_text_list(said, word)
