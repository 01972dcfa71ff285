"""A holder's private key, kept under a passphrase or under a recovery code.

format 1 | memory in MiB 1 | passes 1 | salt 16 | nonce 12 | key and tag   (numbers are bytes)
"""

import secrets
from threading import Lock

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sealing.ciphers import NONCE_BYTES, CannotDecrypt, decrypt, encrypt
from sealing.envelopes import Stored

FORMAT = 1
# RFC 9106's second choice of costs: 64 MiB, three passes.
MEBIBYTES, PASSES, LANES = 64, 3, 4
LEAST_LENGTH = 15
HEAD_BYTES = 3 + 16
LEAST_BYTES = HEAD_BYTES + NONCE_BYTES + 16
# Each derivation takes 64 MiB: one at a time, or a handful of requests is all the memory there is.
one_at_a_time = Lock()


class WrongPassphrase(ValueError):
    pass


def wrap(secret: bytes, passphrase: str, bound_to: object) -> bytes:
    """``secret`` (bytes) under ``passphrase`` (text); ``bound_to`` is the id of its row."""
    salt = secrets.token_bytes(16)
    head = bytes([FORMAT, MEBIBYTES, PASSES]) + salt
    key = derive(passphrase, salt, MEBIBYTES, PASSES)
    return head + encrypt(key, secret, head + str(bound_to).encode())


def unwrap(wrapped: Stored, passphrase: str, bound_to: object) -> bytes:
    """The secret; raises ``WrongPassphrase``, also where the row was tampered with."""
    wrapped = bytes(wrapped)
    if len(wrapped) < LEAST_BYTES or wrapped[0] != FORMAT:
        raise WrongPassphrase
    head, rest = wrapped[:HEAD_BYTES], wrapped[HEAD_BYTES:]
    mebibytes, passes, salt = head[1], head[2], head[3:]
    key = derive(passphrase, salt, mebibytes, passes)
    try:
        return decrypt(key, rest, head + str(bound_to).encode())
    except CannotDecrypt as error:
        raise WrongPassphrase from error


def derive(passphrase: str, salt: bytes, mebibytes: int, passes: int) -> bytes:
    with one_at_a_time:
        return Argon2id(
            salt=salt, length=32, iterations=passes, lanes=LANES, memory_cost=mebibytes * 1024
        ).derive(normal(passphrase).encode())


def normal(passphrase: str) -> str:
    """Spaces and capitals are the slips people make with a sentence; neither is its strength."""
    return " ".join(passphrase.split()).casefold()
