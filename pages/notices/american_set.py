"""The notices that rules of the United States ask for: off in one place for a practice elsewhere.

Off and on are decisions of each notice, with a name and a day, so what stood when can still be told.
"""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from pages.models import LegalNotice, NoticeText
from pages.notices.kinds import AMERICAN

Outcome = NoticeText.Outcome


def notices() -> QuerySet[LegalNotice]:
    return LegalNotice.objects.filter(kind__in=AMERICAN)


def is_off() -> bool:
    """Whether somebody said of every one that it does not apply."""
    decided = NoticeText.objects.standing().filter(outcome=Outcome.NOT_FOR_US)
    return (
        notices().exists()
        and not notices().exclude(pk__in=decided.values("notice").order_by()).exists()
    )


def turn(off: bool, decided_by: str) -> None:
    already = NoticeText.objects.standing().filter(outcome=Outcome.NOT_FOR_US)
    for notice in notices().exclude(pk__in=already.values("notice")) if off else notices():
        text = NoticeText(notice=notice, outcome=Outcome.NOTHING, decided_by=decided_by)
        if off:
            text.outcome = Outcome.NOT_FOR_US
            text.reason = _("The practice is outside the United States.")
        text.put_in_force(decided_by)
