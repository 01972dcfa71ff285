from django.db import models

from outbox.sealing import PublicKey


class MailKey(models.Model):
    """The public half of the key that mail waits under; the worker has the file with the other half."""

    id = models.UUIDField(primary_key=True, editable=False)
    public = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return str(self.pk)[:8].upper()

    @property
    def public_key(self):
        return PublicKey(self.pk, bytes(self.public))
