"""People with and without licenses, and where they may see somebody on a day."""

from datetime import date, timedelta

from team.models import PracticeAuthority, Therapist
from team.models.where import where
from tests.factories import make_therapist

DAY = date(2026, 3, 4)
ANY = frozenset({"in-person", "video", "phone"})
REMOTE, THERE = frozenset({"video", "phone"}), frozenset({"in-person"})


def on(day=DAY, *days):
    return day + timedelta(days=sum(days))


def right(person, state="NY", **fields):
    return PracticeAuthority.objects.create(therapist=person, state=state, **fields)


def nobody(name="Hana Wexler", **fields):
    """Without any license."""
    return make_therapist(name, states=[], **fields)


def read(person, day=DAY):
    return where(Therapist.objects.for_calendar().get(pk=person.pk), day)
