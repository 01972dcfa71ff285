from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intake.models import MonthlyDemand, RoomEvent
from intake.numbers import demand, response_times
from intake.room.unlocking import room_of

Kind = MonthlyDemand.Kind


@admin.register(MonthlyDemand)
class MonthlyDemandAdmin(admin.ModelAdmin):
    """Its list is one page of numbers; counting past months needs an unlocked room."""

    fields = ["month", "kind", "label", "number"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(self.count_view)
        return [path("count/", view, name="intake_monthlydemand_count"), *super().get_urls()]

    def count_view(self, request):
        room = room_of(request)
        if request.method != "POST" or room is None or not may_count(request.user):
            raise PermissionDenied
        number = demand.count(room)
        if number:
            RoomEvent.objects.note(RoomEvent.Kind.COUNTED, request.user, number=number)
        message = ngettext("{number} month is counted.", "{number} months are counted.", number)
        self.message_user(request, message.format(number=number))
        if demand.uncounted_months():
            self.message_user(
                request, _("A month with inquiries that your key does not open waits.")
            )
        return redirect("admin:intake_monthlydemand_changelist")

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Reports"),
            "opts": self.opts,
            "room": room_of(request),
            "may_count": may_count(request.user),
            "weeks": response_times.weeks(),
            "answers": response_times.first_answers(),
            "states": response_times.states(),
            "months": MonthlyDemand.objects.counted_months()[: demand.MONTHS_SHOWN],
            "missing": demand.uncounted_months(),
            "demand": [
                (kind, kind.label, demand.of_the_year(kind))
                for kind in (Kind.SPECIALTY, Kind.PAYER, Kind.STATE)
            ],
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/intake/numbers/page.html", context)


def may_count(user):
    return user.has_perm("intake.change_inquiry")
