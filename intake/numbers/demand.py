"""What people ask for, counted by month in an unlocked room, with nothing small enough to be somebody.

A month is counted once, when it is over; what was erased before is not in it.
"""

from collections import Counter
from contextlib import suppress
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from intake.documents.opened import read_inquiry
from intake.models import Inquiry, MonthlyDemand
from intake.numbers.response_times import real
from intake.room.unlocking import Room
from pages.states import state_names
from team.models import Therapist
from team.room import has_room

LEAST = 5
MONTHS_SHOWN = 12
Kind = MonthlyDemand.Kind


def uncounted_months() -> list[date]:
    """First days of the months that are over, have inquiries, and were not counted yet."""
    first = Inquiry.objects.order_by("received_at").values_list("received_at", flat=True).first()
    if first is None:
        return []
    counted = set(MonthlyDemand.objects.counted_months())
    month, this = first_day(timezone.localdate(first)), first_day(timezone.localdate())
    missing = []
    while month < this:
        if month not in counted:
            missing.append(month)
        month = next_month(month)
    return missing


def count(room: Room) -> int:
    """Returns how many months; those with something that this room cannot open wait."""
    number = 0
    for month in uncounted_months():
        # Somebody else may be counting at this moment.
        with suppress(IntegrityError):
            number += count_month(room, month)
    return number


@transaction.atomic
def count_month(room: Room, month: date) -> bool:
    tallies = {kind: Counter() for kind in (Kind.SPECIALTY, Kind.PAYER, Kind.STATE)}
    total = 0
    rows = real().filter(received_at__gte=begin(month), received_at__lt=begin(next_month(month)))
    for inquiry in rows.iterator(chunk_size=200):
        told = read_inquiry(room, inquiry).content
        if told is None:
            return False
        total += 1
        tallies[Kind.SPECIALTY].update(set(told.topics))
        tallies[Kind.PAYER][str(told.payment_chosen)] += 1
        tallies[Kind.STATE][str(told.state_chosen or _("Not said"))] += 1
    cells = [(Kind.ALL, "", total if total >= LEAST else None)]
    for kind, tally in tallies.items():
        cells += [(kind, label, number) for label, number in merged(tally).items()]
    MonthlyDemand.objects.bulk_create(
        MonthlyDemand(month=month, kind=kind, label=label[:160], number=number)
        for kind, label, number in cells
    )
    return True


def merged(tally: dict[str, int]) -> dict[str, int | None]:
    """{label: number} with nothing under five: what is smaller goes into "", together.

    Where that would still be under five, the next larger one goes there too, or else the others
    could be had by subtraction. None if even all of them are fewer than five.
    """
    rows = sorted(tally.items(), key=lambda row: (-row[1], row[0]))
    shown = [row for row in rows if row[1] >= LEAST]
    others = sum(number for _label, number in rows[len(shown) :])
    while 0 < others < LEAST and shown:
        others += shown.pop()[1]
    cells: dict[str, int | None] = dict(shown)
    if others:
        cells[""] = others if others >= LEAST else None
    return cells


def of_the_year(kind: MonthlyDemand.Kind | str) -> list[tuple[str, int, int | None]]:
    """[(label, how many in the newest twelve counted months, people with room now)], most first."""
    months = list(MonthlyDemand.objects.counted_months()[:MONTHS_SHOWN])
    sums = Counter()
    rows = MonthlyDemand.objects.filter(month__in=months, kind=kind).exclude(number=None)
    for label, number in rows.values_list("label", "number"):
        sums[label] += number or 0
    accepting = accepting_people(kind)
    named: list[tuple[str, int, int | None]] = [
        (label, number, accepting.get(label, 0)) for label, number in sums.most_common() if label
    ]
    if sums[""]:
        named.append((_("all others together"), sums[""], None))
    return named


def accepting_people(kind: MonthlyDemand.Kind | str) -> dict[Promise | str, int]:
    """{label: how many of the team take new clients now}, by a word that is fresh."""
    team = Therapist.objects.listed().filter(language=settings.LANGUAGE_CODE).for_matching()
    accepting = Counter()
    for therapist in filter(has_room, team):
        if kind == Kind.SPECIALTY:
            accepting.update(specialty.name for specialty in therapist.specialties.all())
        elif kind == Kind.PAYER:
            accepting.update({row.payer.name for row in therapist.payer_participations.all()})
        else:
            accepting.update(state_names(therapist.states))
    return accepting


def first_day(day: date) -> date:
    return day.replace(day=1)


def next_month(month: date) -> date:
    return first_day(month + timedelta(days=31))


def begin(month: date) -> datetime:
    """The first moment of a month, in the practice's time."""
    return timezone.make_aware(
        datetime.combine(date(month.year, month.month, 1), datetime.min.time())
    )
