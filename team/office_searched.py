"""The people of the office as search knows them. They have no page of their own: they stand on the team's."""

from collections.abc import Iterator, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from team.models import OfficePerson


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for person in OfficePerson.objects.filter(pk__in=ids):
        yield Piece(person.pk, person.first_name, person.role, person.about)


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    ids = [one.object_id for one in documents]
    rows = {row.pk: row for row in OfficePerson.objects.listed().filter(pk__in=ids)}
    address = reverse("team:therapist_list") + "#office"
    return {
        one.pk: Shown(person.first_name, address, person)
        for one in documents
        if (person := rows.get(one.object_id))
    }


OFFICE = Source(
    kind="office",
    name=_("At the office"),
    weight=2.0,
    template="team/_found_office.html",
    rows=OfficePerson.objects.listed,
    ids=lambda: OfficePerson.objects.values_list("pk", flat=True),
    pieces=pieces,
    show=show,
    called=("who", "office", "desk", "coordinator", "reception", "receptionist"),
    watches=(Watch("team.OfficePerson"),),
)
