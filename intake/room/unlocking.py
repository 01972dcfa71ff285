"""The unlocked room: for one person, on one device, for a working day.

A holder's private key lies in the session row, encrypted under a random half that only a strict
cookie of that browser holds. Neither the database nor a session's number alone opens anything.
"""

import uuid
from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from functools import cached_property

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from intake.models import KeyHolder, PracticeKey
from intake.room import holders, roll
from intake.room.roll import Roll
from sealing import envelopes
from sealing.ciphers import decrypt, encrypt
from sealing.envelopes import CannotOpen, PrivateKey, SealContext

IN_SESSION = "room"
CODE_IN_SESSION = "room_code"
COOKIE = "__Secure-room" if settings.IS_HTTPS else "room"
COOKIE_PATH = "/admin/"
WORKING_DAY = timedelta(hours=12)
# The session is written at most this often for being used.
A_WHILE = timedelta(minutes=1)


class Room:
    """What an unlocked holder can do: open what is sealed to the practice."""

    def __init__(self, own: PrivateKey) -> None:
        self.own = own
        self.practice_keys = {}

    def open(self, sealed: envelopes.Stored, seal_context: SealContext) -> bytes:
        """The sealed bytes of a row; raises ``CannotOpen``."""
        return envelopes.open_sealed(
            sealed, self.practice_key(envelopes.key_id(sealed)), seal_context
        )

    def practice_key(self, key_id: uuid.UUID) -> PrivateKey:
        if key_id not in self.practice_keys:
            self.refuse_unsigned_keys(key_id)
            try:
                grant = self.roll.grant(key_id, self.own.id)
                self.practice_keys[key_id] = holders.practice_key(self.own, key_id, grant)
            except holders.NotReady as error:
                raise CannotOpen(holders.no_grant_message(key_id)) from error
        return self.practice_keys[key_id]

    def opens(self, row: PracticeKey | None) -> bool:
        """Whether the own grant opens this practice key, which the site put there."""
        if row is None or not row.is_signed:
            return False
        try:
            return self.practice_key(row.pk).public == row.public_key
        except CannotOpen:
            return False

    @cached_property
    def roll(self) -> Roll:
        return roll.look()

    def refuse_unsigned_keys(self, key_id: uuid.UUID) -> None:
        """Neither an old holder's key nor an old practice key, put back, opens anything. Under another
        ``SECRET_KEY`` all of them are strange, and people still read with what is their own."""
        if self.roll.is_signed and {key_id, self.own.id} & {
            row.pk for row in self.roll.unsigned_keys
        }:
            raise CannotOpen(roll.NotOurs.message)

    def has_foreign_keys(self) -> bool:
        """Whether somebody has put a key into the database that is not the practice's, has changed one,
        or has taken one away or put one back.

        Such a key would take in what people write from now on, for somebody else to read.
        """
        if not self.roll.holds:
            return True
        return not all(self.opens(key) for key in self.roll.practice_keys if self.is_granted(key))

    def is_granted(self, key: PracticeKey) -> bool:
        holders_of_key = {grant.holder_id for grant in key.grants.all()}
        return key.destroyed_on is None and self.own.id in holders_of_key


def unlock(request: HttpRequest, holder: KeyHolder, passphrase: str) -> str:
    """Opens the room for this session; returns the half that belongs into the cookie.

    Raises ``WrongPassphrase``.
    """
    own = holders.private_key_of(holder, passphrase)
    half = AESGCM.generate_key(256)
    now = timezone.now().isoformat()
    request.session[IN_SESSION] = {
        "holder": str(holder.pk),
        "key": b64encode(encrypt(half, own.raw, bound_to(request, holder.pk))).decode(),
        "since": now,
        "used": now,
    }
    request.room = Room(own)  # type: ignore[attr-defined]
    return b64encode(half).decode()


def set_cookie(response: HttpResponse, half: str) -> None:
    response.set_cookie(
        COOKIE,
        half,
        max_age=WORKING_DAY,
        path=COOKIE_PATH,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Strict",
    )


def delete_cookie(response: HttpResponse | TemplateResponse) -> None:
    response.delete_cookie(COOKIE, path=COOKIE_PATH, samesite="Strict")


def lock(request: HttpRequest) -> None:
    request.session.pop(IN_SESSION, None)
    request.session.pop(CODE_IN_SESSION, None)
    request.room = None  # type: ignore[attr-defined]


def room_of(request: HttpRequest) -> Room | None:
    """The unlocked room, or None; asked once for each request."""
    if not hasattr(request, "room"):
        request.room = find_room(request)  # type: ignore[attr-defined]
    return request.room  # type: ignore[attr-defined]


def holder_of(request: HttpRequest) -> KeyHolder | None:
    """The key of whoever asks, or None; read once for each request."""
    if not hasattr(request, "holder"):
        request.holder = KeyHolder.objects.of(request.user)  # type: ignore[attr-defined]
    return request.holder  # type: ignore[attr-defined]


def find_room(request: HttpRequest) -> Room | None:
    kept = request.session.get(IN_SESSION)
    if not kept:
        return None
    now = timezone.now()
    since, used = (datetime.fromisoformat(kept[name]) for name in ("since", "used"))
    if now - since > WORKING_DAY or now - used > idle_time():
        lock(request)
        return None
    holder = holder_of(request)
    is_own = holder is not None and str(holder.pk) == kept["holder"]
    raw = opened(request, kept) if is_own else None
    if raw is None:
        return None
    if now - used > A_WHILE:
        request.session[IN_SESSION] = {**kept, "used": now.isoformat()}
    return Room(PrivateKey(uuid.UUID(kept["holder"]), raw))


def keep_code(request: HttpRequest, new_key_id: uuid.UUID, code: str) -> None:
    """The recovery code that was just made, for this browser only and while it is unlocked: to be
    shown until it was tried."""
    closed = encrypt(cookie_half(request), code.encode(), bound_to(request, new_key_id))
    kept = {"key": str(new_key_id), "code": b64encode(closed).decode()}
    request.session[CODE_IN_SESSION] = kept


def code_of(request: HttpRequest, new_key_id: uuid.UUID) -> str | None:
    """The code, or None where it was made elsewhere, or before the room was locked."""
    kept = request.session.get(CODE_IN_SESSION)
    if not kept or kept["key"] != str(new_key_id):
        return None
    closed = b64decode(kept["code"])
    bound = bound_to(request, new_key_id)
    try:
        code = decrypt(cookie_half(request), closed, bound)
    except ValueError:  # also of a cookie that is no base64
        return None
    return code.decode()


def forget_code(request: HttpRequest) -> None:
    request.session.pop(CODE_IN_SESSION, None)


def cookie_half(request: HttpRequest) -> bytes:
    return b64decode(request.COOKIES.get(COOKIE, ""), validate=True)


def opened(request: HttpRequest, kept: dict[str, str]) -> bytes | None:
    try:
        half = cookie_half(request)
        return decrypt(half, b64decode(kept["key"]), bound_to(request, kept["holder"]))
    except ValueError:  # also of a cookie that is no base64
        return None


def idle_time() -> timedelta:
    return timedelta(minutes=settings.ROOM_IDLE_MINUTES)


def bound_to(request: HttpRequest, key_id: str | uuid.UUID) -> bytes:
    """``key_id``: of the holder whose key it is, or of the new key whose code it is."""
    return f"room\0{request.user.pk}\0{key_id}".encode()
