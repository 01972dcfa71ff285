"""How the person wants to be reached from now on, changed on their own page.

What they told is sealed and nobody has unlocked it there, so the change is an entry beside it, and whoever opens
the inquiry reads both as one. It is closed once more under the code of their page: what somebody without that
code has put into the database sends no answer elsewhere.
"""

import json
import uuid
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _

from intake.documents import sealed
from intake.documents.choices import ROUTES
from intake.documents.content import Content
from intake.documents.person_keys import derive
from intake.models import Entry, Inquiry
from intake.room.unlocking import Room
from sealing.ciphers import CannotDecrypt, decrypt, encrypt
from sealing.envelopes import CannotOpen


@dataclass(frozen=True)
class NewWay:
    """What was left empty of ``before_call`` stays as it was; other numbers and people unless they are
    dropped."""

    route: str
    email: str = ""
    phone: str = ""
    may_say_practice: bool = False
    before_call: str = ""
    drops_others: bool = False

    @property
    def address(self) -> str:
        return self.email if self.route == "email" else self.phone

    def onto(self, told: Content) -> Content:
        changed = {name: value for name, value in asdict(self).items() if name != "drops_others"}
        changed["before_call"] = self.before_call or told.before_call
        if self.drops_others:
            changed |= {"numbers": [], "people": []}
        return replace(told, **changed)

    def in_words(self) -> str:
        lines = [f"{ROUTES[self.route]}: {self.address}", self.before_call]
        if self.drops_others:
            lines.append(_("Other numbers and people are not to be used any more."))
        return "\n".join(filter(None, lines))


def closed(code: str, way: NewWay, row_id: uuid.UUID) -> str:
    return encrypt(key_from(code), json.dumps(asdict(way)).encode(), row_id.bytes).hex()


def onto(told: Content, inquiry: Inquiry, room: Room) -> Content:
    """With every change since somebody of the practice has last corrected it. Raises ``CannotOpen``: what
    was good before may be harmful now."""
    rows = inquiry.entries.filter(kind=Entry.Kind.NEW_WAY)
    documents = [(row, sealed.read(room, row.sealed, sealed.ENTRY, row.pk)) for row in rows]
    for row, document in sorted(documents, key=lambda found: found[1]["at"]):
        told = opened(document, row, told.code).onto(told)
    return told


def opened(document: sealed.Document, row: Entry, code: str) -> NewWay:
    try:
        way = decrypt(key_from(code), bytes.fromhex(document["way"]), row.pk.bytes)
        return NewWay(**json.loads(way))
    except (CannotDecrypt, KeyError, TypeError, ValueError) as error:
        raise CannotOpen from error


def settle(inquiry: Inquiry) -> None:
    """Somebody has corrected it: what they changed is in what they told."""
    inquiry.entries.filter(kind=Entry.Kind.NEW_WAY).update(kind=Entry.Kind.FROM_PERSON)


def key_from(code: str) -> bytes:
    return derive(code, b"practice-site new way")
