"""Documents of the confidential room, sealed to the practice when they are written.

Writing needs the public key only, so it never needs an unlocked room; reading needs one.
"""

import json
from typing import Any
from uuid import UUID

from intake.models import PracticeKey
from intake.room import roll
from intake.room.unlocking import Room
from sealing.envelopes import BLOCK, FEW_SIZES, CannotOpen, PublicKey, SealContext, Stored, seal

# What JSON can hold.
Document = dict[str, Any]

CONTENT = "intake.content"
ENTRY = "intake.entry"
FOR_PERSON = "intake.entry for the person"
WAY_FOR_PERSON = "intake.way for the person"
# Whatever the form accepts is of one size; only a long call that was taken down may be of another.
CONTENT_SIZES = (24 * BLOCK,)


class NoKeys(Exception):
    """The room is not set up, or the key in the database is not as the site wrote it: nothing to seal to."""


def close(document: Document, kind: str, row_id: str | UUID) -> tuple[bytes, PracticeKey]:
    """``document`` as the bytes to be stored in the row ``row_id``, and the
    practice key they are closed with."""
    key = roll.look().current
    if key is None:
        raise NoKeys
    return seal_for(key.public_key, document, SealContext(kind, row_id)), key


def seal_for(public_key: PublicKey, document: Document, seal_context: SealContext) -> bytes:
    """So that its length tells neither how much somebody wrote nor in which script."""
    sizes = CONTENT_SIZES if seal_context.kind == CONTENT else FEW_SIZES
    return seal(as_bytes(document), public_key, seal_context, sizes)


def read(room: Room, sealed: Stored, kind: str, row_id: UUID) -> Document:
    """The document; raises ``CannotOpen``."""
    return from_bytes(room.open(sealed, SealContext(kind, row_id)))


def as_bytes(document: Document) -> bytes:
    return json.dumps(document, ensure_ascii=False, default=str).encode()


def from_bytes(text: bytes) -> Document:
    try:
        return json.loads(text)
    except ValueError as error:
        raise CannotOpen from error
