"""The file with the private half of the mail key, which only the worker needs."""

import os
import uuid
from base64 import b64decode, b64encode

from django.conf import settings

from sealing.envelopes import PrivateKey, new_key


class NoMailKey(Exception):
    """There is no file that opens what waits, or none that we can read."""


def private_key() -> PrivateKey:
    pair = read_file()
    if pair is None:
        raise NoMailKey
    return pair


def read_file() -> PrivateKey | None:
    """None where there is no key, none for us to read, or not a whole one."""
    try:
        raw = b64decode(settings.MAIL_KEY_PATH.read_text())
        return PrivateKey(uuid.UUID(bytes=raw[:16]), raw[16:])
    except (FileNotFoundError, PermissionError, ValueError):
        return None


def make_file() -> PrivateKey | None:
    """Returns what ``read_file`` does if there is one already. Written whole before it has its name, so
    that nobody reads half a key."""
    pair = new_key()
    path = settings.MAIL_KEY_PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{pair.id}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(b64encode(pair.id.bytes + pair.raw))
    try:
        # Unlike a rename, this does not replace the key of somebody who was quicker.
        os.link(half, path)
    except FileExistsError:
        return read_file()
    finally:
        half.unlink()
    return pair
