"""What a picture of the library may lack, to be looked through."""

from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest, Least
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pictures.models import Image
from pictures.remarks import LONG_SIDE, SHORT_SIDE
from pictures.where_used import kinds_using


class LackFilter(SimpleListFilter):
    title = _("which pictures")
    parameter_name = "which"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, Any]]:
        return [
            ("undescribed", _("Without a description")),
            ("unused", _("Used nowhere")),
            ("small", _("Small")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "undescribed":
            return queryset.filter(alt="")
        if self.value() == "unused":
            return queryset.exclude(pk__in=list(kinds_using(Image)))
        if self.value() == "small":
            sides = {
                "longer": Greatest(F("width"), F("height")),
                "shorter": Least(F("width"), F("height")),
            }
            is_small = Q(longer__lt=LONG_SIDE) | Q(shorter__lt=SHORT_SIDE)
            return queryset.alias(**sides).filter(is_small)
        return queryset
