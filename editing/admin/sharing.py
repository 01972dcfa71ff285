"""Showing a text before it is on the site, and asking for somebody's word on it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from editing import contents, mails, previews, review_steps, saving
from editing.admin.desk import Desk, StaffRequest
from editing.admin.posted import newer_than_read, posted_number, posted_text
from editing.admin.private_link_form import LinkForm
from editing.models import Editable, PreviewLink, ReviewStep, Version
from staff.admin_routes import address


@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
@xframe_options_sameorigin
@require_POST
def preview(request: StaffRequest, model_admin: Desk, pk: int) -> HttpResponse:
    """What the form holds just now, as visitors would see it: for the frame beside the form."""
    row = model_admin.writable(request, pk) or model_admin.model(slug=uuid4().hex)  # type: ignore[misc]
    form = model_admin.content.version_form(data=request.POST, instance=row)
    looks = {"preview": {"is_print": request.POST.get("look") == "print"}}
    try:
        response = previews.show(model_admin.content, request, form, looks)
    except previews.CannotBeShown as error:
        response = TemplateResponse(
            request, "editing/cannot_be_shown.html", looks | {"sentences": error.sentences}
        )
    response["Cache-Control"] = "no-store"
    return response


def share(request: StaffRequest, model_admin: Desk, pk: int) -> HttpResponse:
    """Private links to the newest saved text, and what was answered."""
    row, content = model_admin.changeable(request, pk), model_admin.content
    if request.method == "POST":
        saving.keep_first_text(content, row)
    version = row.versions().first()
    if "revoke" in request.POST:
        get_object_or_404(PreviewLink.objects.of(row).by_uid(request.POST["revoke"])).revoke()
        messages.success(request, _("The link does not open anything any more."))
        return HttpResponseRedirect(request.path)
    asked = content.reviewers(row)
    may_publish = model_admin.has_publish_permission(request, row)
    may_hand_over = may_publish and not content.is_about(request.user, row)
    form = LinkForm(
        request.POST or None,
        asked=asked,
        how_it_goes=content.how_it_goes,
        may_hand_over=may_hand_over,
        may_bind=content.waits_for_answers,
    )
    if request.method == "POST" and form.is_valid():
        make_link(request, form, version)
        return HttpResponseRedirect(request.path)
    links = PreviewLink.objects.of(row).select_related("version").prefetch_related("steps")
    context = model_admin.page_context(request, row) | {
        "title": _("Show “%(title)s” to somebody") % {"title": row},
        "form": form,
        "asked": asked,
        "version": version,
        "links": [
            (link, not link.is_binding or (may_hand_over and not link.is_secret)) for link in links
        ],
        **steps_to_show(request, model_admin, row),
    }
    return TemplateResponse(request, "admin/editing/share.html", context)


@transaction.atomic
def make_link(request: StaffRequest, form: LinkForm, version: Version) -> None:
    link = form.save(commit=False)
    link.version = version
    link.expires_at = timezone.now() + timedelta(days=form.cleaned_data["days"])
    link.created_by, link.created_by_name = request.user, request.user.get_full_name()
    link.save()
    if link.email:
        mails.send_request(link)
        message = _("The link is on its way to %(reader)s.")
    else:
        message = _("The link for %(reader)s is below: copy it and send it.")
    messages.success(request, message % {"reader": link.reader})


def steps_to_show(request: StaffRequest, model_admin: Desk, row: Editable) -> dict[str, Any]:
    """Who said what: every step with whether this person may stand for it."""
    steps = ReviewStep.objects.of(row).select_related("version", "link")
    steps = steps.defer("version__data").prefetch_related("takers")
    return {
        "steps": [(step, may_stand_for(request, model_admin, row, step)) for step in steps],
        "take_on_address": address(row, "take_on", row.pk),
    }


def may_stand_for(
    request: StaffRequest, model_admin: Desk, row: Editable, step: ReviewStep
) -> bool:
    may_publish = model_admin.has_publish_permission(request, row)
    user = request.user
    return review_steps.may_stand_for(model_admin.content, row, step, user, may_publish=may_publish)


@require_POST
@transaction.atomic
def take_on(request: StaffRequest, model_admin: Desk, pk: int) -> HttpResponse:
    """Somebody stands by name for a yes that came by a link others had in their hands."""
    row = model_admin.readable(request, pk)
    steps = ReviewStep.objects.of(row).select_related("version", "link")
    step = get_object_or_404(steps, pk=posted_number(request, "step"))
    if not step.waits_for_taker:
        messages.info(request, _("Somebody stands for it already."))
    elif not may_stand_for(request, model_admin, row, step):
        raise PermissionDenied
    else:
        review_steps.add_step(step.version, ReviewStep.Kind.TAKEN_ON, request.user, about=step)
        messages.success(
            request, _("You stand for %(name)s’s yes. It counts now.") % {"name": step.person}
        )
    return HttpResponseRedirect(address(row, "share", row.pk))


@require_POST
@transaction.atomic
def send_back(request: StaffRequest, model_admin: Desk, pk: int) -> HttpResponse:
    """An editor returns what was submitted, with a note; a time that was set for it is gone."""
    row, content = model_admin.readable(request, pk), model_admin.content
    last = review_steps.last_about_going_out(content, row)
    if not may_return(request, model_admin, row, last):
        raise PermissionDenied
    note = posted_text(request, "note", 4000)
    if refusal := newer_than_read(request, row) or why_not_returned(content, row, note):
        messages.error(request, refusal)
    else:
        saving.keep_first_text(content, row)
        content.hold_back(row)
        newest = row.versions().first()
        review_steps.add_step(newest, ReviewStep.Kind.RETURNED, request.user, note=note)
        messages.success(request, _("Returned. Whoever wrote it sees your note on the desk."))
    return HttpResponseRedirect(address(row, "change", row.pk))


def may_return(
    request: StaffRequest, model_admin: Desk, row: Editable, last: ReviewStep | None
) -> bool:
    may_publish = model_admin.has_publish_permission(request, row)
    return may_publish and not review_steps.has_asked(last, request.user)


def why_not_returned(content: contents.Content, row: Editable, note: str) -> str:
    newest = row.newest_version()
    if newest and content.is_settled(row, newest):
        return _("Visitors read this text by now.")
    return "" if note else _("Say in a few words what should change.")


def form_context(request: StaffRequest, model_admin: Desk, row: Editable | None) -> dict[str, Any]:
    """What the form of a text shows of its review, and where its buttons lead."""
    preview_address = address(model_admin.model, "preview", row.pk if row else 0)
    if row is None:
        return {"preview_address": preview_address}
    names = ("share", "review", "swap", "take_back", "take_on")
    addresses = {f"{name}_address": address(row, name, row.pk) for name in names}
    return {
        **addresses,
        "preview_address": preview_address,
        **said_last(request, model_admin, row),
    }


def said_last(request: StaffRequest, model_admin: Desk, row: Editable) -> dict[str, Any]:
    """About its going out, and by whoever read it, where that is still of this text. A note with which it came
    back stays in view, whatever was asked since."""
    steps = ReviewStep.objects.of(row).select_related("version").prefetch_related("takers")
    last = steps.first()
    if last is None:
        return {}
    about = review_steps.about_going_out(model_admin.content, row)
    asked = about[0] if about else None
    returned = [step for step in about[1:] if step.kind == ReviewStep.Kind.RETURNED]
    shown = [*about[:1], *(returned[:1] if review_steps.is_request(asked) else [])]
    is_of_this = last.version.number == row.latest_version or last.kind == ReviewStep.Kind.RETURNED
    is_taken_back = last.kind == ReviewStep.Kind.TAKEN_BACK and last.is_about_going_out
    if is_of_this and is_taken_back:
        # What readers had to correct in what was set aside may be so of the text from before.
        beside = steps.filter(
            kind=ReviewStep.Kind.SUGGESTED, version__number=row.latest_version - 1
        )
        shown += [*beside[:1], *([last] if last.user_id != request.user.pk else [])]
    elif is_of_this and not last.is_about_going_out:
        shown.append(last)
    return {
        "said_last": list(dict.fromkeys(shown)),
        "is_asked": asked is not None,
        "open_request": asked if review_steps.is_open(row, asked) else None,
        "may_return": may_return(request, model_admin, row, asked),
    }
