"""The site's own pages as search knows them: lists, the form, how to reach the practice."""

from collections.abc import Iterator, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages import facts_in_texts, sections
from pages.models import ContactRoute, Location, Practice
from pages.states import state_names
from practice_site.places import CONTACT, PLACES
from search.models import Document
from search.sources import Piece, Shown, Source, Watch


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for number in ids:
        if number in PLACES:
            _address, title, called = PLACES[number]
            text = where_and_when() if number == CONTACT else ""
            yield Piece(number, str(title), str(called), text)


def where_and_when() -> str:
    """What the page says: read anew, for it may have been written a moment ago."""
    practice = Practice.objects.current()
    said = [practice.phone, practice.email, practice.voicemail_note]
    for place in Location.objects.all():
        said += [place.name, f"{place.street}, {place.city} {place.state}", place.getting_here]
        said += map(str, state_names([place.state]))
    for row in ContactRoute.objects.all():
        said.append(facts_in_texts.as_read(row, practice).text)
    return "\n".join(filter(None, said))


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    # What has nothing in it is no answer.
    return {
        one.pk: Shown(str(PLACES[one.object_id][1]), reverse(PLACES[one.object_id][0]))
        for one in documents
        if one.object_id in PLACES and sections.is_filled(PLACES[one.object_id][0])
    }


PLACES_OF_THE_SITE = Source(
    kind="place",
    name=_("Page"),
    weight=3.0,
    template="",
    rows=None,
    ids=lambda: PLACES,
    pieces=pieces,
    show=show,
    watches=tuple(
        Watch(model, f"SELECT {CONTACT} AS id")
        for model in ("pages.Practice", "pages.Location", "pages.ContactRoute")
    ),
)
