"""What people wait for: inquiries and their keys, mail, whether there is room, invitations."""

from collections.abc import Iterator
from datetime import timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.models import Inquiry
from intake.room import attention as room
from outbox.models import Message
from outbox.troubles import troubles
from practice_site.dashboard.items import Item, counted
from staff.models import User
from team.models import Therapist

AVAILABILITY_GOES_STALE_AFTER = timedelta(days=30)


def keys(user: User) -> Iterator[Item]:
    for message, address in room.lines(user):
        yield Item(message, address)


def inquiries(user: User) -> Iterator[Item]:
    if user.has_perm("intake.view_inquiry"):
        number = Inquiry.objects.open().filter(state=Inquiry.State.NEW).count()
        text = ngettext("%d new inquiry", "%d new inquiries", number)
        yield from counted(number, text, "intake_inquiry", place="new")
        number = Inquiry.objects.due().exclude(state=Inquiry.State.NEW).count()
        text = ngettext("%d next step is due", "%d next steps are due", number)
        yield from counted(number, text, "intake_inquiry", place="open")
        number = Inquiry.objects.to_tell().count()
        text = ngettext("%d person is to be told", "%d people are to be told", number)
        yield from counted(number, text, "intake_inquiry", place="to-tell")
        number = Inquiry.objects.to_hand_over().count()
        text = ngettext("%d client to hand over", "%d clients to hand over", number)
        yield from counted(number, text, "intake_inquiry", place="to-hand-over")


def in_clear(user: User) -> Iterator[Item]:
    """What a version from before sealing stored; whoever runs the site is asked to seal it."""
    if user.has_perm("intake.view_inquiry") or user.has_perm("staff.add_user"):
        number = Inquiry.objects.unsealed().count()
        text = ngettext(
            "%d inquiry from earlier lies unsealed: whoever runs the site should run "
            "manage.py seal_inquiries",
            "%d inquiries from earlier lie unsealed: whoever runs the site should run "
            "manage.py seal_inquiries",
            number,
        )
        if number:
            yield Item(text % number, reverse("admin:index"))


def mail(user: User) -> Iterator[Item]:
    if user.has_perm("outbox.view_message"):
        waiting = f"{reverse('admin:outbox_message_changelist')}?state__exact=waiting"
        for sentence in troubles():
            yield Item(sentence, waiting)
        number = Message.objects.undelivered().count()
        text = ngettext("%d mail not delivered", "%d mails not delivered", number)
        yield from counted(number, text, "outbox_message", state__exact="undelivered")
        number = Message.objects.late().count()
        text = ngettext("%d mail waiting for long", "%d mails waiting for long", number)
        yield from counted(number, text, "outbox_message", state__exact="waiting")


def own_availability(user: User) -> Iterator[Item]:
    """A clinician says from time to time whether they take new clients; visitors see how old the word is."""
    if not user.has_perm("team.change_own_profile"):
        return
    profile = Therapist.objects.listed().filter(user=user).first()
    if profile is None:
        return
    confirmed = profile.availability_confirmed_on
    if confirmed is None or timezone.localdate() - confirmed > AVAILABILITY_GOES_STALE_AFTER:
        yield Item(
            _("Do you have room for new clients? Please confirm it on your profile."),
            reverse("admin:team_therapist_change", args=[profile.pk]),
        )


def invitations(user: User) -> Iterator[Item]:
    if user.has_perm("staff.add_user"):
        number = User.objects.filter(
            is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX
        ).count()
        text = ngettext(
            "%d invited person has not chosen a password yet",
            "%d invited people have not chosen a password yet",
            number,
        )
        yield from counted(number, text, "staff_user", account="waiting")
