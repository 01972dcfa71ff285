"""An offer on its way: written, closed under the code of its link, opened with it, and answered."""

import json
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intake import mails, tokens, transitions
from intake.documents import entries
from intake.documents.person_keys import derive, new_code
from intake.models import Entry, Inquiry, Offer
from intake.tokens import Token
from sealing.ciphers import decrypt, encrypt
from sealing.envelopes import FEW_SIZES, CannotOpen, padded, unpadded
from staff.models import User
from team.models import Therapist

LINK_LASTS = timedelta(days=14)


@dataclass(frozen=True)
class Asked:
    """What the link opens: who was asked, and what they were told."""

    therapist: str
    summary: str


def ask(
    inquiry: Inquiry, therapist: Therapist, summary: str, by: User | None, email: str = ""
) -> Offer:
    """Writes the mail as well. The inquiry itself is moved by whoever asks. ``email`` is for somebody who
    does not sign in."""
    return send(inquiry, therapist.name, address_of(therapist) or email, summary, by)


def address_of(therapist: Therapist) -> str:
    """Where they sign in; empty for whoever does not."""
    user = therapist.user
    return user.email if user is not None and user.is_active else ""


def send(inquiry: Inquiry, name: str, to: str, summary: str, by: User | None) -> Offer:
    code, row_id = new_code(), uuid.uuid4()
    asked = {"therapist": name, "summary": summary}
    document = padded(json.dumps(asked).encode(), FEW_SIZES)
    offer = Offer.objects.create(
        id=row_id,
        inquiry=inquiry,
        link_digest=link_digest(code),
        sealed=encrypt(key_from(code), document, row_id.bytes),
        expires_on=timezone.localdate() + LINK_LASTS,
    )
    title = _("Asked {who}").format(who=name)
    kept = {"offer": str(row_id), "therapist": name, "email": to}
    entries.write(inquiry, Entry.Kind.OFFER, summary, by=by, title=title, more=kept)
    mails.ask_clinician(to, code)
    return offer


def find(code: str) -> Offer | None:
    return Offer.objects.select_related("inquiry").filter(link_digest=link_digest(code)).first()


def opened(offer: Offer, code: str) -> Asked:
    """Raises ``CannotOpen``."""
    try:
        document = decrypt(key_from(code), bytes(offer.sealed), offer.pk.bytes)
        return Asked(**json.loads(unpadded(document)))
    except ValueError as error:
        raise CannotOpen from error


@transaction.atomic
def answer(offer: Offer, asked: Asked, said: str, text: str, token: Token) -> None:
    """Keeps the answer once, and makes it the inquiry's next step."""
    # By the offer, which may have moved to another inquiry of the same person.
    inquiry = Inquiry.objects.select_for_update(of=("self",)).filter(offers=offer).first()
    if inquiry is None or not tokens.spend(token, [said, text]):
        return
    if not Offer.objects.unanswered().filter(pk=offer.pk).update(answer=said):
        return
    transitions.offer_answered(inquiry, asked.therapist, said, text)


def link_digest(code: str) -> str:
    return derive(code, b"practice-site offer link").hex()


def key_from(code: str) -> bytes:
    return derive(code, b"practice-site offer")
