"""Counting who follows an article's invitation to the inquiry form: by month, and never by person."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Protocol
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from blog.models import Article
from pages import kept_practice
from practice_site import after_answers
from practice_site.models import FollowedMonth

LEAST = 5


class Headers(Protocol):
    def get(self, name: str, /) -> str | None: ...


def counted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The inquiry form, which itself knows nothing of articles."""

    @wraps(view)
    def counting(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            note(str(request.method), request.GET.get("from", ""), request.headers)
        return response

    return counting


def note(method: str, slug: str, headers: Headers) -> None:
    """Counts what was done by somebody who read the article ``slug`` here: not by a program, and not looked up
    ahead by a browser (Fetch Metadata; Sec-Purpose is of the Fetch Standard)."""
    is_a_click = (
        method == "GET"
        and headers.get("sec-fetch-site") == "same-origin"
        and headers.get("sec-purpose") is None
    )
    if slug and is_a_click:
        after_answers.do(count, slug[:200], timezone.now())


def count(slug: str, moment: datetime) -> None:
    zone = ZoneInfo(kept_practice.current().time_zone)
    month = timezone.localdate(moment, zone).replace(day=1)
    articles = Article.objects.published().filter(slug=slug, language=settings.LANGUAGE_CODE)
    article = articles.values_list("pk", flat=True).first()
    if article is None:
        return
    FollowedMonth.objects.bulk_create(
        [FollowedMonth(article_id=article, month=month)], ignore_conflicts=True
    )
    FollowedMonth.objects.filter(article=article, month=month).update(number=F("number") + 1)


def of_the_year() -> list[tuple[Article, int | None]]:
    """[(article, how many in the closed months of a year, None for fewer than five)], most first."""
    this = timezone.localdate().replace(day=1)
    sums = (
        FollowedMonth.objects.filter(month__lt=this, month__gte=this.replace(year=this.year - 1))
        .values_list("article")
        .annotate(Sum("number"))
    )
    numbers = dict(sums)
    articles = Article.objects.in_bulk(numbers)
    rows = [(articles[pk], number if number >= LEAST else None) for pk, number in numbers.items()]
    return sorted(rows, key=lambda row: (-(row[1] or 0), row[0].title))
