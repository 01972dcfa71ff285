from functools import partial
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from intake import erasing
from intake.admin import call_list, not_from_people, on_the_line, presence, printouts
from intake.admin.narrowing import ToldFilter
from intake.admin.one_inquiry import OneInquiryMixin
from intake.admin.queue import Row
from intake.admin.queue_list import Queue, QueuePaginator, choose
from intake.admin.searching import holding
from intake.admin.shown_rows import Found, erased_when, groups_of
from intake.admin.states import StateFilter, WhoseFilter, with_counts
from intake.documents.opened import read_inquiry
from intake.models import Inquiry, RoomEvent
from intake.person import telling
from intake.room.rules import Action, standing_of
from intake.room.unlocking import room_of

Kind = RoomEvent.Kind
UNLOCK_TO_ERASE = _("Unlock first: only an open room erases.")
ONLY_INSIDE = _("Only somebody who can open inquiries erases one.")


@admin.register(Inquiry)
class InquiryAdmin(OneInquiryMixin, admin.ModelAdmin):
    """The confidential room: what came in, who answers, and what is next. Locked, it shows what
    stands in clear and says so."""

    list_display = ["reference"]
    list_filter = [StateFilter, WhoseFilter, ToldFilter]
    list_select_related = ["owner"]
    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    paginator = QueuePaginator
    search_fields = ["id__istartswith"]
    actions = None
    change_list_template = "admin/intake/inquiry/change_list.html"

    class Media:
        css = {"all": ["css/desk/inquiries.css"]}
        js = [Script("js/room.js", type="module")]

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_lost_mail().with_urgency()
        rows = rows.select_related("owner")
        rows = rows.defer("person_public", "person_wrapped")
        return rows if room_of(request) else rows.defer("content")

    def get_urls(self):
        def page(address, view, name):
            view = never_cache(self.admin_site.admin_view(view))
            return path(address, view, name=f"intake_inquiry_{name}")

        return [
            page("here/", self.here_view, "here"),
            page("tell/", self.tell_view, "tell"),
            page("list/", choose, "list"),
            page("of-mail/<uuid:mail>/", self.of_mail_view, "of_mail"),
            page("on-the-line/", partial(on_the_line.page, self), "on_the_line"),
            page("not-from-people/", partial(not_from_people.page, self), "not_from_people"),
            page("call-sheet/", partial(call_list.call_list, self), "call_list"),
            page("<uuid:pk>/sheet/", partial(printouts.hand_over_page, self), "hand_over_page"),
            page("<uuid:pk>/print/", partial(printouts.print_page, self), "print_page"),
            *super().get_urls(),
        ]

    def here_view(self, request):
        """For a form that is about to be sent: somebody is still signed in, and this is the token."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        return HttpResponse(get_token(request), content_type="text/plain")

    def of_mail_view(self, request, mail):
        """From a mail that did not arrive to the inquiry that shows how to reach them."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        inquiry = get_object_or_404(Inquiry.objects.only("pk"), mail=mail)
        return redirect("admin:intake_inquiry_change", inquiry.pk)

    def tell_view(self, request):
        """“12 are ready, send”: what was put on people’s pages while addresses were sealed."""
        if request.method != "POST" or not standing_of(request).may(Action.TELL):
            raise PermissionDenied
        told, without = telling.tell(room_of(request))
        RoomEvent.objects.note(Kind.TOLD, request.user, number=told + without)
        message = ngettext("{number} is told by email.", "{number} are told by email.", told)
        self.message_user(request, message.format(number=told))
        if without:
            message = ngettext(
                "{number} wants no email and stands under “To tell”: tell them the way they chose.",
                "{number} want no email and stand under “To tell”: tell them the way they chose.",
                without,
            )
            self.message_user(request, message.format(number=without))
        return redirect("admin:intake_inquiry_changelist")

    # The list

    def get_changelist(self, request, **kwargs):
        return Queue

    @method_decorator(sensitive_post_parameters())
    def changelist_view(self, request, extra_context=None):
        # Words are posted; an address that has some is not followed, nor are they carried on.
        request.GET = request.GET.copy()
        request.GET.pop(SEARCH_VAR, None)
        room = room_of(request)
        # Asked for by a locked list only.
        context = {"room": room, "may_unlock": lambda: standing_of(request).may(Action.UNLOCK)}
        response = super().changelist_view(request, {**context, **(extra_context or {})})
        if changelist := getattr(response, "context_data", {}).get("cl"):
            query = request.GET.urlencode()
            response.context_data["own_address"] = (
                f"{request.path}?{query}" if query else request.path
            )
            response.context_data["untold"] = telling.untold().count()
            rows = list(changelist.result_list)
            present = presence.others_at([row.pk for row in rows], request.user) if rows else {}
            found = Found(getattr(request, "found_in", {}), present)
            response.context_data["groups"] = list(groups_of(rows, room, found))
            response.context_data["first_row"] = Row(rows[0], None, "") if rows else None
            if room:
                number = len(rows)
                RoomEvent.objects.note(Kind.LISTED, request.user, number=number)
            response.context_data["states"] = with_counts(changelist, Inquiry.objects)
        return response

    def get_search_results(self, request, queryset, term):
        room = room_of(request)
        if room is None or not term.strip():
            return super().get_search_results(request, queryset, term)
        RoomEvent.objects.note(Kind.SEARCHED, request.user)
        request.found_in = holding(room, queryset, term)
        return queryset.filter(pk__in=request.found_in), False

    def has_delete_permission(self, request, obj=None):
        stays = obj is not None and (obj.is_held or obj.erase_at or obj.is_worrying)
        return not stays and super().has_delete_permission(request, obj)

    def delete_view(self, request, object_id, extra_context=None):
        """Locked, it leads to the unlocking and back: erasing asks for more than a session."""
        standing = standing_of(request)
        if standing.might(Action.ERASE) and not standing.may(Action.ERASE):
            self.message_user(request, UNLOCK_TO_ERASE, level="WARNING")
            query = urlencode({"next": request.path})
            return redirect(f"{reverse('room:unlock')}?{query}")
        if not standing.may(Action.ERASE):
            raise PermissionDenied(ONLY_INSIDE)
        return super().delete_view(request, object_id, extra_context)

    def render_delete_form(self, request, context):
        """With the name, so that it is this one and not its neighbor in the list."""
        inquiry = context["object"]
        told = read_inquiry(room_of(request), inquiry).content
        RoomEvent.objects.note(Kind.LISTED, request.user, inquiry.pk, number=1)
        context |= {"title": _("Erase"), "name": told.name if told else ""}
        return super().render_delete_form(request, context | {"notes": inquiry.entries.count()})

    def get_deleted_objects(self, objs, request):
        """Nothing goes before a day is over."""
        return [], {}, set(), []

    def delete_model(self, request, obj):
        erasing.put_aside(Inquiry.objects.filter(pk=obj.pk), by=request.user)

    def response_delete(self, request, obj_display, obj_id):
        inquiry = Inquiry.objects.filter(pk=obj_id).put_aside().first()
        if inquiry:
            message = _("{reference}: {when}; until then any colleague can bring it back.")
            message = message.format(reference=obj_display, when=erased_when(inquiry))
            self.message_user(request, message)
        return redirect("admin:intake_inquiry_changelist")
