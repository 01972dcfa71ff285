from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class WaitingFilter(admin.SimpleListFilter):
    title = _("changes")
    parameter_name = "changes"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("submitted", _("Wait for a yes")), ("returned", _("Were returned with a note"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.with_next_text(self.value()) if self.value() else queryset
