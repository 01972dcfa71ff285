"""Pages that a link may lead to."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from pages.models import Page
from writing.link_choices import MOST_OF_A_KIND, Choice, with_words


def pages(words: Sequence[str]) -> Iterator[Choice]:
    for page in with_words(Page.objects.published(), words, "title")[:MOST_OF_A_KIND]:
        yield Choice(page.title, _("Page"), page.get_absolute_url())
