"""Mail to a clinician and to those who keep the licenses, 60, 30 and 7 days before one ends: once for each."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pages import kept_practice
from team.lapses import NOTICES, ending
from team.models import PracticeAuthority


@transaction.atomic
def tell() -> int:
    """Returns how many mails were written."""
    with kept_practice.its_day():
        today = timezone.localdate()
        rows = ending(today, today + timedelta(days=NOTICES[0]))
        due = [row for row in rows if take_note(row, today)]
    keepers = get_user_model().objects.with_perm(
        "team.change_practiceauthority", include_superusers=False
    )
    desk = {user.email for user in keepers if user.is_active and user.email} if due else set()
    own: dict[str, list[PracticeAuthority]] = {}
    for row in due:
        user = row.therapist.user
        if user and user.is_active and user.email and user.email not in desk:
            own.setdefault(user.email, []).append(row)
    for address in sorted(desk):
        send(address, due, is_keeper=True)
    for address, theirs in own.items():
        send(address, theirs, is_keeper=False)
    return len(desk) + len(own)


def take_note(row: PracticeAuthority, today: date) -> bool:
    """Whether somebody is to be told of this row now; nobody is told twice, whatever number of workers there is."""
    left = (row.last_day - today).days
    notice = min(number for number in NOTICES if left <= number)
    if row.told_of_day == row.last_day and row.told_days is not None and row.told_days <= notice:
        return False
    untold = PracticeAuthority.objects.filter(
        pk=row.pk, told_of_day=row.told_of_day, told_days=row.told_days
    )
    return bool(untold.update(told_of_day=row.last_day, told_days=notice))


def send(address: str, rows: list[PracticeAuthority], *, is_keeper: bool) -> None:
    link = settings.SITE_URL.rstrip("/") + reverse("admin:team_practiceauthority_changelist")
    context = {"rows": rows, "is_keeper": is_keeper, "link": link}
    text = render_to_string("team/license_ends.txt", context)
    send_mail(_("A license ends soon"), text, None, [address])
