import uuid

from django.db import models

from intake.models.entry import Entry
from intake.models.inquiry import Inquiry


class PageCopy(models.Model):
    """A note to them or added words once more, sealed for another page of the same person.

    Whoever wrote twice has two pages and may have kept the code of either; what is written to them
    stands on both.
    """

    # No running number: it would tell the order within the hour.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="page_copies")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="page_copies")
    sealed_for_person = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "inquiry"], name="intake_pagecopy_once"),
        ]

    def __str__(self):
        return f"{self.entry_id} → {self.inquiry_id}"
