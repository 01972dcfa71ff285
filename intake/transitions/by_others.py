"""What the person does, a clinician who was asked, and the worker."""

from datetime import date

from django.utils import timezone

from intake import mails
from intake.documents import entries
from intake.models import Entry, Inquiry, Offer, RoomEvent
from intake.models.inquiry import InquiryQuerySet
from intake.models.progress import Progress
from intake.transitions import common
from intake.transitions.table import check

State, Next, Outcome = Inquiry.State, Inquiry.Next, Inquiry.Outcome


def heard_from(inquiry: Inquiry, going_on: Inquiry, text: str) -> None:
    """The person has written on the page of ``inquiry``, which may go on as another one: what had ended or
    waited is somebody's next step again. Both rows come back where they were put aside, since the words
    lie with the page that they were written on."""
    rows = {row.pk: row for row in (inquiry, going_on)}
    for row in rows.values():
        check("heard_from", row)
    entries.write(inquiry, Entry.Kind.FROM_PERSON, text)
    for row in rows.values():
        if row.erase_at:
            RoomEvent.objects.note(RoomEvent.Kind.BROUGHT_BACK, inquiry_id=row.pk)
            row.erase_at = None
    going_on = rows[going_on.pk]
    going_on.is_word_waiting = True
    take_up(going_on)
    for row in rows.values():
        row.save_progress()
    mails.notify_owner(going_on)


def take_up(inquiry: Inquiry) -> None:
    """Who became a client, or goes on elsewhere, stays there: somebody only sees that they wrote."""
    if inquiry.is_open and inquiry.state != State.WAITING:
        return
    if inquiry.closed_because in (Outcome.CLIENT, Outcome.DUPLICATE):
        return
    keeps_place = inquiry.state == State.WAITING or inquiry.closed_because == Outcome.NO_WORD
    inquiry.asks = 0
    inquiry.move(
        State.WAITING if keeps_place else State.TALKING,
        next_action=Next.ANSWER,
        next_on=timezone.localdate(),
    )


def still_looking(inquiry: Inquiry) -> None:
    """Nothing to read for anybody: their place on the list is kept. What they pressed was heard before."""
    check("still_looking", inquiry)
    common.wait(inquiry)
    inquiry.save_progress()


def stopped(inquiry: Inquiry) -> None:
    check("stopped", inquiry)
    common.stop(inquiry)
    inquiry.save_progress()


def offer_answered(inquiry: Inquiry, answer: str, text: str, title: str) -> None:
    check("offer_answered", inquiry)
    entries.write(inquiry, Entry.Kind.OFFER, text, title=title)
    if step := step_after(inquiry, answer):
        inquiry.next_action, inquiry.next_on = step, timezone.localdate()
        inquiry.save_progress()
    mails.notify_owner(inquiry)


def step_after(inquiry: Inquiry, answer: str) -> Progress.Next | None:
    """A yes is to be passed on, wherever the inquiry stands by now; a no matters only where nobody else
    has said anything better or may still."""
    if not inquiry.is_open:
        return None
    if answer != Offer.Answer.NO:
        return Next.ANSWER
    is_last = not inquiry.offers.exclude(answer=Offer.Answer.NO).exists()
    return Next.FIND if inquiry.state == State.OFFERED and is_last else None


def asked_again(inquiry: Inquiry, text: str, today: date) -> None:
    """Whether they still look. The two weeks to answer begin again when they are told of it."""
    check("asked_again", inquiry)
    entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, text)
    inquiry.asks += 1
    inquiry.is_news_untold = True
    inquiry.next_on = today + common.ANSWER_WITHIN
    inquiry.save_progress()


def let_go(inquiry: Inquiry, text: str) -> None:
    """From the list, with whoever else might help named in ``text``."""
    check("let_go", inquiry)
    entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, text)
    inquiry.is_news_untold = True
    inquiry.close(Outcome.NO_WORD)
    inquiry.save_progress()


def owner_reminded(inquiry: Inquiry) -> None:
    """One column by itself, so without the row's lock: nobody else ever takes the mark back."""
    check("owner_reminded", inquiry)
    Inquiry.objects.filter(pk=inquiry.pk).update(is_owner_reminded=True)


def managers_told(inquiries: InquiryQuerySet) -> None:
    """Like ``owner_reminded``, of all that are late at once."""
    for inquiry in inquiries.defer("content", "unsealed"):
        check("managers_told", inquiry)
    inquiries.update(is_manager_told=True)
