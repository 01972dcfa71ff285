"""Series as search knows them. Lists by author and topic are no results of their own: the person and the topic are,
and lead there."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from blog import with_articles
from blog.models import Series
from search.models import Document
from search.sources import Piece, Shown, Source, Watch


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for series in Series.objects.filter(pk__in=ids):
        yield Piece(series.pk, series.title, text=series.description)


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    rows = with_articles.series().in_bulk([one.object_id for one in documents])
    return {
        one.pk: Shown(series.title, series.get_absolute_url(), series)
        for one in documents
        if (series := rows.get(one.object_id))
    }


SERIES = Source(
    kind="series",
    name=_("Series"),
    weight=0.7,
    template="blog/_found_series.html",
    rows=with_articles.series,
    ids=lambda: Series.objects.values_list("pk", flat=True),
    pieces=pieces,
    show=show,
    called=("series",),
    watches=(Watch("blog.Series"),),
)
