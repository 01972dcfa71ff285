"""The page of one inquiry, and the one on which a call is taken down."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from intake import actions, care_alone, matching, still_room, tokens, transitions
from intake.actions import duplicates
from intake.actions.take_down_form import TakeDownForm
from intake.admin import on_the_line, page_parts, presence, saved_answers, shown_fits
from intake.admin.not_from_people import as_uuid
from intake.documents.opened import read_inquiry
from intake.documents.person_keys import in_groups, new_code
from intake.documents.sealed import NoKeys
from intake.documents.timeline import read_entries
from intake.models import RoomEvent
from intake.receiving import NotOpen, take_down
from intake.room.rules import Action, standing_of
from intake.room.unlocking import room_of
from sealing.coarse import this_hour

Kind = RoomEvent.Kind
NO_KEYS = _("Nothing can be sealed yet: see Access for what is missing.")
GONE = _("This inquiry was erased in the meantime, by the person or by a colleague.")
SENT_BEFORE = _("This was saved already. It was not written a second time.")
TOLD_BY_MAIL = _("They are told by email that it is there.")
TELL_THEM = _("They want no email: tell them the way they chose, and write down that you did.")
TELL_LATER = _("Unlock to tell them that it is there.")


class OneInquiryMixin:
    @method_decorator(sensitive_post_parameters())
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            return self.take_down_view(request)
        if request.method == "POST":
            with transaction.atomic():
                return self.work_on(request, object_id)
        inquiry = self.get_object(request, object_id)
        if inquiry is None:
            return self.gone(request)
        if not self.has_view_permission(request, inquiry):
            raise PermissionDenied
        told = read_inquiry(room_of(request), inquiry)
        return self.inquiry_page(request, told, self.given_to_forms(request, inquiry, told))

    def gone(self, request):
        self.message_user(request, GONE, level="WARNING")
        return redirect("admin:index")

    def work_on(self, request, object_id):
        """What was sent with one of the forms. The row is locked from reading to saving, so that
        nothing that happens at the same moment is undone."""
        inquiry = self.locked(request, object_id)
        if inquiry is None:
            return self.gone(request)
        if not self.has_change_permission(request, inquiry):
            raise PermissionDenied
        told = read_inquiry(room_of(request), inquiry)
        given = self.given_to_forms(request, inquiry, told)
        form = self.sent_form(request, given)
        if form and form.is_valid() and self.was_sent_before(request):
            return redirect(request.path)
        if form is None or not form.is_valid() or not self.is_saved(request, inquiry, form):
            return self.inquiry_page(request, told, given, form)
        self.message_user(request, f"{form.done} {self.told_now(request, inquiry, told)}".strip())
        still_room.ask(request, form.accepted_by())
        return redirect(request.path)

    def was_sent_before(self, request):
        """By a second press, or from a page that the browser's Back has brought again."""
        token = tokens.read(request.POST.get("once", ""))
        if token is None or tokens.spend(token, []):
            return False
        self.message_user(request, SENT_BEFORE, level="WARNING")
        return True

    def locked(self, request, object_id):
        """With the one it may be merged into, in an order in which no two wait for each other."""
        wanted = {as_uuid(object_id), as_uuid(request.POST.get("merge-twin", ""))} - {None}
        rows = self.get_queryset(request).filter(pk__in=wanted).order_by("pk")
        rows = {row.pk: row for row in rows.select_for_update(of=("self",))}
        return rows.get(as_uuid(object_id))

    def is_saved(self, request, inquiry, form):
        try:
            with transaction.atomic():
                form.save()
                RoomEvent.objects.note(form.event, request.user, inquiry.pk)
        except NoKeys:
            form.add_error(None, NO_KEYS)
            inquiry.refresh_from_db()  # the page shows it as it stayed
            return False
        return True

    def told_now(self, request, inquiry, told):
        """Where a note was put on their page: who tells them, in words."""
        if not inquiry.is_news_untold:
            return ""
        if told.content is None:
            return TELL_LATER
        is_by_mail = transitions.told(inquiry, told.content)
        return TOLD_BY_MAIL if is_by_mail else TELL_THEM

    def given_to_forms(self, request, inquiry, told):
        """The team is read where it is shown: most of what is sent says nothing of it."""
        team_fit = SimpleLazyObject(lambda: matching.of_team(told.content))
        return {
            "inquiry": inquiry,
            "user": request.user,
            "practice": request.practice,
            "standing": standing_of(request),
            "room": room_of(request),
            "told": told.content,
            "team_fit": team_fit if told.content else None,
            "query": request.GET,
        }

    def sent_form(self, request, given):
        """It says itself if it does not fit any more; None for what is no form of ours."""
        for kind in actions.FORMS:
            if kind.action == request.POST.get("action"):
                form = kind(request.POST, **given)
                form.refuse_if_unfit(seen=request.POST.get("seen", ""))
                return form
        return None

    def action_forms(self, given, sent):
        """Those that fit, and the one that was sent."""
        forms = {}
        for kind in actions.FORMS:
            if sent and kind.action == sent.action:
                forms[kind.action] = sent
            elif (
                kind.fits(given["inquiry"])
                and given["standing"].may(kind.does)
                and (given["told"] or not kind.needs_told)
            ):
                forms[kind.action] = kind(**given)
        return forms

    def inquiry_page(self, request, told, given, sent=None):
        room, inquiry = room_of(request), given["inquiry"]
        forms, step = self.action_forms(given, sent), actions.next_step(inquiry)
        present = presence.others_at([inquiry.pk], request.user)
        saved_answers.offer(forms, told.content, request)
        if room:
            RoomEvent.objects.note(Kind.OPENED, request.user, inquiry.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Inquiry {reference}").format(reference=inquiry.reference),
            "opts": self.opts,
            "media": self.media,
            "original": inquiry,
            "room": room,
            "may_unlock": standing_of(request).may(Action.UNLOCK),
            "told": told.content,
            "code_to_read_out": self.code_to_read_out(request, inquiry, told.content),
            "team_fit": given["team_fit"],
            **shown_fits.of(given["team_fit"]),
            "may_ask": "offer" in forms and self.has_change_permission(request, inquiry),
            "unreadable": told.fault,
            "care_alone": care_alone.of(told.content) if told.content else None,
            "further_ways": care_alone.further_ways(told.content) if told.content else [],
            "happened": read_entries(room, inquiry),
            "forms": forms,
            "present": present.get(inquiry.pk),
            **page_parts.of(inquiry, told.content, forms, step),
            "has_change_permission": self.has_change_permission(request, inquiry),
            "has_delete_permission": self.has_delete_permission(request, inquiry),
            "twins": page_parts.lines_of(duplicates.known(inquiry) if room else []),
            "once": tokens.issue(),
            "goes_on_as": inquiry.goes_on_as,
            "next_step": step,
            "is_mail_undelivered": inquiry.has_lost_mail,
            "still_room": still_room.asked(request),
        }
        return TemplateResponse(request, "admin/intake/inquiry/page.html", context)

    def code_to_read_out(self, request, inquiry, content):
        """The code of their page, for whoever has just taken them down on the phone; for nobody else and
        at no other time, since it opens every note without a key."""
        was_taken_down_now = inquiry.received_at == this_hour() and inquiry.owner == request.user
        is_here = content and content.came_by in ("call", "visit")
        if is_here and was_taken_down_now:
            return in_groups(content.code)
        return ""

    def history_view(self, request, object_id, extra_context=None):
        """From the room's own log, which nobody can change."""
        inquiry = self.get_object(request, object_id)
        if inquiry is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, inquiry):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Who saw and changed what"),
            "opts": self.opts,
            "media": self.media,
            "original": inquiry,
            "events": RoomEvent.objects.filter(inquiry_id=inquiry.pk).select_related("user"),
        }
        return TemplateResponse(request, "admin/intake/inquiry/history.html", context)

    def log_deletions(self, request, queryset):
        """The admin's own history would keep the number and the minute for ever: see ``RoomEvent``."""

    def take_down_view(self, request):
        """While somebody is on the phone: one screen, sealed like everything that comes in."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        chosen = on_the_line.chosen(request).carried
        form = TakeDownForm(request.POST or None, practice=request.practice, initial=chosen)
        if request.method == "POST" and form.is_valid():
            if self.was_sent_before(request):
                return redirect("admin:intake_inquiry_changelist")
            try:
                inquiry = take_down(
                    form.content(), request.practice, new_code(), owner=request.user
                )
            except NotOpen:
                form.add_error(None, NO_KEYS)
            else:
                RoomEvent.objects.note(Kind.TAKEN_DOWN, request.user, inquiry.pk)
                day = date_format(inquiry.due_on, "l, F j")
                message = _("Saved and sealed. An answer is due by {day}.").format(day=day)
                self.message_user(request, message)
                return redirect("admin:intake_inquiry_change", inquiry.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Write down a call or a visit"),
            "opts": self.opts,
            "media": self.media,
            "form": form,
            "once": tokens.issue(),
        }
        return TemplateResponse(request, "admin/intake/inquiry/take_down.html", context)
