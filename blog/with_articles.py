"""Whose lists of articles visitors find something in: of authors, of topics, and of series."""

from collections.abc import Callable

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from blog import selections
from blog.models import Article, Series
from blog.models.lists import ArticleQuerySet
from blog.models.series import FEWEST
from team.models import Therapist


def authors() -> QuerySet:
    """Whoever has left as well: what they wrote is still here. Not who asked to stand in no search engine."""
    people = Therapist.objects.filter(is_listed=True, is_out_of_search=False)
    return with_articles(selections.AUTHOR, people)


def topics(kind: str) -> Callable[[], QuerySet]:
    return lambda: with_articles(kind, selections.TOPICS[kind]._default_manager.all())


def with_articles(kind: str, rows: QuerySet) -> QuerySet:
    return rows.filter(Exists(newest_in(kind)), language=settings.LANGUAGE_CODE)


def newest_in(kind: str) -> ArticleQuerySet:
    """Of the author, or the topic, that the outer query reads."""
    return published().filter(**{selections.PATHS[kind]: OuterRef("pk")})


def series() -> QuerySet:
    """Of two parts at least."""
    number = parts_of_series().order_by().values("series").annotate(number=Count("pk"))
    return Series.objects.annotate(number=Subquery(number.values("number"))).filter(
        number__gte=FEWEST
    )


def parts_of_series() -> ArticleQuerySet:
    """Of the series that the outer query reads."""
    return published().filter(series=OuterRef("pk"))


def published() -> ArticleQuerySet:
    return Article.objects.published().filter(language=settings.LANGUAGE_CODE)
