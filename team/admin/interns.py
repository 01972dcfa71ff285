"""Once a year interns leave and others arrive: one page, which says what will change before it does."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from staff.admin_routes import address
from team.interns.change import Person
from team.interns.forms import ArrivalSet, YearForm
from team.interns.year import carry_out, mark_of
from team.models import Supervision

# It does what somebody with all of these could do on several pages.
NEEDED = (
    "team.add_therapist", "team.change_therapist", "team.add_supervision", "team.change_supervision",
    "team.add_practiceauthority", "team.change_practiceauthority",
)  # fmt: skip


def interns(request: HttpRequest, model_admin: Any) -> HttpResponse:
    if not request.user.has_perms(NEEDED):
        raise PermissionDenied
    form, arrivals = (
        YearForm(request.POST or None),
        ArrivalSet(request.POST or None, prefix="arrives"),
    )
    planned: list[Person] = []
    if request.method == "POST" and form.is_valid() and arrivals.is_valid():
        try:
            with transaction.atomic():
                planned = planned_by(form, arrivals)
                if request.POST.get("seen") == mark_of(planned):
                    return done(request, model_admin, planned)
                transaction.set_rollback(True)
        except ValidationError as error:
            form.add_error(None, error)
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Interns leave and arrive"),
        "opts": model_admin.opts,
        "form": form,
        "arrivals": arrivals,
        "planned": planned,
        "seen": mark_of(planned),
    }
    return TemplateResponse(request, "admin/team/supervision/interns.html", context)


def planned_by(form: YearForm, arrivals: Any) -> list[Person]:
    told = form.cleaned_data
    arriving = [one.cleaned_data for one in arrivals if one.has_changed()]
    return carry_out(told["leaving"], told["last_day"], arriving, told["first_day"])


def done(request: HttpRequest, model_admin: Any, planned: list[Person]) -> HttpResponse:
    for person in planned:
        for change in person.changes:
            if change.row is not None:
                text = _("Interns leave and arrive: {said}").format(said=change.said)
                model_admin.log_change(request, change.row, text)
    names = ", ".join(person.name for person in planned)
    text = _("Done for %(names)s. Each change stands in the history of its page.")
    messages.success(request, text % {"names": names})
    return HttpResponseRedirect(address(Supervision, "changelist"))
