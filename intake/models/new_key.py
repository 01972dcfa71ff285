import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from sealing.signed_keys import SignedKey


class NewKey(SignedKey):
    """A key pair that does not count yet and opens nothing: of somebody who has forgotten the
    passphrase, until a colleague says yes or a day has gone by; or of a recovery code, until it
    was typed from the paper."""

    signed_fields = ("id", "public", "user", "sheet", "wrapped", "made_at")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    sheet = models.CharField(max_length=1, blank=True)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()
    # What told the others of it.
    mail = models.ManyToManyField("outbox.Message", related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None) ^ Q(sheet=""), name="intake_newkey_person_or_sheet"
            ),
            models.UniqueConstraint(
                fields=["sheet"], condition=~Q(sheet=""), name="intake_newkey_sheet_once"
            ),
        ]

    def __str__(self):
        return str(self.user) if self.user_id else self.sheet


class FormerSheet(models.Model):
    """The last recovery codes that were replaced, each with what it opened: nothing is shared with it any
    more, and whoever types the old code can be told so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sheet = models.CharField(max_length=1)
    wrapped = models.BinaryField()
    replaced_on = models.DateField()

    class Meta:
        ordering = ["-replaced_on"]

    def __str__(self):
        return f"{self.sheet}, {self.replaced_on}"
