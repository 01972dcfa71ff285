"""Somebody has forgotten the passphrase. What would end an access asks for more than what uses one: the
new key counts when a colleague says yes, or somebody types a recovery code, or after a day of which
every holder was told, and in which the old key still opens and can stop it."""

from datetime import datetime, timedelta

from django.utils import timezone

from intake.models import KeyHolder, NewKey, RoomEvent
from intake.room import holders, mails, roll, warnings
from outbox.models import Message
from sealing.envelopes import PrivateKey
from staff.models import User

A_DAY = timedelta(days=1)
Kind = RoomEvent.Kind


@roll.changing()
def ask(user: User, passphrase: str) -> NewKey | None:
    """Returns the new key that waits; None where there was nothing to lose, so that it counts at once.
    Raises ``LastWayIn``."""
    own = KeyHolder.objects.filter(user=user)
    holders.refuse_last(own)
    NewKey.objects.filter(user=user).delete()
    RoomEvent.objects.note(Kind.FORGOTTEN, user)
    if not own.filter(grants__isnull=False).exists():
        holders.make_person(user, passphrase)
        return None
    new = holders.prepare(passphrase, user=user)
    new.mail.set(mails.tell_of_forgetting())
    return new


@roll.changing()
def stop(new: NewKey, by: User) -> None:
    RoomEvent.objects.note(Kind.STOPPED, by, about=str(new.user))
    new.delete()


@roll.changing()
def say_yes(new: NewKey, own: PrivateKey) -> KeyHolder:
    """``own``: the key of a colleague who is inside, or of a recovery code. Raises what ``let_in`` does."""
    holder = take_the_place(new)
    holders.let_in(own, holder)
    warnings.warn_of_few()
    return holder


@roll.changing()
def take_the_place(new: NewKey) -> KeyHolder:
    """The new key opens nothing until somebody lets it in."""
    if not new.is_signed:
        raise roll.NotOurs
    holders.drop(KeyHolder.objects.filter(user=new.user))
    return holders.bring_in(new)


def run_due(now: datetime | None = None) -> None:
    """Every hour. Until everybody was told, it goes on waiting; and so where nobody could let them in
    afterwards, or where somebody else has changed keys."""
    warnings.warn_of_few()
    if not roll.look().holds:
        return
    now = now or timezone.now()
    a_day_ago = now - A_DAY
    for new in NewKey.objects.filter(sheet="", made_at__lte=a_day_ago).select_related("user"):
        if all_were_told(new, a_day_ago):
            count(new)
    warnings.warn_of_few()


def all_were_told(new: NewKey, by: datetime) -> bool:
    """Mail that waits, that somebody has stopped, or that did not arrive has told nobody."""
    return not new.mail.exclude(state=Message.State.SENT, sent_at__lte=by).exists()


@roll.changing()
def count(new: NewKey) -> None:
    if not new.user.has_perm("intake.change_inquiry"):  # type: ignore[union-attr]
        new.delete()
        return
    try:
        take_the_place(new)
    except (holders.LastWayIn, roll.NotOurs):
        return
    mails.tell_of_waiting()


def is_last(user: User) -> bool:
    """Whether nobody and nothing else could open what people wrote."""
    try:
        holders.refuse_last(KeyHolder.objects.filter(user=user))
    except holders.LastWayIn:
        return True
    return False
