"""The rows of the list of articles, read with what they show and without their text."""

from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest

from blog.models.lists import TEXT


class ArticleList(ChangeList):
    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet:
        rows = super().get_queryset(request, exclude_parameters)
        if request.method != "GET":
            return rows  # what is done with the chosen ones may need all of them
        return rows.select_related("lead_image").prefetch_related("specialties").defer(*TEXT)
