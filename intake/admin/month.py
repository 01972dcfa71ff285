"""The page for whoever looks over a month of the room: who did how much, what deserves a second look,
and a table of everything that was seen for the day something went wrong."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from intake.admin import second_look
from intake.admin.room_table import as_table
from intake.models import KeyHolder, RoomEvent
from intake.numbers.demand import next_month
from staff.desk_fields import DayInput

Kind = RoomEvent.Kind
COLUMNS = [
    (_("unlocked"), [Kind.UNLOCKED]),
    (_("wrong tries"), [Kind.FAILED]),
    (_("looked at"), [Kind.OPENED, Kind.LISTED, Kind.SEARCHED]),
    (_("worked on"), [Kind.TAKEN_DOWN, Kind.CHANGED, Kind.TOLD]),
    (_("downloaded or printed"), [Kind.HANDED_OVER, Kind.PRINTED, Kind.EXPORTED]),
    (_("erased"), [Kind.PUT_ASIDE, Kind.ERASED]),
]
MOST_SHOWN = 200
# Nothing was kept before; at the calendar's own beginning there is no month before.
EARLIEST = date(2000, 1, 1)


class IncidentForm(forms.Form):
    """What was seen in a stretch of time, by one person or by all, of one inquiry or of all."""

    use_required_attribute = False

    first = forms.DateField(label=_("From"), widget=DayInput)
    last = forms.DateField(label=_("To"), widget=DayInput)
    who = forms.ModelChoiceField(
        get_user_model().objects.none(), label=_("Who"), required=False, empty_label=_("everybody")
    )
    reference = forms.CharField(
        label=_("Inquiry"), required=False, max_length=36, help_text=_("Empty for all of them.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        noted = RoomEvent.objects.order_by().exclude(user=None).values("user")
        self.fields["who"].queryset = get_user_model().objects.filter(pk__in=noted)

    def clean(self):
        answers = super().clean()
        if not self.errors and answers["last"] < answers["first"]:
            self.add_error("last", _("This day is before the first one."))
        return answers

    def events(self):
        answers = self.cleaned_data
        rows = between(answers["first"], answers["last"] + timedelta(days=1))
        if answers["who"]:
            rows = rows.filter(user=answers["who"])
        if reference := answers["reference"].strip().lower():
            rows = rows.filter(inquiry_id__istartswith=reference)
        return rows


def month_page(model_admin, request):
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    month = month_of(request.GET.get("month", ""))
    is_download = request.method == "POST" and "first" in request.POST
    incident = IncidentForm(request.POST if is_download else None)
    if is_download and incident.is_valid():
        return as_table(request.user, incident.events())
    if request.method == "POST" and not is_download:
        RoomEvent.objects.note(Kind.LOOKED_OVER, request.user, about=f"{month:%Y-%m}")
        model_admin.message_user(request, _("Kept: you have looked this month over."))
        return redirect(f"{reverse('admin:intake_roomevent_month')}?month={month:%Y-%m}")
    events = list(between(month, next_month(month)).select_related("user").order_by("pk"))
    notable = second_look.standing_out(events)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Who saw what, by month"),
        "opts": model_admin.opts,
        "media": model_admin.media,
        "month": month,
        "before": month - timedelta(days=1),
        "after": next_month(month) if next_month(month) <= timezone.localdate() else None,
        "is_over": next_month(month) <= timezone.localdate(),
        "columns": [label for label, _kinds in COLUMNS],
        "people": by_person(events),
        "notable": notable[-MOST_SHOWN:],
        "nights": second_look.nights(events),
        "left_out": max(len(notable) - MOST_SHOWN, 0),
        "broken": RoomEvent.objects.first_broken(events),
        "number": len(events),
        "erased_by_person": sum(event.kind == Kind.BY_PERSON for event in events),
        "looked_over": RoomEvent.objects.filter(
            kind=Kind.LOOKED_OVER, about=f"{month:%Y-%m}"
        ).select_related("user"),
        "holders": KeyHolder.objects.select_related("user"),
        "incident": incident,
    }
    return TemplateResponse(request, "admin/intake/roomevent/month.html", context)


def between(first, end):
    """Events from the beginning of one day to the beginning of another, in the practice's time."""
    moments = [timezone.make_aware(datetime.combine(day, time.min)) for day in (first, end)]
    return RoomEvent.objects.filter(at__gte=moments[0], at__lt=moments[1])


def by_person(events):
    """[(who or None, [(column, number)])], in alphabetical order."""
    tallies = {}
    for event in events:
        tallies.setdefault(event.user, Counter())[event.kind] += 1
    rows = [
        (who, [(label, sum(tally[kind] for kind in kinds)) for label, kinds in COLUMNS])
        for who, tally in tallies.items()
    ]
    return sorted(rows, key=lambda row: (row[0] is None, str(row[0])))


def month_of(text):
    """The first day of the month that was asked for, or of this one."""
    try:
        day = parse_date(f"{text}-01")
    except ValueError:
        day = None
    today = timezone.localdate().replace(day=1)
    return day if day and EARLIEST <= day <= today else today
