"""What somebody of the practice does while it goes on. ``business_day`` gives the day so many working days
from now."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.documents import entries, new_ways
from intake.mails import tell_of_news, tell_of_worry
from intake.models import Entry, Inquiry
from intake.transitions import common
from intake.transitions.table import check

State, Next, Outcome, Kind = Inquiry.State, Inquiry.Next, Inquiry.Outcome, Entry.Kind


class Attempt(models.TextChoices):
    """How it went."""

    SPOKE = "spoke", _("We spoke")
    WROTE = "wrote", _("I wrote to them")
    VOICEMAIL = "voicemail", _("I left a voicemail")
    NOBODY = "nobody", _("Nobody answered")
    WRONG = "wrong", _("Wrong number or address")


def noted(inquiry, text, by):
    check("noted", inquiry)
    entries.write(inquiry, Kind.NOTE, text, by=by)
    common.store(inquiry)


def corrected(inquiry, text, by):
    """How to reach them; what was told is stored by whoever opened it. ``text``: what stood there."""
    check("corrected", inquiry)
    title = _("How to reach them was changed")
    entries.write(inquiry, Kind.NOTE, text, by=by, title=str(title))
    new_ways.settle(inquiry)
    inquiry.is_way_changed = inquiry.is_way_wrong = False
    common.store(inquiry)


def worried(inquiry, by, *, is_after_hours=False):
    """It is theirs from now on and due today, and on top for everybody. Returns whoever is told who should read
    it today: see ``mails.tell_of_worry``."""
    check("worried", inquiry)
    entries.write(inquiry, Kind.NOTE, "", by=by, title=str(_("This message worries me")))
    inquiry.is_worrying = True
    inquiry.owner = by
    if inquiry.is_open:
        inquiry.next_on = timezone.localdate()
    common.store(inquiry)
    return tell_of_worry(inquiry, by, is_after_hours=is_after_hours)


def looked_after(inquiry, text, by):
    """A worry is over once somebody has written what was done."""
    check("looked_after", inquiry)
    title = _("What was done about the worry")
    entries.write(inquiry, Kind.NOTE, text, by=by, title=str(title))
    inquiry.is_worrying = False
    common.store(inquiry)


def attempted(inquiry, outcome, text, by, business_day):
    """Somebody tried to reach them the way they chose."""
    check("attempted", inquiry)
    title = str(Attempt(outcome).label)
    entries.write(inquiry, Kind.ATTEMPT, text, by=by, title=title)
    is_reached = outcome in (Attempt.SPOKE, Attempt.WROTE)
    inquiry.is_way_wrong = outcome == Attempt.WRONG
    if is_reached:
        inquiry.mark_answered()
    if is_reached or outcome == Attempt.VOICEMAIL:
        inquiry.is_told_by_us = False
    if inquiry.state == State.WAITING:
        go_on_waiting(inquiry, outcome, business_day)
    elif inquiry.is_open and inquiry.next_action in (Next.ANSWER, Next.TRY_AGAIN):
        go_on(inquiry, business_day, is_reached=is_reached)
    elif inquiry.closed_because == Outcome.UNREACHED and is_reached:
        # One of us had given up while another one spoke with them.
        inquiry.move(State.TALKING, next_action=Next.FIND, next_on=business_day(2))
    elif inquiry.state == State.NEW:
        # It is read; the step that somebody has planned for it stays.
        inquiry.move(State.TALKING, next_action=inquiry.next_action, next_on=inquiry.next_on)
    common.store(inquiry, user=by)


def go_on(inquiry, business_day, *, is_reached):
    state = inquiry.state if inquiry.state == State.OFFERED else State.TALKING
    is_asked = inquiry.offers.unanswered().exists()
    if state == State.OFFERED and not is_asked:
        # The answer is passed on: what is left is to hear whether they come together.
        after = Next.AGREE
    else:
        after = Next.HEAR_BACK if state == State.OFFERED else Next.FIND
    inquiry.move(
        state,
        next_action=after if is_reached else Next.TRY_AGAIN,
        next_on=business_day(2 if is_reached else 1),
    )


def go_on_waiting(inquiry, outcome, business_day):
    """Whoever was spoken with has been heard; whoever was written to has two weeks to answer."""
    if outcome == Attempt.SPOKE:
        common.wait(inquiry)
    elif outcome in (Attempt.WROTE, Attempt.VOICEMAIL):
        common.start_clock(inquiry, is_reached=True)
    elif inquiry.is_told_by_us or inquiry.next_action != Next.ASK_AGAIN:
        inquiry.next_on = business_day(1)


def planned(inquiry, state, changed):
    """Somebody says who does what next, also to open again what was closed. ``changed`` holds what they
    have changed of ``owner``, ``next_action`` and ``next_on``; the rest stays as it is by now."""
    check("planned", inquiry)
    if "owner" in changed:
        inquiry.owner = changed["owner"]
    inquiry.move(
        state,
        next_action=changed.get("next_action", inquiry.next_action),
        next_on=changed.get("next_on", inquiry.next_on),
    )
    common.store(inquiry)


def taken(inquiry, by):
    """Somebody answers it from now on. Nothing was done yet, so what the person added still waits."""
    check("taken", inquiry)
    inquiry.owner = by
    inquiry.save_progress()


def wrote_to_person(inquiry, text, by, business_day):
    """A note on their page. It counts as an answer once they were ``told`` that it is there."""
    check("wrote_to_person", inquiry)
    entries.write(inquiry, Kind.NOTE_TO_PERSON, text, by=by)
    inquiry.is_news_untold = True
    is_new = inquiry.state == State.NEW
    if is_new:
        inquiry.move(State.TALKING, next_action=Next.FIND, next_on=business_day(2))
    common.store(inquiry, user=by if is_new else None)


def told(inquiry, content):
    """That something is on their page. Whether by mail; otherwise it waits for a person, who tells them
    the way they chose."""
    check("told", inquiry)
    is_by_mail = tell_of_news(inquiry, content) is not None
    inquiry.is_news_untold, inquiry.is_told_by_us = False, not is_by_mail
    common.start_clock(inquiry, is_reached=is_by_mail)
    written = inquiry.entries.filter(kind=Kind.NOTE_TO_PERSON)
    if is_by_mail and written.exclude(by=None).exists():
        # By a person, that is: what the site itself wrote is no answer.
        inquiry.mark_answered()
    inquiry.save_progress()
    return is_by_mail


def offered(inquiry, by, business_day):
    """A clinician was asked: ``intake.offers.asking`` has sealed and sent what they read."""
    check("offered", inquiry)
    inquiry.move(State.OFFERED, next_action=Next.HEAR_BACK, next_on=business_day(2))
    common.store(inquiry, user=by)


def put_on_list(inquiry, text, by):
    check("put_on_list", inquiry)
    entries.write(inquiry, Kind.NOTE_TO_PERSON, text, by=by)
    inquiry.is_news_untold = True
    common.wait(inquiry)
    common.store(inquiry, user=by)
