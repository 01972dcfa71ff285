"""Of which rows search engines are told."""

from collections.abc import Callable

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from blog import selections
from blog.models import Series
from blog.models.series import FEWEST
from blog.views import published_articles
from team.models import Therapist


def in_our_language(rows: QuerySet) -> QuerySet:
    return rows.filter(language=settings.LANGUAGE_CODE)


def people_to_find() -> QuerySet:
    return in_our_language(Therapist.objects.listed().filter(is_out_of_search=False))


def authors_to_find() -> QuerySet:
    """Whoever has left as well: what they wrote is still here."""
    return in_our_language(Therapist.objects.filter(is_listed=True, is_out_of_search=False))


def with_articles(kind: str, rows: Callable[[], QuerySet]) -> Callable[[], QuerySet]:
    return lambda: rows().filter(Exists(newest_in(kind)))


def newest_in(kind: str) -> QuerySet:
    """Of the author, or the topic, that the outer query reads."""
    return published_articles().filter(**{selections.PATHS[kind]: OuterRef("pk")})


def series_with_parts() -> QuerySet:
    """Of two parts at least."""
    number = (
        parts_of_series().order_by().values("series").annotate(number=Count("pk")).values("number")
    )
    return Series.objects.annotate(number=Subquery(number)).filter(number__gte=FEWEST)


def parts_of_series() -> QuerySet:
    """Of the series that the outer query reads."""
    return published_articles().filter(series=OuterRef("pk"))
