from django.db import models


class Tombstone(models.Model):
    """That an inquiry was erased, and when: nothing else is left of it."""

    inquiry_id = models.UUIDField(primary_key=True)
    erased_on = models.DateField(db_index=True)

    def __str__(self):
        return f"{str(self.inquiry_id)[:8].upper()}: {self.erased_on}"
