"""Asking somebody by a private link whether they still have room."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from pages import kept_practice
from staff.models import User
from team.models import RoomLink, Therapist
from team.models.room import FRESH_FOR

# Asked so long before visitors would read the day in place of the word: time for a free minute.
ASKED_BEFORE = timedelta(days=3)
SENT_TO = "team.room_link.sent_to"


def today() -> date:
    return timezone.localdate()


def address_of(person: Therapist) -> str:
    """Where they sign in; empty for whoever does not."""
    user = person.user
    return user.email if user is not None and user.is_active else ""


def account_of(person: Therapist) -> str:
    """To whom a mail goes now, told apart and not told: the address is written down once, with the account."""
    address = address_of(person)
    said = f"{person.user_id} {address}"
    return salted_hmac(SENT_TO, said, algorithm="sha256").hexdigest() if address else ""


def is_still_theirs(link: RoomLink, person: Therapist) -> bool:
    """Not where it was mailed to an account that is shut, another's by now, or has another address."""
    return link.sent_to in ("", account_of(person))


def make(person: Therapist, by: User | None, sent_to: str = "") -> RoomLink:
    name = by.get_full_name() if by else ""
    return RoomLink.objects.create(
        therapist=person, created_by=by, created_by_name=name, sent_to=sent_to
    )


def ask(person: Therapist, by: User | None) -> bool:
    """By mail. Whether there is an address."""
    address = address_of(person)
    if not address:
        return False
    link = make(person, by, account_of(person))
    context = {"link": link, "person": person, "site": urlsplit(settings.SITE_URL).netloc}
    text = render_to_string("team/confirming/mail.txt", context)
    send_mail(_("Your openings"), text, None, [address])
    return True


def withdraw(person: Therapist) -> int:
    """Every link that still opens."""
    return person.room_links.open().update(revoked_at=timezone.now())


class Asked(NamedTuple):
    by_mail: int
    without_address: list[str]


def ask_all(people: Iterable[Therapist], by: User) -> Asked:
    """Each once a day, however often somebody presses."""
    number, without = 0, []
    for person in people:
        if not address_of(person):
            without.append(person.name)
        elif take_note(person, today()):
            number += ask(person, by)
    return Asked(number, without)


def take_note(person: Therapist, day: date) -> bool:
    """Whether this person is asked now; nobody is asked twice, whatever number of workers there is."""
    if person.room_asked_on == day:
        return False
    untold = Therapist.objects.filter(pk=person.pk, room_asked_on=person.room_asked_on)
    return bool(untold.update(room_asked_on=day))


@transaction.atomic
def ask_before_it_ages() -> int:
    """The worker's: whoever has an account here is asked once for each word that is about to age."""
    RoomLink.objects.over().delete()
    with kept_practice.its_day():
        people = Therapist.objects.listed().filter(translation_of=None).select_related("user")
        due = [person for person in people if is_due(person, today()) and address_of(person)]
        return sum(ask(person, None) for person in due if take_note(person, today()))


def is_due(person: Therapist, day: date) -> bool:
    said, asked = person.availability_confirmed_on, person.room_asked_on
    if said is None:
        return asked is None
    due_on = said + FRESH_FOR - ASKED_BEFORE
    return day >= due_on and (asked is None or asked < due_on)
