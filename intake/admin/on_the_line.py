"""While somebody is on the line: what they say, chosen from lists, and at once who fits. Nothing is kept."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from intake import care_alone
from intake.actions.kind_no import MOST_NAMED
from intake.actions.on_the_line_form import OnTheLineForm
from intake.admin.printouts import show
from intake.documents.content import Content
from intake.matching import cautions, nearest, of_team, outside
from team import kept_people


def page(model_admin: ModelAdmin, request: HttpRequest) -> TemplateResponse:
    """For whoever may write down a call."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    form = chosen(request)
    context = {
        "title": _("While somebody is on the line"),
        "form": form,
        "chosen": urlencode(form.chosen, doseq=True),
        "now": timezone.localtime(),
        **answer_to(form.content()),
    }
    return show(model_admin, request, "on_the_line", context)


def chosen(request: HttpRequest) -> OnTheLineForm:
    """From the address, which holds choices and no words; also for writing it down."""
    form = OnTheLineForm(request.GET, practice=request.practice)  # type: ignore[attr-defined]
    form.is_valid()
    return form


def answer_to(told: Content) -> dict[str, Any]:
    team = kept_people.in_our_language()
    found = nearest.who_fits(told, team)
    alone = care_alone.of(told) if told.state else None
    return {
        "told": told,
        "fits": found,
        "cautions": cautions(told, of_team(told, team).fits),
        "alone": alone.sentences if alone else [],
        **({} if found else instead(told, team)),
    }


def instead(told: Content, team: list) -> dict[str, Any]:
    """Who comes nearest, and whom we name outside."""
    return {
        "nearest": nearest.nearest(told, team),
        "forbidden": nearest.what_forbids(told, team),
        "outside": [one.contact for one in outside.fitting(told)[:MOST_NAMED]],
        "has_book": bool(outside.book()),
    }
