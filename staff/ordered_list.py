"""Lists whose order staff make: one row up or down by a button."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin, display
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

STEPS = {"up": -1, "down": 1}


class OrderedListMixin(ModelAdmin):
    """In front of a ``ModelAdmin`` whose model has ``order``, with ``one_up_or_down`` in its list. ``order_within``
    names a field whose rows have an order of their own."""

    order_within: str | None = None

    @display(description=_("order"))
    def one_up_or_down(self, row: Any) -> str:
        return format_html(
            '<span class="steps" id="move-{0}"><button name="_move" value="up:{0}" class="cross" '
            'aria-label="{1}">↑</button><button name="_move" value="down:{0}" class="cross" '
            'aria-label="{2}">↓</button></span>',
            row.pk,
            _("%(row)s: one up") % {"row": row},
            _("%(row)s: one down") % {"row": row},
        )

    def get_list_display(self, request: HttpRequest) -> Any:
        columns = super().get_list_display(request)
        may = self.has_change_permission(request)
        return columns if may else [one for one in columns if one != "one_up_or_down"]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        step, _colon, pk = request.POST.get("_move", "").partition(":")
        if step not in STEPS or not pk.isdecimal() or len(pk) > 15:
            return super().changelist_view(request, extra_context)
        if not self.has_change_permission(request):
            raise PermissionDenied
        if self.list_editable:
            # What else was changed in the list is saved with it, or the list says why not.
            posted = request.POST.copy()
            posted["_save"] = "1"
            request.POST = posted  # type: ignore[assignment]
            response = super().changelist_view(request, extra_context)
            if response.status_code != 302:
                return response
        self.move(request, int(pk), STEPS[step])
        return HttpResponseRedirect(f"{request.get_full_path()}#move-{pk}")

    @transaction.atomic
    def move(self, request: Any, pk: int, step: int) -> None:
        rows: list[Any] = list(
            self.model._default_manager.select_for_update().order_by(*(self.opts.ordering or ()))
        )
        moved = next((row for row in rows if row.pk == pk), None)
        if moved is None:
            return
        if self.order_within:
            group = getattr(moved, self.order_within)
            rows = [row for row in rows if getattr(row, self.order_within) == group]
        here = rows.index(moved)
        there = here + step
        if not 0 <= there < len(rows):
            return
        rows[here], rows[there] = rows[there], rows[here]
        for number, row in enumerate(rows, start=1):
            if row.order != number:
                row.order = number
                row.save(update_fields=["order"])
        self.log_change(request, moved, [{"changed": {"fields": ["order"]}}])
        messages.success(request, _("“%(row)s” is moved.") % {"row": moved})
