"""Whose word on room for new clients is getting old: to those who keep it for everybody, and to whose it is."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from practice_site.dashboard.items import Item
from staff.admin_routes import address
from staff.models import User
from staff.short_time import short_day
from team.models import Therapist
from team.models.room import Age

EVERYBODYS, OWN = "team.confirm_room", "team.change_own_profile"


def everybodys(user: User) -> Iterator[Item]:
    if user.has_perm(EVERYBODYS):
        rows = Therapist.objects.listed().filter(translation_of=None).to_confirm()
        number = rows.count()
        text = ngettext(
            "Whether one person has room was last confirmed more than four weeks ago",
            "Whether %(number)d people have room was last confirmed more than four weeks ago",
            number,
        )
        detail = _(
            "Visitors are told to ask. All of them stand on one page: one press says that it is right today."
        )
        if number:
            url = address(Therapist, "room")
            yield Item(text % {"number": number}, url, detail, icon="people")


def own(user: User) -> Iterator[Item]:
    """A clinician says from time to time whether they take new clients; visitors see how old the word is."""
    if user.has_perm(EVERYBODYS) or not user.has_perm(OWN):
        return
    profile = Therapist.objects.listed().filter(user=user).first()
    if profile is None or profile.age_of_room() is Age.FRESH:
        return
    day = profile.availability_confirmed_on
    said = _("Your profile says “{word}”, and nobody has confirmed it.")
    if day:
        said = _("Your profile says “{word}”, last confirmed {day}.")
    yield Item(
        _("Are you accepting new clients?"),
        address(Therapist, "room"),
        said.format(word=profile.get_availability_display(), day=short_day(day)),
        icon="people",
        by=_("every month"),
    )
