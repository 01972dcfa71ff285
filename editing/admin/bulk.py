"""Publishing and withdrawing several rows at once: said first what would happen to each, or why not."""

from collections.abc import Callable, Iterable
from functools import partial

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editing import saving, snapshots, versioning
from editing.admin.desk import PublishingDesk, StaffRequest
from editing.forms import VersionedForm
from editing.models import WorkingCopy
from editing.models.publishing import Publishable
from editing.saving import Action

# Why it cannot be done, or what does it.
Plan = str | Callable[[], None]


def in_two_steps(
    request: StaffRequest,
    model_admin: PublishingDesk,
    rows: Iterable[Publishable],
    action: str,
    question: str,
    plan: Callable[[StaffRequest, PublishingDesk, Publishable], Plan],
) -> TemplateResponse | None:
    """``plan(request, model_admin, row)`` answers with why it cannot be done, or with a function that
    does it."""
    plans = [(row, plan(request, model_admin, row)) for row in rows]
    doable = [(row, do) for row, do in plans if callable(do)]
    if "confirmed" in request.POST:
        for _row, do in doable:
            do()
        message = ngettext("Done for one.", "Done for %d.", len(doable))
        messages.success(request, message % len(doable) if len(doable) != 1 else message)
        return None
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Please look before it happens"),
        "opts": model_admin.opts,
        "question": question,
        "action": action,
        "doable": [row for row, _do in doable],
        "left_alone": [(row, why) for row, why in plans if not callable(why)],
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/editing/bulk.html", context)


def plan_to_publish(request: StaffRequest, model_admin: PublishingDesk, row: Publishable) -> Plan:
    if row.status() in ("live", "scheduled"):
        return _("It is published already.")
    if row.has_next_version:
        return _("A next text is waiting in it. Open it and publish the one you want.")
    if busy := busy_people(request, row):
        return busy
    content = model_admin.content
    data = content.data_of_row(content.stored(row))
    form = content.version_form(data=snapshots.as_query(data), instance=row)
    saving.prepare(content, form, row, Action.PUBLISH, request.user)
    if not form.is_valid():
        return " ".join(versioning.errors_of(form))
    return partial(publish, request, model_admin, form)


def publish(request: StaffRequest, model_admin: PublishingDesk, form: VersionedForm) -> None:
    saving.save(model_admin.content, form, Action.PUBLISH, request.user)
    model_admin.log_change(request, form.instance, str(_("Published.")))


def plan_to_withdraw(request: StaffRequest, model_admin: PublishingDesk, row: Publishable) -> Plan:
    if row.status() not in ("live", "scheduled"):
        return _("It is not on the site.")
    return partial(withdraw, request, model_admin, row)


def withdraw(request: StaffRequest, model_admin: PublishingDesk, row: Publishable) -> None:
    row.withdraw()
    model_admin.log_change(request, row, str(_("Withdrawn.")))


def busy_people(request: StaffRequest, row: Publishable) -> str:
    here = WorkingCopy.objects.of(type(row), row.pk).here_now().with_text()
    names = [str(copy.user) for copy in here.exclude(user=request.user).select_related("user")]
    if not names:
        return ""
    return _("%(names)s is writing in it just now.") % {"names": get_text_list(names, _("and"))}
