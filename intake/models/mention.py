from django.conf import settings
from django.db import models

from intake.models.inquiry import Inquiry


class Mention(models.Model):
    """That a mail to somebody of the practice, which has not gone yet, tells them of an inquiry: what happens at
    the same moment goes into the same mail. Gone soon after the mail is."""

    message = models.ForeignKey("outbox.Message", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="+")
    # One of ``intake.staff_mail.KINDS``.
    kind = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message", "inquiry", "kind"], name="intake_mention_once"
            ),
        ]

    def __str__(self):
        return f"{self.kind}: {self.inquiry_id}"
