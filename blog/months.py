"""Months of the practice's own clock, and which of them have an article that visitors may read."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

from django.db import connection
from django.db.models import DateTimeField
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format

from blog.models.lists import ArticleQuerySet

# Gives the articles that visitors may read, of all times or from ``first`` to ``last``.
Published = Callable[..., ArticleQuerySet]
MOMENT = timedelta(microseconds=1)


class Month(NamedTuple):
    year: int
    number: int

    @classmethod
    def of(cls, moment: datetime) -> "Month":
        local = timezone.localtime(moment)
        return cls(local.year, local.month)

    def plus(self, months: int) -> "Month":
        year, month = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, month + 1)

    @property
    def first(self) -> datetime:
        begins = datetime(self.year, self.number, 1, tzinfo=timezone.get_current_timezone())
        return begins.astimezone(UTC)

    @property
    def last(self) -> datetime:
        return self.plus(1).first - MOMENT

    @property
    def path(self) -> str:
        """Below the list of articles."""
        return f"{self.year:04}/{self.number:02}/"

    @property
    def address(self) -> str:
        return reverse("blog:article_list") + self.path

    @property
    def name(self) -> str:
        return MONTHS[self.number]

    def __str__(self) -> str:
        return date_format(date(self.year, self.number, 1), "F Y")


def years_with(published: Published) -> list[tuple[int, list[Month]]]:
    """``[(2026, [March, January]), ...]``, newest first: three statements, and a look into the index
    for each month between the first article and the last."""
    times = published().order_by("-publish_at").values_list("publish_at", flat=True)
    newest, oldest = times.first(), times.last()
    if newest is None or oldest is None:
        return []
    months = list(months_back(Month.of(newest), Month.of(oldest)))
    filled = filled_of(months, published)
    return [(year, list(group)) for year, group in groupby(filled, lambda month: month.year)]


def months_back(newest: Month, oldest: Month) -> Iterator[Month]:
    month = newest
    while month >= oldest:
        yield month
        month = month.plus(-1)


def filled_of(months: list[Month], published: Published) -> list[Month]:
    """Those with an article, in one statement: a table of the months, and whether a row exists for each."""
    first = RawSQL("months.first", (), DateTimeField())
    last = RawSQL("months.last", (), DateTimeField())
    inside = published(first=first, last=last).order_by().values("pk").query
    sql, params = inside.sql_with_params()
    as_stored = connection.ops.adapt_datetimefield_value
    # Each begins where the one after it in time ends.
    ends = [months[0].plus(1).first, *(month.first for month in months)]
    table = [
        (n, as_stored(first), as_stored(end - MOMENT))
        for n, (end, first) in enumerate(pairwise(ends))
    ]
    rows = ", ".join(["(%s, %s, %s)"] * len(table))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH months (number, first, last) AS (VALUES {rows})"  # noqa: S608  marks for values, and a query of Django's
            f" SELECT number FROM months WHERE EXISTS ({sql}) ORDER BY number",
            [value for row in table for value in row] + list(params),
        )
        return [months[number] for (number,) in cursor.fetchall()]
