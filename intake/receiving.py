"""Taking an inquiry in: the sealed document, its mail and the spent token, together or not at all."""

from dataclasses import replace
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from intake import cannot, mails, tokens
from intake.documents import person_keys, same_person, sealed
from intake.documents.content import Content, to_document
from intake.documents.new_ways import NewWay
from intake.models import Inquiry
from intake.room import holders
from intake.tokens import Token
from pages import kept_practice
from pages.calendar import answer_by
from pages.models import Practice
from sealing.envelopes import SealContext


class AlreadySent(Exception):
    """The token was spent before; ``is_same`` if on the very same answers."""

    def __init__(self, *, is_same: bool) -> None:
        self.is_same = is_same


class NotOpen(Exception):
    """Too few people can open what would come in."""


@transaction.atomic
def receive(
    content: Content,
    practice: Practice,
    token: Token,
    answers: dict[str, list[str]],
    *,
    is_suspected_spam: bool,
) -> Inquiry:
    if not tokens.spend(token, answers):
        refuse_second_time(token, answers)
    code = person_keys.code_from(token.text)
    inquiry = take_down(content, practice, code, is_suspected_spam=is_suspected_spam)
    mails.notify_coordinators(inquiry)
    return inquiry


@transaction.atomic
def take_down(content: Content, practice: Practice, code: str, **fields: object) -> Inquiry:
    """Whichever way it came: sealed, with its clock running and a page for the person."""
    if not holders.form_is_open():
        raise NotOpen
    now = timezone.now()
    content = replace(content, code=code, received_at=now.isoformat(timespec="minutes"))
    row_id = uuid4()
    due_on = answer_by(practice, now)
    closed, key = sealed.close(to_document(content), sealed.CONTENT, row_id)
    inquiry = Inquiry(
        id=row_id,
        content=closed,
        practice_key=key,
        due_on=due_on,
        next_on=due_on,
        address_index=address_index(content),
        **person_keys.fields_for(code),
        **fields,
    )
    inquiry.way_for_person = way_for_person(inquiry, content, is_referral=content.is_referral)
    inquiry.save(force_insert=True)
    mails.acknowledge(inquiry, content)
    return inquiry


def way_for_person(
    inquiry: Inquiry, content: Content | NewWay, *, is_referral: bool
) -> bytes | None:
    """How and where the answer goes, for the person's own page; None where they have none."""
    document: dict[str, object] = {"way": content.route, "address": content.address}
    if isinstance(content, Content) and (far := cannot.of(content, kept_practice.current())):
        document["far"] = far
    if isinstance(content, Content) and content.group:
        document["group"] = content.group
    if is_referral:
        document["is_referral"] = True
    return same_person.seal_for(inquiry, document, SealContext(sealed.WAY_FOR_PERSON, inquiry.pk))


def address_index(content: Content | NewWay) -> str:
    """A keyed hash of the address or number, to know a second inquiry from the same person."""
    if content.route == "email":
        address = content.email.strip().casefold()
    else:
        address = "".join(filter(str.isdecimal, content.phone))[-10:]
    return salted_hmac("intake.address", address, algorithm="sha256").hexdigest() if address else ""


def refuse_second_time(token: Token, answers: dict[str, list[str]]) -> None:
    used = tokens.used(token)
    if used:
        raise AlreadySent(is_same=used.answers_digest == token.digest_of(answers))
