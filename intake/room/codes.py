"""Recovery codes: made once, printed, and read again from what somebody types."""

import secrets
from base64 import b32decode, b32encode
from binascii import Error as NotBase32

from staff.copied import find_groups

CODE_BYTES = 32


def new_code() -> str:
    """A recovery code: 256 bits as 13 groups of four letters and digits."""
    text = b32encode(secrets.token_bytes(CODE_BYTES)).decode().rstrip("=")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def read_code(typed: str) -> str | None:
    """The code as it was printed, whatever stands around it and between its groups; or None if there is
    none."""
    for found in find_groups(typed, 13):
        text = found.replace("0", "O").replace("1", "I")
        try:
            if len(b32decode(text + "=" * (-len(text) % 8))) == CODE_BYTES:
                return "-".join(text[at : at + 4] for at in range(0, len(text), 4))
        except NotBase32:
            continue
    return None
