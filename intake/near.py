"""The form in its other language, for addresses that were cut off or misspelled."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editing.near_addresses import Place
from intake import in_spanish
from pages import kept_practice, languages


def entrances() -> Iterator[Place]:
    other = in_spanish.other_of(kept_practice.current(), "intake:inquiry_create")
    if other:
        with languages.in_language(other.code):
            yield Place(_("Get started"), other.address, other.code)
