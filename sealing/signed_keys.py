"""Rows in the database that the site itself has written.

Closing something needs a public key only, and a public key says nothing about whose it is. So each
carries a digest with ``SECRET_KEY``, which no database and no backup holds, over everything that
decides what the key may do: whoever can write to the database, and to nothing else, can neither put in
a key of their own nor change one. That an older row was put back is not seen by its own digest.
"""

import json
from datetime import UTC, datetime

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

from sealing.envelopes import PublicKey


class SignedKey(models.Model):
    """Its ``id`` is the key's own."""

    # What the proof covers. A field added here later needs no new proofs for what is there already, as
    # long as its default says what was so before; one with a default never gets another default.
    signed_fields: tuple[str, ...] = ("id", "public")

    public = models.BinaryField()
    proof = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def public_key(self):
        """To close with; only after ``is_signed``."""
        return PublicKey(self.pk, bytes(self.public))

    @property
    def is_signed(self):
        secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        return any(constant_time_compare(self.proof, self.digest(secret)) for secret in secrets)

    def sign(self):
        """To be called where the key was made or changed, or by somebody who has looked at it."""
        self.proof = self.digest(settings.SECRET_KEY)

    def digest(self, secret):
        return digest(self._meta.label, self.covered(), secret)

    def covered(self):
        """{name: value} of what the proof covers, without what has its default."""
        fields = [self._meta.get_field(name) for name in self.signed_fields]
        values = {field.attname: value_of(self, field) for field in fields}
        return {
            field.attname: values[field.attname]
            for field in fields
            if values[field.attname] != field.get_default()
        }


def value_of(row, field):
    """As it comes from the database, whatever somebody has put into the attribute."""
    value = field.to_python(getattr(row, field.attname))
    return bytes(value) if isinstance(value, memoryview) else value


def digest(label, covered, secret):
    text = json.dumps([label, covered], sort_keys=True, default=in_json)
    # Bound into what is stored; the name is older than this module, and never changes.
    return salted_hmac("outbox.vouching.row", text, secret=secret, algorithm="sha256").hexdigest()


def in_json(value):
    if isinstance(value, bytes | memoryview):
        return value.hex()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value)
