"""Groups that a link may lead to."""

from collections.abc import Iterator, Sequence

from groups.models import Group
from writing.link_choices import MOST_OF_A_KIND, Choice, with_words


def groups(words: Sequence[str]) -> Iterator[Choice]:
    for group in with_words(Group.objects.listed(), words, "title")[:MOST_OF_A_KIND]:
        yield Choice(group.title, str(group.get_kind_display()), group.get_absolute_url())
