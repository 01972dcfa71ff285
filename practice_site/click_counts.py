"""Counting who follows an article's invitation to the inquiry form: by month, and never by person."""

from collections.abc import Callable
from datetime import date
from functools import wraps

from django.conf import settings
from django.db.models import F, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from blog.models import Article
from practice_site import after_answers
from practice_site.models import FollowedMonth

LEAST = 5


def counted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The inquiry form, which itself knows nothing of articles."""

    @wraps(view)
    def counting(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        slug = request.GET.get("from", "")
        if slug and response.status_code == 200 and is_a_click(request):
            # The month where the practice is, which only the request knows.
            after_answers.do(count, slug[:200], timezone.localdate().replace(day=1))
        return response

    return counting


def is_a_click(request: HttpRequest) -> bool:
    """By somebody who read the article here: not by a program, and not looked up ahead by a browser
    (Fetch Metadata; Sec-Purpose is of the Fetch Standard)."""
    return (
        request.method == "GET"
        and request.headers.get("Sec-Fetch-Site") == "same-origin"
        and "Sec-Purpose" not in request.headers
    )


def count(slug: str, month: date) -> None:
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
