"""Places as search knows them."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from pages.models import Location
from search.models import Document
from search.sources import Piece, Shown, Source, Watch

CALLED = "directions, parking, getting here, wheelchair, accessible, steps, elevator, restroom, bus, office"


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for place in Location.objects.filter(pk__in=ids):
        text = [place.getting_here, place.entrance, place.parking, place.transit, place.inside]
        names = ", ".join(filter(None, [CALLED, place.street, place.city]))
        said = [*map(str, place.yes_in_words), *text, place.hours]
        yield Piece(place.pk, place.name, names, "\n".join(filter(None, said)))


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    rows = Location.objects.with_pages().in_bulk([one.object_id for one in documents])
    return {
        one.pk: Shown(place.name, place.get_absolute_url())
        for one in documents
        if (place := rows.get(one.object_id))
    }


LOCATIONS = Source(
    kind="location",
    name=_("Place"),
    weight=2.5,
    template="",
    rows=Location.objects.with_pages,
    ids=lambda: Location.objects.values_list("pk", flat=True),
    pieces=pieces,
    show=show,
    called=("where", "address", "directions", "location"),
    watches=(Watch("pages.Location"),),
)
