"""A file that is encrypted as it is written, in pieces, so that nothing has to fit into memory.

    PSBACKUP2 | id 16 | length of the sealed key 4 | sealed key | proof 32 | pieces

The proof is a digest of what stands before it with ``SECRET_KEY``: sealing needs a public key only, so
without it anybody could make a backup that somebody restores.

Each piece is 64 KiB under AES-256-GCM with a key of this file only; its number and whether it is the
last are in the nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so no
piece can be changed, moved, repeated or left out, and the end cannot be cut off.
"""

import io
import uuid
from hmac import compare_digest
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.crypto import salted_hmac

from sealing.envelopes import PrivateKey, PublicKey, SealContext, key_id, open_sealed, seal

MAGIC = b"PSBACKUP2"
PIECE, TAG, PROOF = 64 * 1024, 16, 32
KIND = "practice_site.backup"


class Damaged(ValueError):
    """The file is not a backup, or not as it was written."""


class SealedWriter(io.RawIOBase):
    def __init__(self, file: IO[bytes], public_key: PublicKey) -> None:
        self.file, self.number, self.waiting = file, 0, b""
        self.id, data_key = uuid.uuid4(), AESGCM.generate_key(256)
        self.cipher = AESGCM(data_key)
        sealed = seal(data_key, public_key, SealContext(KIND, self.id))
        head = self.id.bytes + len(sealed).to_bytes(4) + sealed
        file.write(MAGIC + head + proof(head, settings.SECRET_KEY))

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.waiting += bytes(data)
        # The last piece is known only at the end, so one always waits.
        while len(self.waiting) > PIECE:
            self.put(self.waiting[:PIECE], is_last=False)
            self.waiting = self.waiting[PIECE:]
        return len(data)

    def finish(self) -> None:
        self.put(self.waiting, is_last=True)

    def put(self, piece: bytes, *, is_last: bool) -> None:
        self.file.write(self.cipher.encrypt(nonce(self.number, is_last), piece, self.id.bytes))
        self.number += 1


class Head:
    """What stands in front: which practice key opens the file, and whether this site has made it."""

    def __init__(self, file: IO[bytes]) -> None:
        if file.read(len(MAGIC)) != MAGIC:
            raise Damaged("This is not a backup of this site, or one of another version.")
        begin = exactly(file, 16 + 4)
        self.id = uuid.UUID(bytes=begin[:16])
        self.sealed = exactly(file, int.from_bytes(begin[16:]))
        self.practice_key = key_id(self.sealed)
        given, head = exactly(file, PROOF), begin + self.sealed
        secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        self.is_signed = any(compare_digest(given, proof(head, secret)) for secret in secrets)

    def data_key(self, private_key: PrivateKey) -> bytes:
        return open_sealed(self.sealed, private_key, SealContext(KIND, self.id))


class SealedReader(io.RawIOBase):
    """``file`` stands behind its head."""

    def __init__(self, file: IO[bytes], head: Head, private_key: PrivateKey) -> None:
        self.file, self.head, self.number = file, head, 0
        self.cipher = AESGCM(head.data_key(private_key))
        self.next, self.waiting, self.is_over = file.read(PIECE + TAG), b"", False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.waiting and not self.is_over:
            self.waiting = self.take()
        taken = self.waiting[: len(buffer)]
        self.waiting = self.waiting[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def take(self) -> bytes:
        piece, self.next = self.next, self.file.read(PIECE + TAG)
        self.is_over = not self.next
        try:
            plain = self.cipher.decrypt(nonce(self.number, self.is_over), piece, self.head.id.bytes)
        except (InvalidTag, ValueError) as error:
            raise Damaged("The backup was damaged or cut off after it was written.") from error
        self.number += 1
        return plain


def proof(head: bytes, secret: str) -> bytes:
    return salted_hmac(KIND, head, secret=secret, algorithm="sha256").digest()


def nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11) + bytes([is_last])


def exactly(file: IO[bytes], length: int) -> bytes:
    data = file.read(length)
    if len(data) < length:
        raise Damaged("The backup was cut off after it was written.")
    return data
