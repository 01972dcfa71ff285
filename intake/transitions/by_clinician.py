"""What a clinician who was asked answers, on the page of the link or by word of mouth."""

from django.utils import timezone
from django.utils.translation import gettext as _

from intake import mails
from intake.documents import entries
from intake.models import Entry, Inquiry, Offer
from intake.models.progress import Progress
from intake.transitions import common
from intake.transitions.table import check
from staff.models import User

State, Next = Inquiry.State, Inquiry.Next


def offer_answered(inquiry: Inquiry, who: str, answer: str, text: str) -> None:
    check("offer_answered", inquiry)
    title = f"{who}: {Offer.Answer(answer).label}"
    entries.write(inquiry, Entry.Kind.OFFER, text, title=title, more=said_by(who, answer))
    if step := step_after(inquiry, answer):
        inquiry.next_action, inquiry.next_on = step, timezone.localdate()
        inquiry.save_progress()
    mails.notify_owner(inquiry)


def answer_noted(inquiry: Inquiry, who: str, answer: Offer.Answer, text: str, by: User) -> None:
    """Said to somebody of the practice, who writes it down."""
    check("answer_noted", inquiry)
    title = _("{who}, by word of mouth: {answer}").format(who=who, answer=answer.label)
    more = said_by(who, answer)
    entries.write(inquiry, Entry.Kind.OFFER, text, by=by, title=title, more=more)
    if step := step_after(inquiry, answer):
        inquiry.next_action, inquiry.next_on = step, timezone.localdate()
    common.store(inquiry, user=by)


def said_by(who: str, answer: str) -> dict[str, str]:
    return {"therapist": who, "said": str(answer)}


def step_after(inquiry: Inquiry, answer: str) -> Progress.Next | None:
    """A yes is to be passed on, wherever the inquiry stands by now; a no matters only where nobody else
    has said anything better or may still."""
    if not inquiry.is_open:
        return None
    if answer != Offer.Answer.NO:
        return Next.ANSWER
    is_last = not inquiry.offers.exclude(answer=Offer.Answer.NO).exists()
    return Next.FIND if inquiry.state == State.OFFERED and is_last else None
