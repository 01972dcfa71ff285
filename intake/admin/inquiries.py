from functools import partial

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from intake import desk, duplicates, erasing, matching, news
from intake.admin import sheets
from intake.admin.places import PlaceFilter, with_counts
from intake.admin.searching import holding
from intake.letters import person_link
from intake.models import Inquiry, RoomEvent
from intake.opened import read_entries, read_inquiry
from intake.person_keys import new_code
from intake.receiving import NotOpen, take_down
from intake.room.unlocking import room_of
from intake.taking_down import TakeDownForm
from outbox.models import Message

Kind = RoomEvent.Kind


@admin.register(Inquiry)
class InquiryAdmin(admin.ModelAdmin):
    """The confidential room: what came in, who answers, and what is next. Locked, it shows what
    stands in clear and says so."""

    list_display = ["reference", "age", "state", "owner", "next_words", "button"]
    list_filter = [PlaceFilter]
    list_select_related = ["owner"]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["next_on", "received_at", "pk"]
    search_fields = ["id__istartswith"]
    actions = None
    change_list_template = "admin/intake/inquiry/change_list.html"

    class Media:
        css = {"all": ["css/admin-inquiry.css"]}

    def get_queryset(self, request):
        rows = super().get_queryset(request).defer("person_public", "person_wrapped")
        return rows if room_of(request) else rows.defer("content")

    def get_urls(self):
        def page(address, view, name):
            view = never_cache(self.admin_site.admin_view(view))
            return path(address, view, name=f"intake_inquiry_{name}")

        return [
            page("tell/", self.tell_view, "tell"),
            page("call-sheet/", partial(sheets.call_sheet, self), "call_sheet"),
            page("<uuid:pk>/sheet/", partial(sheets.hand_over_sheet, self), "sheet"),
            *super().get_urls(),
        ]

    def tell_view(self, request):
        """“12 are ready, send”: what was put on people’s pages while addresses were sealed."""
        room = room_of(request)
        if request.method != "POST" or room is None or not self.has_change_permission(request):
            raise PermissionDenied
        told, without = news.tell(room)
        words = ngettext("{number} is told by mail.", "{number} are told by mail.", told)
        self.message_user(request, words.format(number=told))
        if without:
            words = ngettext(
                "{number} wants no mail: tell them the way they chose.",
                "{number} want no mail: tell them the way they chose.",
                without,
            )
            self.message_user(request, words.format(number=without))
        return redirect("admin:intake_inquiry_changelist")

    # The list

    def changelist_view(self, request, extra_context=None):
        room = room_of(request)
        response = super().changelist_view(request, {"room": room, **(extra_context or {})})
        if changelist := getattr(response, "context_data", {}).get("cl"):
            response.context_data["untold"] = news.untold().count()
            if room:
                number = len(changelist.result_list)
                RoomEvent.objects.note(Kind.LISTED, request.user, number=number)
            response.context_data["places"] = with_counts(changelist, Inquiry.objects)
        return response

    def get_list_display(self, request):
        """The name stands in the list only while the room is unlocked, and for this request only:
        this object is shared by all of them."""
        room = room_of(request)

        @admin.display(description=_("asks to be called"))
        def who(inquiry):
            told = read_inquiry(room, inquiry)
            return told.content.name if told.content else told.fault or None

        first, *rest = self.list_display
        return [first, who, *rest] if room else [first, *rest]

    def get_search_results(self, request, queryset, term):
        room = room_of(request)
        if room is None or not term.strip():
            return super().get_search_results(request, queryset, term)
        RoomEvent.objects.note(Kind.SEARCHED, request.user)
        return queryset.filter(pk__in=holding(room, queryset, term)), False

    @admin.display(description=_("reference"))
    def reference(self, inquiry):
        return inquiry.reference

    @admin.display(description=_("received"), ordering="received_at")
    def age(self, inquiry):
        return _("{time} ago").format(time=timesince(inquiry.received_at, depth=1))

    @admin.display(description=_("next step due"), ordering="next_on")
    def next_words(self, inquiry):
        words = date_format(inquiry.next_on, "D, M j") if inquiry.next_on else "–"
        if inquiry.is_suspected_spam:
            words = _("{day} · looks automated").format(day=words)
        kind = "inquiry-due" if desk.is_due(inquiry) else ""
        return format_html('<span class="{}">{}</span>', kind, words)

    @admin.display(description=_("what to do"))
    def button(self, inquiry):
        step = desk.next_step(inquiry)
        if step is None:
            return ""
        words, form = step
        url = reverse("admin:intake_inquiry_change", args=[inquiry.pk])
        # The reference is for those who hear a list of buttons and do not see the rows.
        button = '<a class="button" href="{}#{}">{}<span class="visually-hidden"> {}</span></a>'
        return format_html(button, url, form, words, inquiry.reference)

    # One inquiry

    @method_decorator(sensitive_post_parameters())
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            return self.take_down_view(request)
        inquiry = self.get_object(request, object_id)
        if inquiry is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, inquiry):
            raise PermissionDenied
        told = read_inquiry(room_of(request), inquiry)
        team_fit = told.content and matching.of_team(told.content)
        forms = self.desk_forms(request, inquiry, told=told.content, team_fit=team_fit)
        if request.method == "POST":
            if not self.has_change_permission(request, inquiry):
                raise PermissionDenied
            form = forms.get(request.POST.get("action"))
            if form is not None and form.is_valid():
                with transaction.atomic():
                    form.save()
                    inquiry.save(update_fields=[*desk.SAVED_FIELDS, *form.also_saves])
                    self.log_change(request, inquiry, str(form.title))
                    kind = Kind.HELD if form.action == "hold" else Kind.CHANGED
                    RoomEvent.objects.note(kind, request.user, inquiry.pk)
                self.message_user(request, form.done)
                return redirect(f"{request.path}#{form.action}")
        return self.inquiry_page(request, inquiry, forms, told, team_fit)

    def take_down_view(self, request):
        """While somebody is on the phone: one screen, sealed like everything that comes in."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = TakeDownForm(request.POST or None, practice=request.practice)
        if request.method == "POST" and form.is_valid():
            try:
                inquiry = take_down(
                    form.content(), request.practice, new_code(), owner=request.user
                )
            except NotOpen:
                form.add_error(None, _("Nothing can be sealed yet: see Keys for what is missing."))
            else:
                self.log_addition(request, inquiry, str(_("Taken down")))
                RoomEvent.objects.note(Kind.TAKEN_DOWN, request.user, inquiry.pk)
                self.message_user(request, _("It is kept, sealed, and its clock runs."))
                return redirect("admin:intake_inquiry_change", inquiry.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Take an inquiry down"),
            "opts": self.opts,
            "media": self.media,
            "form": form,
        }
        return TemplateResponse(request, "admin/intake/inquiry/take_down.html", context)

    def desk_forms(self, request, inquiry, **read):
        """``read``: what the person wrote and who fits, where somebody has unlocked."""
        common = {"inquiry": inquiry, "user": request.user, "practice": request.practice, **read}
        asked = request.POST.get("action") if request.method == "POST" else None
        return {
            kind.action: kind(request.POST if kind.action == asked else None, **common)
            for kind in desk.FORMS
            if kind.suits(inquiry) and (read["told"] or not kind.needs_told or kind.action == asked)
        }

    def inquiry_page(self, request, inquiry, forms, told, team_fit):
        room = room_of(request)
        if room:
            RoomEvent.objects.note(Kind.OPENED, request.user, inquiry.pk)
        mail, step = inquiry.acknowledgment, desk.next_step(inquiry)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Inquiry {reference}").format(reference=inquiry.reference),
            "opts": self.opts,
            "media": self.media,
            "original": inquiry,
            "room": room,
            "told": told.content,
            "told_link": told.content and person_link(told.content.code),
            "team_fit": team_fit,
            "unreadable": told.fault,
            "happened": read_entries(room, inquiry),
            "forms": next_first(forms, step),
            "has_change_permission": self.has_change_permission(request, inquiry),
            "has_delete_permission": self.has_delete_permission(request, inquiry),
            "twins": duplicates.of(inquiry),
            "next_step": step,
            "is_mail_undelivered": bool(mail and mail.state == Message.State.UNDELIVERED),
        }
        return TemplateResponse(request, "admin/intake/inquiry/page.html", context)

    def has_delete_permission(self, request, obj=None):
        is_held = obj is not None and obj.is_held
        return not is_held and super().has_delete_permission(request, obj)

    def delete_model(self, request, obj):
        erasing.erase(Inquiry.objects.filter(pk=obj.pk), by=request.user)


def next_first(forms, step):
    """The form of the next step stands before the others."""
    return dict(sorted(forms.items(), key=lambda row: step is None or row[0] != step[1]))
