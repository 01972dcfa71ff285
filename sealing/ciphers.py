"""AES-256-GCM (NIST SP 800-38D) under a key that is at hand.

    nonce 12 | ciphertext and tag   (numbers are bytes)

What it belongs to is bound in: in another place, or under another key, it does not open.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12


class CannotDecrypt(ValueError):
    """It was closed with another key or belongs elsewhere, or is damaged."""


def encrypt(key: bytes, document: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, document, bound)


def decrypt(key: bytes, encrypted: bytes, bound: bytes) -> bytes:
    """Raises ``CannotDecrypt``."""
    nonce, ciphertext = encrypted[:NONCE_BYTES], encrypted[NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, bound)
    except (InvalidTag, ValueError) as error:
        raise CannotDecrypt from error
