"""Secrets of second factors, sealed with a key made from SECRET_KEY.

Whoever reads the database or a backup without the site's key learns no codes from it.
"""

import base64
import logging
import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

logger = logging.getLogger(__name__)


def seal(text: str) -> str:
    return locks().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    try:
        return locks().decrypt(sealed).decode()
    except InvalidToken:
        logger.warning("A second factor cannot be read. Was SECRET_KEY changed?")
        # Not an empty text, whose codes anybody could compute: a secret nobody knows fits no code.
        return new_secret()


def new_secret() -> str:
    """160 random bits in the letters that authenticator apps read."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def locks() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(derived(key)) for key in keys])


def derived(key: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"staff.factors.sealing")
    return base64.urlsafe_b64encode(kdf.derive(key.encode()))
