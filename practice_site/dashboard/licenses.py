"""What of the licenses ends: to those who keep them, and to whose it is."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from practice_site.dashboard.items import Item, by_day
from staff.models import User
from team.lapses import NOTICES, ending, goes_after

SOON = timedelta(days=NOTICES[0])


def kept(user: User) -> Iterator[Item]:
    if user.has_perm("team.change_practiceauthority"):
        today = timezone.localdate()
        yield from goes_tomorrow()
        for row in ending(today, today + SOON):
            yield Item(
                _("{who}: {what}").format(who=row.therapist.name, what=row),
                reverse("admin:team_practiceauthority_change", args=[row.pk]),
                _("Is it renewed? Write down the new last day, or that the board is late."),
                icon="clock",
                **by_day(row.last_day),
            )


def goes_tomorrow() -> Iterator[Item]:
    """Exactly what will not be shown from tomorrow on."""
    losses, nobody_left = goes_after(timezone.localdate())
    listed = reverse("admin:team_practiceauthority_changelist")
    for person, states in losses:
        alone = [name for name in states if name in nobody_left]
        filters = get_text_list(alone, _("and"))
        detail = _("The profile stays. Nobody is left for {states}: the filter loses it.")
        yield Item(
            _("From tomorrow {who} is not shown for {states}").format(
                who=person.name, states=get_text_list(states, _("and"))
            ),
            f"{listed}?{urlencode({'q': person.name})}",
            detail.format(states=filters) if alone else _("The profile stays."),
            icon="clock",
            is_alarm=True,
        )


def own(user: User) -> Iterator[Item]:
    """Of whoever keeps no licenses, the own."""
    profile = getattr(user, "therapist", None)
    if profile is None or user.has_perm("team.change_practiceauthority"):
        return
    today = timezone.localdate()
    for row in ending(today, today + SOON):
        if row.therapist_id == profile.pk:
            yield Item(
                _("Yours ends: {what}").format(what=row),
                reverse("admin:team_therapist_change", args=[profile.pk]),
                _("Tell whoever keeps the licenses at the practice once it is renewed."),
                icon="clock",
                **by_day(row.last_day),
            )
