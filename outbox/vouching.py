"""Keys in the database that the site itself has put there.

Closing something needs a public key only, and a public key says nothing about whose it is. So each
carries a digest with ``SECRET_KEY``, which no database and no backup holds: whoever can write to the
database, and to nothing else, cannot put in a key of their own.
"""

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

from outbox.sealing import PublicKey


class VouchedKey(models.Model):
    """Its ``id`` is the key's own."""

    public = models.BinaryField()
    proof = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def public_key(self):
        """To close with; only after ``is_ours``."""
        return PublicKey(self.pk, bytes(self.public))

    @property
    def is_ours(self):
        secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        return any(constant_time_compare(self.proof, self.digest(secret)) for secret in secrets)

    def vouch(self):
        """To be called where the key was made, or by somebody who has looked at it."""
        self.proof = self.digest(settings.SECRET_KEY)

    def digest(self, secret):
        text = f"{self._meta.label}|{self.pk}|{bytes(self.public).hex()}"
        return salted_hmac("outbox.vouching", text, secret=secret, algorithm="sha256").hexdigest()
