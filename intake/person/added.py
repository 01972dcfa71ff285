"""What a person adds on their own page, and what it changes."""

from django.db import transaction

from intake import tokens, transitions
from intake.models import Inquiry
from intake.tokens import Token


@transaction.atomic
def take_addition(inquiry: Inquiry, text: str, token: Token) -> Inquiry | None:
    """What they added on their own page. Returns the inquiry it belongs to now, where somebody has to
    look; None where the same was sent before. Raises ``Inquiry.DoesNotExist`` for one that was erased
    in the meantime."""
    going_on = inquiry.goes_on_as.pk
    found = Inquiry.objects.filter(pk__in={inquiry.pk, going_on}).order_by("pk")
    rows = {row.pk: row for row in found.select_for_update(of=("self",))}
    if inquiry.pk not in rows or going_on not in rows:
        raise Inquiry.DoesNotExist
    if not tokens.spend(token, [text]):
        return None
    transitions.heard_from(rows[inquiry.pk], rows[going_on], text)
    return rows[going_on]


@transaction.atomic
def take_answer(inquiry: Inquiry, text: str, token: Token, is_looking: bool) -> Inquiry | None:
    """One of the two buttons on their own page, pressed perhaps long after they had been let go.
    Returns the inquiry, or None where it was pressed before."""
    was_waiting = inquiry.goes_on_as.state == Inquiry.State.WAITING
    heard = take_addition(inquiry, text, token)
    if heard is None or heard.state != Inquiry.State.WAITING:
        return heard
    if not is_looking:
        transitions.stopped(heard)
    elif was_waiting:
        # Nothing to read for anybody: their place is kept.
        transitions.still_looking(heard)
    return heard
