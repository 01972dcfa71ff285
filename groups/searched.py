"""Groups and workshops as search knows them. Who leads one is found by the profile."""

from collections.abc import Iterator, Mapping, Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from groups import kept_groups
from groups.models import Group
from groups.models.lists import GroupQuerySet
from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from writing.text import plain_text

CALLED = "group, group therapy, support group, workshop, class"


def public() -> GroupQuerySet:
    return Group.objects.listed().filter(language=settings.LANGUAGE_CODE)


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for group in Group.objects.filter(pk__in=ids).prefetch_related("specialties"):
        topics = [word for topic in group.specialties.all() for word in topic.words_for_it]
        text = [group.summary, group.for_whom, plain_text(group.body)]
        names = ", ".join(filter(None, [CALLED, group.for_whom, *topics]))
        yield Piece(group.pk, group.title, names, "\n".join(filter(None, text)))


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    found = {group.pk: group for group in kept_groups.listed()}
    return {
        one.pk: Shown(group.title, group.get_absolute_url(), group)
        for one in documents
        if (group := found.get(one.object_id))
    }


OF_TOPIC = "SELECT group_id AS id FROM groups_group_specialties WHERE specialty_id = {row}.id"
GROUPS = Source(
    kind="group",
    name=_("Group"),
    weight=3.0,
    template="groups/_found_group.html",
    rows=public,
    ids=lambda: Group.objects.values_list("pk", flat=True),
    pieces=pieces,
    show=show,
    called=("group", "groups", "workshop", "workshops", "class", "classes"),
    watches=(
        Watch("groups.Group"),
        Watch("groups.Group_specialties", "{row}.group_id"),
        Watch("team.Specialty", OF_TOPIC, ("name", "synonyms", "clinical_name")),
    ),
)
