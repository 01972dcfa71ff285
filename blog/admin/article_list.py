"""The rows of the list of articles, read with what they show: no text, and of others their names alone."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest

from blog.models import Article, Byline

SHOWN = (
    "title", "state", "publish_at", "withdraw_at", "trashed_at", "current_version", "latest_version", "updated_at",
    "lead_image__file", "lead_image__width", "lead_image__height", "lead_image__renditions",
)  # fmt: skip
Names = dict[int, list[str]]


class ArticleList(ChangeList):
    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet:
        rows = super().get_queryset(request, exclude_parameters)
        if request.method != "GET":
            return rows  # what is done with the chosen ones may need all of them
        return rows.prefetch_related(None).select_related("lead_image").only(*SHOWN)

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        pks = [row.pk for row in self.result_list]
        writers, topics = writers_of(pks), topics_of(pks)
        for row in self.result_list:
            row.writers_in_list, row.topics_in_list = (
                writers.get(row.pk, []),
                topics.get(row.pk, []),
            )


def writers_of(pks: list[int]) -> Names:
    """As ``Byline.display_name`` has them."""
    name = Coalesce(NullIf("name", Value("")), F("therapist__name"))
    return by_article(Byline.objects.filter(article__in=pks).values_list("article", name))


def topics_of(pks: list[int]) -> Names:
    rows = Article.specialties.through.objects.filter(article__in=pks)
    ordered = rows.order_by("specialty__order", "specialty__name")
    return by_article(ordered.values_list("article", "specialty__name"))


def by_article(pairs: Iterable[tuple[int, str]]) -> Names:
    found: Names = {}
    for pk, name in pairs:
        found.setdefault(pk, []).append(name)
    return found
