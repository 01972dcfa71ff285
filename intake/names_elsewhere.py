"""Whom the practice names to visitors where it cannot help itself: of the referral book, what it has put on the site,
confirmed within six months. Each stands with the day of that."""

from datetime import datetime

from django.utils import timezone

from freshness.kept import Kept
from intake.documents.content import ELSEWHERE
from intake.models import ReferralContact
from pages import kept_practice

MOST = 3


def read() -> tuple[list[ReferralContact], datetime]:
    with kept_practice.its_day() as midnight:
        named = list(ReferralContact.objects.named_to_visitors(timezone.localdate()))
    return named, midnight


OF = ["intake.ReferralContact", "pages.Practice"]
current = Kept("intake.names_elsewhere", OF, read).get


def for_state(state: str = ELSEWHERE) -> list[ReferralContact]:
    """Those that are good everywhere, and before them those of a state that is known."""
    own = [one for one in current() if state in one.states]
    return [*own, *(one for one in current() if not one.states)][:MOST]
