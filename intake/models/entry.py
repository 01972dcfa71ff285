import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from intake.models.inquiry import Inquiry
from intake.models.keys import PracticeKey
from sealing.coarse import this_hour


class Entry(models.Model):
    """One thing that happened with an inquiry: a note, an attempt to reach the person, a note to them.

    What was written or said is sealed like the inquiry itself.
    """

    class Kind(models.TextChoices):
        NOTE = "note", _("Note")
        ATTEMPT = "attempt", _("Attempt to reach them")
        NOTE_TO_PERSON = "letter", _("Secure message to them")
        FROM_PERSON = "person", _("From the person")
        NEW_WAY = "way", _("New way to reach them")
        OFFER = "offer", _("Question to a clinician")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    sealed = models.BinaryField()
    practice_key = models.ForeignKey(
        PracticeKey, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    # The same note, closed with the key that only the person's own link opens.
    sealed_for_person = models.BinaryField(null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=this_hour)

    class Meta:
        ordering = ["written_at", "pk"]

    def __str__(self):
        return self.get_kind_display()

    @property
    def reference(self):
        return str(self.inquiry_id)[:8].upper()
