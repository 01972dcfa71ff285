"""The person's own key: made with the inquiry, opened only by the code in their link.

The code is 16 letters and digits, 80 bits. The database holds a digest to find the row by and the
key encrypted under the code; neither leads back to it.
"""

import secrets
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sealing.ciphers import CannotDecrypt, decrypt, encrypt
from sealing.envelopes import CannotOpen, PrivateKey, new_key
from staff.copied import find_groups

# Crockford's alphabet: nothing that reads like something else, and no U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _number in range(LENGTH))


def code_from(text: str) -> str:
    """The code that belongs to a form's token: sending the same form again leads to the same page.

    The token is random, long, and stored nowhere.
    """
    number = int.from_bytes(derive(text, b"practice-site person code")[:10])
    return "".join(ALPHABET[number >> (5 * digit) & 31] for digit in range(LENGTH))


def in_groups(code: str) -> str:
    """``7K2M-…``, as it is shown and stands in the link."""
    return "-".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def read_code(typed: str) -> str | None:
    """The code in what was typed or pasted: by itself, in an address, behind a label, in a sentence; or
    None if there is none."""
    slips = str.maketrans("OIL", "011")
    codes = (code.translate(slips) for code in find_groups(typed, LENGTH // 4))
    return next((code for code in codes if set(code) <= set(ALPHABET)), None)


def link_digest(code: str) -> str:
    return derive(code, b"practice-site person link").hex()


def fields_for(code: str) -> dict[str, Any]:
    """What an inquiry stores of it."""
    pair = new_key()
    key = derive(code, b"practice-site person key")
    return {
        "link_digest": link_digest(code),
        "person_key_id": pair.id,
        "person_public": pair.public.raw,
        "person_wrapped": encrypt(key, pair.raw, pair.id.bytes),
    }


def private_key_of(inquiry: Any, code: str) -> PrivateKey:
    """Raises ``CannotOpen``."""
    key = derive(code, b"practice-site person key")
    try:
        raw = decrypt(key, bytes(inquiry.person_wrapped), inquiry.person_key_id.bytes)
    except CannotDecrypt as error:
        raise CannotOpen from error
    return PrivateKey(inquiry.person_key_id, raw)


def derive(code: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(code.encode())
