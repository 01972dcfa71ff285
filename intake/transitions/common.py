"""What several moves do alike."""

from datetime import timedelta

from django.utils import timezone

from intake.models import Inquiry
from outbox.models import Message
from staff.models import User

ASK_AFTER, ANSWER_WITHIN = timedelta(days=30), timedelta(days=14)
State, Next = Inquiry.State, Inquiry.Next


def store(inquiry: Inquiry, *, user: User | None = None) -> None:
    """After somebody of the practice has worked with it: what the person wrote waits for nobody any more.
    ``user`` answers it from now on, where nobody did."""
    if user is not None:
        inquiry.owner = inquiry.owner or user
    inquiry.is_word_waiting = False
    inquiry.save_progress()


def wait(inquiry: Inquiry) -> None:
    """On the list, from the beginning."""
    inquiry.asks = 0
    inquiry.move(
        State.WAITING, next_action=Next.ASK_AGAIN, next_on=timezone.localdate() + ASK_AFTER
    )


def start_clock(inquiry: Inquiry, *, is_reached: bool) -> None:
    """The question of the list has reached them; or it waits for a person, because they want no mail."""
    if inquiry.state == State.WAITING and inquiry.asks:
        today = timezone.localdate()
        inquiry.next_on = today + ANSWER_WITHIN if is_reached else today


def stop(inquiry: Inquiry) -> None:
    """They hear nothing more from us: mail that still waits is taken back."""
    inquiry.close(Inquiry.Outcome.WITHDREW)
    inquiry.mail.exclude(state=Message.State.SENT).delete()
