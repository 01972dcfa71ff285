from django.db import models

from sealing.signed_keys import SignedKey


class MailKey(SignedKey):
    """The public half of the key that mail waits under; the worker has the file with the other half."""

    id = models.UUIDField(primary_key=True, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return str(self.pk)[:8].upper()
