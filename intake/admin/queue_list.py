"""The list of inquiries as Django's admin asks for it, page by page: only the rows that are shown are read and
opened, however many there are."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.db.models.expressions import Combinable
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from intake.admin.searching import QuietChangeList
from intake.models import Inquiry
from staff.models import User

ORDER = ["urgency", "next_on", "received_at", "pk"]


class Queue(QuietChangeList):
    """In one order, the one in which it is worked through."""

    def get_ordering(
        self, request: HttpRequest, queryset: QuerySet[Inquiry]
    ) -> list[str | Combinable]:
        return [*ORDER]


class QueuePaginator(Paginator):
    """Sorts numbers, and reads the rows of one page: sealed text is large, and would be sorted along."""

    def page(self, number: int | str) -> Page:
        number = self.validate_number(number)
        bottom = (number - 1) * self.per_page
        inquiries: QuerySet[Inquiry] = self.object_list  # type: ignore[assignment]
        shown = list(inquiries.values_list("pk", flat=True)[bottom : bottom + self.per_page])
        rows = {row.pk: row for row in inquiries.order_by().filter(pk__in=shown)}
        return Page([rows[pk] for pk in shown if pk in rows], number, self)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """What this person sees in the list, and whether a key covers it: kept with the account."""
    if not request.user.has_perm("intake.view_inquiry"):
        raise PermissionDenied
    user: User = request.user  # type: ignore[assignment]
    user.sees_first_words = "sees_first_words" in request.POST
    user.covers_by_key = "covers_by_key" in request.POST
    user.save(update_fields=["sees_first_words", "covers_by_key"])
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, None):
        back = "admin:intake_inquiry_changelist"
    return redirect(back)
