"""What people insured somewhere usually pay for a session, in words that promise nothing: by how old they are."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from team.models import Payer

# Plans change with the year; what was looked up half a year ago is told as it was.
FRESH_FOR = timedelta(days=183)


def usually_paid(payer: Payer, today: date | None = None) -> str:
    """ "" where nobody looked it up."""
    if payer.usual_from is None or payer.usual_on is None:
        return ""
    is_fresh = (today or timezone.localdate()) - payer.usual_on <= FRESH_FOR
    text = (
        _(
            "People with this insurer usually pay {amounts} a session, as of {day}. Your plan decides."
        )
        if is_fresh
        else _(
            "On {day} people with this insurer usually paid {amounts} a session. It may be otherwise by now: your plan decides."
        )
    )
    return text.format(amounts=amounts(payer), day=date_format(payer.usual_on, "F j, Y"))


def amounts(payer: Payer) -> str:
    if payer.usual_to in (None, payer.usual_from):
        return _("about ${amount}").format(amount=payer.usual_from)
    return _("${least} to ${most}").format(least=payer.usual_from, most=payer.usual_to)
