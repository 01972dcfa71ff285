"""What people wait for: inquiries and their keys, mail, invitations."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.models import Inquiry
from intake.room import attention as room
from outbox.models import Message
from outbox.troubles import troubles
from practice_site.dashboard.items import Item, by_day, counted, row_or_list
from staff.models import User


def keys(user: User) -> Iterator[Item]:
    for message, address in room.lines(user):
        yield Item(message, address, icon="lock")


def inquiries(user: User) -> Iterator[Item]:
    """Numbers and days: nothing here opens a word of anybody, whether the room is locked or not."""
    if user.has_perm("intake.view_inquiry"):
        found = standing()
        marked = with_a_mark()
        yield from worries(marked["worrying"])
        yield from past_promise(found["late"], found["late_first"])
        yield from without_an_answer(found["new"], found["new_first"], found["new_late"])
        yield from steps_that_are_due(found["due"], found["due_first"])
        yield from to_tell_and_to_hand_over(marked["to_tell"], marked["to_hand_over"])


def standing() -> dict[str, Any]:
    """What is open, counted in one look."""
    today, is_new = timezone.localdate(), Q(state=Inquiry.State.NEW)
    is_late = Q(answered_at=None, due_on__lt=today)
    is_due = Q(next_on__lte=today, is_worrying=False) & ~is_new
    return Inquiry.objects.open().aggregate(
        late=Count("pk", filter=is_late),
        late_first=Min("due_on", filter=is_late),
        new=Count("pk", filter=is_new),
        new_first=Min("due_on", filter=is_new & ~is_late),
        new_late=Count("pk", filter=is_new & is_late),
        due=Count("pk", filter=is_due),
        due_first=Min("next_on", filter=is_due),
    )


def with_a_mark() -> dict[str, Any]:
    """What also what is closed can ask for, counted in one look; all of it is found by indexes."""
    worrying = Q(is_worrying=True)
    to_tell = Q(is_told_by_us=True)
    to_hand_over = Q(closed_because=Inquiry.Outcome.CLIENT, handed_over_on=None)
    marked = Inquiry.objects.active().filter(worrying | to_tell | to_hand_over)
    return marked.aggregate(
        worrying=Count("pk", filter=worrying),
        to_tell=Count("pk", filter=to_tell),
        to_hand_over=Count("pk", filter=to_hand_over),
    )


def worries(number: int) -> Iterator[Item]:
    rows = Inquiry.objects.worrying()
    text = ngettext(
        "Somebody is worried about one person who wrote",
        "Somebody is worried about %(number)d people who wrote",
        number,
    )
    detail = _("Look at it before anything else.")
    filters = {"place": "worrying"}
    yield from row_or_list(rows, number, text, filters, detail=detail, icon="worry", is_alarm=True)


def past_promise(number: int, first: date | None) -> Iterator[Item]:
    rows = Inquiry.objects.past_promise()
    text = ngettext(
        "One person waits longer for an answer than we promised",
        "%(number)d people wait longer for an answer than we promised",
        number,
    )
    detail = _("Answer them first, the way they asked for.")
    filters = {"place": "open", "whose": "late"}
    yield from row_or_list(
        rows, number, text, filters, detail=detail, icon="clock", **by_day(first)
    )


def without_an_answer(number: int, first: date | None, late: int) -> Iterator[Item]:
    """Where all of them are late, that was said before."""
    if late == number:
        return
    rows = Inquiry.objects.open().filter(state=Inquiry.State.NEW)
    text = ngettext(
        "One person wrote and has no answer yet",
        "%(number)d people wrote and have no answer yet",
        number,
    )
    detail = _("Read what they wrote, and answer the way they asked for.")
    if late:
        detail = ngettext(
            "One of them was promised an answer before today.",
            "%(late)d of them were promised an answer before today.",
            late,
        ) % {"late": late}
    yield from row_or_list(
        rows, number, text, {"place": "new"}, detail=detail, icon="inquiries", **by_day(first)
    )


def steps_that_are_due(number: int, first: date | None) -> Iterator[Item]:
    # What worries somebody has a line of its own.
    rows = Inquiry.objects.due().exclude(state=Inquiry.State.NEW).exclude(is_worrying=True)
    text = ngettext(
        "One person waits for your next step", "%(number)d people wait for your next step", number
    )
    detail = _("They stand first in the list, each with what to do.")
    yield from row_or_list(
        rows, number, text, {"place": "open"}, detail=detail, icon="clock", **by_day(first)
    )


def to_tell_and_to_hand_over(told: int, handed_over: int) -> Iterator[Item]:
    rows, number = Inquiry.objects.to_tell(), told
    text = ngettext(
        "One person is to be told that there is news",
        "%(number)d people are to be told that there is news",
        number,
    )
    detail = _("They want no email. Tell them the way they chose, and press that it is done.")
    filters = {"place": "to-tell"}
    yield from row_or_list(rows, number, text, filters, detail=detail, icon="phone")
    rows, number = Inquiry.objects.to_hand_over(), handed_over
    text = ngettext(
        "One new client is not in your record system yet",
        "%(number)d new clients are not in your record system yet",
        number,
    )
    detail = _("Carry over what is needed, and press that it is done.")
    filters = {"place": "to-hand-over"}
    yield from row_or_list(rows, number, text, filters, detail=detail, icon="people")


def in_clear(user: User) -> Iterator[Item]:
    """What a version from before sealing stored; whoever runs the site is asked to seal it."""
    if user.has_perm("intake.view_inquiry") or user.has_perm("staff.add_user"):
        number = Inquiry.objects.unsealed().count()
        text = ngettext(
            "One inquiry from earlier lies unsealed",
            "%(number)d inquiries from earlier lie unsealed",
            number,
        )
        detail = _("Whoever runs the site should run manage.py seal_inquiries.")
        if number:
            address = reverse("admin:index")
            yield Item(text % {"number": number}, address, detail, icon="lock", is_alarm=True)


def mail(user: User) -> Iterator[Item]:
    if user.has_perm("outbox.view_message"):
        waiting = f"{reverse('admin:outbox_message_changelist')}?state__exact=waiting"
        for sentence in troubles():
            yield Item(sentence, waiting, icon="mail", is_alarm=True)
        found = Message.objects.to_look_at()
        number = found["undelivered"]
        text = ngettext("One email did not arrive", "%(number)d emails did not arrive", number)
        detail = _("See why. It can be sent again from there.")
        filters = {"state__exact": "undelivered"}
        yield from counted(Message, number, text, filters, detail=detail, icon="mail")
        number = found["late"]
        text = ngettext(
            "One email has waited for long", "%(number)d emails have waited for long", number
        )
        detail = _("It is tried again by itself. See what the mail server said.")
        filters = {"state__exact": "waiting"}
        yield from counted(Message, number, text, filters, detail=detail, icon="mail")


def invitations(user: User) -> Iterator[Item]:
    if user.has_perm("staff.add_user"):
        rows = User.objects.filter(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
        number = rows.count()
        text = ngettext(
            "One invited person has not come in yet",
            "%(number)d invited people have not come in yet",
            number,
        )
        detail = _("Ask whether the email arrived, or send the invitation again.")
        filters = {"account": "waiting"}
        yield from row_or_list(rows, number, text, filters, detail=detail, icon="people")
