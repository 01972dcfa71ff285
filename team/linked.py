"""People and topics that a link may lead to."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from team.models import Modality, Specialty, Therapist
from writing.link_choices import MOST_OF_A_KIND, Choice, with_words


def people(words: Sequence[str]) -> Iterator[Choice]:
    rows = with_words(Therapist.objects.listed(), words, "name", "title")
    for person in rows[:MOST_OF_A_KIND]:
        yield Choice(person.shown_name, _("Therapist"), person.get_absolute_url())


def specialties(words: Sequence[str]) -> Iterator[Choice]:
    called = ("name", "plain_word", "clinical_name", "synonyms")
    rows = with_words(Specialty.objects.all(), words, *called)
    yield from topics(rows, _("Specialty"))


def approaches(words: Sequence[str]) -> Iterator[Choice]:
    rows = with_words(Modality.objects.all(), words, "name", "synonyms")
    yield from topics(rows, _("Approach"))


def topics(rows: Any, kind: str) -> Iterator[Choice]:
    for topic in rows[:MOST_OF_A_KIND]:
        yield Choice(topic.name, kind, topic.get_absolute_url())
