"""What is next with an inquiry."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.models import Inquiry

State, Next = Inquiry.State, Inquiry.Next


def next_step(inquiry: Inquiry) -> tuple[Promise, str] | None:
    """(label, which form) for the one button of an inquiry."""
    if inquiry.erase_at:
        return _("Bring it back"), "back"
    if inquiry.is_told_by_us:
        return _("Tell them"), "attempt"
    if inquiry.state == State.CLOSED:
        return None
    steps: dict[str, tuple[Promise, str]] = {
        Next.ANSWER: (_("Answer"), "attempt"),
        Next.TRY_AGAIN: (_("Try again"), "attempt"),
        Next.FIND: (_("Find somebody"), "offer"),
        Next.HEAR_BACK: (_("Record the answer"), "answered"),
        Next.AGREE: (_("Record whether they agree"), "next"),
        Next.ASK_AGAIN: (_("Ask again"), "letter"),
    }
    return steps.get(inquiry.next_action, (_("Say what is next"), "next"))


def is_due(inquiry: Inquiry) -> bool:
    return inquiry.next_on is not None and inquiry.next_on <= timezone.localdate()
