"""What becomes of a question to a clinician that nobody has answered yet."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from intake.documents import entries
from intake.models import Entry, Inquiry, Offer
from intake.transitions import common
from intake.transitions.by_clinician import step_after
from intake.transitions.table import check
from staff.models import User

State, Next = Inquiry.State, Inquiry.Next


def offer_sent_again(inquiry: Inquiry, business_day: Callable[[int], date]) -> None:
    """``intake.offers.asking`` has sealed and sent it."""
    check("offer_sent_again", inquiry)
    if inquiry.state == State.OFFERED:
        inquiry.next_action, inquiry.next_on = Next.HEAR_BACK, business_day(2)
    common.store(inquiry)


def offer_taken_back(inquiry: Inquiry, who: str, by: User) -> None:
    check("offer_taken_back", inquiry)
    title = _("Took the question to {who} back").format(who=who)
    entries.write(inquiry, Entry.Kind.OFFER, "", by=by, title=title)
    if step := step_after(inquiry, Offer.Answer.NO):
        inquiry.next_action, inquiry.next_on = step, timezone.localdate()
    common.store(inquiry)
