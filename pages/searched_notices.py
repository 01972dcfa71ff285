"""Legal notices as search knows them: whoever looks for one finds the text in force."""

from collections.abc import Iterator, Mapping, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pages.models import NoticeText
from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from writing.text import plain_text


def public() -> QuerySet[NoticeText]:
    return NoticeText.objects.public()


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for row in NoticeText.objects.filter(pk__in=ids).select_related("notice"):
        yield Piece(row.pk, row.title, str(row.notice), plain_text(row.text))


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    rows = public().defer("text").in_bulk([one.object_id for one in documents])
    return {
        one.pk: Shown(row.title, row.notice.get_absolute_url())
        for one in documents
        if (row := rows.get(one.object_id))
    }


def ids() -> QuerySet:
    return NoticeText.objects.values_list("pk", flat=True)


NOTICES = Source(
    kind="notice",
    name=_("Legal notice"),
    weight=0.8,
    template="",
    rows=public,
    ids=ids,
    pieces=pieces,
    show=show,
    called=("notice", "notices"),
    watches=(Watch("pages.NoticeText"),),
)
