from django.db import models


class UsedToken(models.Model):
    """A form token that was redeemed; kept until it would have expired anyway."""

    digest = models.CharField(max_length=64, unique=True)
    answers_digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.digest[:8]
