"""What a person adds or changes on their own page, and what becomes of it. What was sent before changes nothing."""

from django.db import transaction
from django.utils.functional import Promise

from intake import tokens, transitions
from intake.documents.new_ways import NewWay
from intake.models import Inquiry
from intake.person import own_way
from intake.receiving import address_index, way_for_person
from intake.tokens import Token


@transaction.atomic
def take_addition(inquiry: Inquiry, text: str, token: Token) -> None:
    """What they added on their own page. Raises ``Inquiry.DoesNotExist`` for one that was erased in the
    meantime."""
    inquiry, going_on = locked(inquiry)
    if tokens.spend(token, [text]):
        transitions.heard_from(inquiry, going_on, text)


@transaction.atomic
def take_answer(inquiry: Inquiry, text: Promise, token: Token, is_looking: bool) -> None:
    """One of the two buttons on their own page, pressed perhaps long after they had been let go: then
    somebody looks. Raises what ``take_addition`` does."""
    inquiry, going_on = locked(inquiry)
    if not tokens.spend(token, [str(text)]):
        return
    is_put_aside = inquiry.erase_at or going_on.erase_at
    if is_looking and not is_put_aside and transitions.allows("still_looking", going_on):
        transitions.still_looking(inquiry, going_on, text)
        return
    transitions.heard_from(inquiry, going_on, text)
    if not is_looking and going_on.state == Inquiry.State.WAITING:
        transitions.stopped(going_on)


@transaction.atomic
def take_new_way(inquiry: Inquiry, code: str, way: NewWay, token: Token) -> None:
    """How they want to be reached from now on, given on their own page. Raises what ``take_addition`` does."""
    inquiry, _going_on = locked(inquiry)
    if not tokens.spend(token, [str(way)]):
        return
    transitions.way_changed(inquiry, code, way)
    inquiry.address_index = address_index(way)
    is_referral = own_way.opened(inquiry, code).get("is_referral", False)
    inquiry.way_for_person = way_for_person(inquiry, way, is_referral=is_referral)
    inquiry.save(update_fields=["address_index", "way_for_person"])


def locked(inquiry: Inquiry) -> tuple[Inquiry, Inquiry]:
    """The row of the page and the one that it goes on as, by key, so that no two wait for each other."""
    going_on = inquiry.goes_on_as.pk
    found = Inquiry.objects.filter(pk__in={inquiry.pk, going_on}).order_by("pk")
    rows = {row.pk: row for row in found.select_for_update(of=("self",))}
    if inquiry.pk not in rows or going_on not in rows:
        raise Inquiry.DoesNotExist
    return rows[inquiry.pk], rows[going_on]
