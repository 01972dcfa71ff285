"""Changes of profiles that wait for a yes: to those who may give it; and, where they came back, to whose they are."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from practice_site.dashboard.items import Item
from staff.admin_routes import address
from staff.models import User
from team.models import Therapist
from team.models.lists import TherapistQuerySet

MOST_ROWS = 8
EVERYBODYS, OWN = "team.change_therapist", "team.change_own_profile"


def waiting(user: User) -> Iterator[Item]:
    if user.has_perm(EVERYBODYS):
        detail = _("Waits for your yes. Visitors read the profile from before.")
        yield from each(Therapist.objects.with_next_text("submitted"), detail, "look")


def returned(user: User) -> Iterator[Item]:
    if user.has_perm(OWN) and not user.has_perm(EVERYBODYS):
        detail = _("Your profile was returned to you with a note, which stands above it.")
        rows = Therapist.objects.with_next_text("returned").filter(user=user)
        yield from each(rows, detail, "note")


def each(rows: TherapistQuerySet, detail: str, icon: str) -> Iterator[Item]:
    for pk, name in rows.values_list("pk", "name")[:MOST_ROWS]:
        yield Item(name, address(Therapist, "change", pk), detail, icon)
