"""Sessions of which the database holds neither the cookie nor anything that can be read.

A row is found by a digest of the cookie's value, and closed with a key made from it. So a copy of the
table, live or old, is nobody's cookie and says nothing; and a row moved or copied opens nothing.
"""

import hashlib
from base64 import b64decode, b64encode
from secrets import token_bytes

from asgiref.sync import sync_to_async
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.contrib.sessions.backends import db

NONCE_BYTES = 12


class SessionStore(db.SessionStore):
    def load(self):
        rows = self.model.objects.filter(session_key=row_key(self.session_key))
        row = rows.filter(expire_date__gt=db.timezone.now()).first()
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row.session_data)

    def exists(self, session_key):
        return super().exists(row_key(session_key))

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        row.session_key = row_key(row.session_key)
        return row

    def delete(self, session_key=None):
        session_key = session_key or self.session_key
        if session_key is not None:
            super().delete(row_key(session_key))

    # ``save`` has given the session its key before anything is closed with it.
    def encode(self, session_dict):
        nonce, signed = token_bytes(NONCE_BYTES), super().encode(session_dict).encode()
        return b64encode(nonce + lock(self.session_key).encrypt(nonce, signed, None)).decode()

    def decode(self, session_data):
        try:
            closed = b64decode(session_data, validate=True)
            signed = lock(self.session_key).decrypt(
                closed[:NONCE_BYTES], closed[NONCE_BYTES:], None
            )
        except (InvalidTag, ValueError):
            return {}
        return super().decode(signed.decode())

    async def aload(self):
        return await sync_to_async(self.load)()

    async def aexists(self, session_key):
        return await sync_to_async(self.exists)(session_key)

    async def acreate_model_instance(self, data):
        return await sync_to_async(self.create_model_instance)(data)

    async def adelete(self, session_key=None):
        await sync_to_async(self.delete)(session_key)


def row_key(cookie):
    """What the row is found by; as long as Django's own column takes."""
    return hashlib.sha256(b"staff.sessions row\0" + cookie.encode()).hexdigest()[:40]


def lock(cookie):
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"staff.sessions")
    return AESGCM(kdf.derive(cookie.encode()))
