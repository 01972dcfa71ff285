import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.models.inquiry import Inquiry
from sealing.coarse import this_hour


class OfferQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(answer="")


class Offer(models.Model):
    """One clinician is asked whether they could see somebody, through a private link.

    The summary they read says nobody's name; it lies here under a key that only the code in the link
    gives. Who was asked, and what they said beside yes or no, stands in sealed entries.
    """

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, I can see them")
        NO = "no", _("Not this time")
        LATER = "later", _("At another time")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="offers")
    link_digest = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    answer = models.CharField(max_length=5, choices=Answer.choices, blank=True)
    asked_at = models.DateTimeField(default=this_hour)
    expires_on = models.DateField()

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=["", "yes", "no", "later"]), name="intake_offer_answer"
            ),
        ]

    def __str__(self):
        return str(self.pk)[:8].upper()

    @property
    def is_open(self):
        """Whether it can still be answered."""
        return (
            not self.answer
            and self.inquiry.state != Inquiry.State.CLOSED
            and timezone.localdate() <= self.expires_on
        )
