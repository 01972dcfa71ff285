"""Mail to those who keep groups, once, when nobody who leads one can be named any more: they have left, or the site does
not show them."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from groups.leading import with_leaders
from groups.models import Group
from groups.models.lists import TEXT
from pages import kept_practice
from staff.admin_routes import address


@transaction.atomic
def tell_of_unled() -> int:
    """Returns how many mails were written."""
    keepers = get_user_model().objects.with_perm("groups.change_group", include_superusers=False)
    desk = {user.email for user in keepers if user.is_active and user.email}
    with kept_practice.its_day():
        ours = Group.objects.listed().filter(language=settings.LANGUAGE_CODE)
        groups = with_leaders(ours.defer(*TEXT).with_what_it_names())
        # Noted only where there is somebody to tell: whoever comes to keep groups later is told then.
        due = [group for group in groups if desk and not group.led_by and take_note(group)]
    # Whoever leads it now may leave as well, and that is news again.
    led = [group.pk for group in groups if group.led_by and group.told_unled_on]
    Group.objects.filter(pk__in=led).update(told_unled_on=None)
    if not due:
        return 0
    for to in sorted(desk):
        send(to, due)
    return len(desk)


def take_note(group: Group) -> bool:
    """Whether somebody is to be told of it now; nobody is told twice, whatever number of workers there is."""
    untold = Group.objects.filter(pk=group.pk, told_unled_on=None)
    return bool(untold.update(told_unled_on=timezone.localdate()))


def send(to: str, groups: Sequence[Group]) -> None:
    rows = [
        (group, settings.SITE_URL.rstrip("/") + address(group, "change", group.pk))
        for group in groups
    ]
    text = render_to_string("groups/nobody_leads.txt", {"rows": rows})
    send_mail(_("A group has nobody to lead it"), text, None, [to])
