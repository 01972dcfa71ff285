"""Where the next text of a profile stands: what the list of therapists says, and what it can be narrowed to."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from team.models.lists import HAS_TIME, KEPT


@dataclass(frozen=True)
class Stand:
    in_filter: Any
    in_list: Any


# By ``TherapistQuerySet.with_where_next_text_stands``.
STANDS = {
    "submitted": Stand(_("Wait for a yes"), _("Shown, changes wait for a yes")),
    "returned": Stand(
        _("Were returned with a note"), _("Shown, changes were returned with a note")
    ),
    KEPT: Stand(_("Are kept for later"), _("Shown, changes are kept for later")),
    HAS_TIME: Stand(_("Have a time"), _("Shown, changes have a time")),
}


def shown_with(next_text: str) -> Any:
    return STANDS[next_text].in_list if next_text else _("Shown")


class WaitingFilter(admin.SimpleListFilter):
    title = _("changes")
    parameter_name = "changes"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(key, stand.in_filter) for key, stand in STANDS.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.with_next_text(self.value()) if self.value() else queryset
