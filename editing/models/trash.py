from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=30)


class TrashableQuerySet(models.QuerySet):
    def active(self):
        """What is not in the trash."""
        return self.filter(trashed_at__isnull=True)

    def in_trash(self):
        return self.filter(trashed_at__isnull=False)

    def past_trash(self, at=None):
        """What has been in the trash for so long that it goes for good."""
        return self.filter(trashed_at__lte=(at or timezone.now()) - KEPT_FOR)


class Trashable(models.Model):
    """Deleting puts it in the trash, where it can be taken out again for 30 days."""

    objects: ClassVar[TrashableQuerySet]

    trashed_at = models.DateTimeField(null=True, editable=False)
    trashed_by_name = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_in_trash(self):
        return self.trashed_at is not None

    @property
    def gone_for_good_at(self):
        return self.trashed_at + KEPT_FOR if self.trashed_at else None

    def put_in_trash(self, by_name):
        self.trashed_at, self.trashed_by_name = timezone.now(), by_name
        self.save(update_fields=["trashed_at", "trashed_by_name"])

    def take_out_of_trash(self):
        self.trashed_at, self.trashed_by_name = None, ""
        self.save(update_fields=["trashed_at", "trashed_by_name"])
