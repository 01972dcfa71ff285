"""The list of those who wait for room: asked twice whether they still look, then let go kindly.

The notes to people are closed with public keys, so the worker writes them; telling somebody by mail that one
is there needs their address, and so an unlock. A clock runs only from when they were told.
"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from intake import transitions
from intake.letters import letter, naming_others
from intake.models import Inquiry, ReferralContact
from intake.models.inquiry import InquiryQuerySet
from pages.models import Practice

MOST_ASKS = 2
MOST_NAMED = 4
State, Next = Inquiry.State, Inquiry.Next


def due(today: date) -> InquiryQuerySet:
    return Inquiry.objects.active().filter(
        state=State.WAITING,
        next_action=Next.ASK_AGAIN,
        next_on__lte=today,
        is_news_untold=False,
        is_told_by_us=False,
        is_worrying=False,
        person_public__isnull=False,
    )


def look_after(today: date | None = None) -> tuple[int, int]:
    """Run every day; returns (asked, let go)."""
    today = today or timezone.localdate()
    practice = Practice.objects.current()
    contacts = list(ReferralContact.objects.offered()[:MOST_NAMED])
    asked = let_go = 0
    for pk in list(due(today).values_list("pk", flat=True)):
        with transaction.atomic():
            inquiry = due(today).select_for_update().filter(pk=pk).first()
            if inquiry is None:
                continue
            if inquiry.asks < MOST_ASKS:
                ask(inquiry, today)
                asked += 1
            elif contacts:
                # With nobody to name it stays, due, for a person to decide.
                say_goodbye(inquiry, practice, contacts)
                let_go += 1
    return asked, let_go


def ask(inquiry: Inquiry, today: date) -> None:
    transitions.asked_again(inquiry, letter("intake/still_looking.txt", {}), today)


def say_goodbye(inquiry: Inquiry, practice: Practice, contacts: list[ReferralContact]) -> None:
    text = naming_others(letter("intake/no_word.txt", {}), contacts, practice)
    transitions.let_go(inquiry, text)
