from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

# Two missed signs of life, and somebody has gone.
STILL_HERE = timedelta(seconds=70)


class WorkingCopyQuerySet(models.QuerySet):
    def of(self, model, pk):
        """``pk`` None: of one that was never saved."""
        content_type = ContentType.objects.get_for_model(model)
        return self.filter(content_type=content_type, object_id=pk or 0)

    def here_now(self):
        return self.filter(seen_at__gte=timezone.now() - STILL_HERE)

    def with_text(self):
        return self.filter(data__isnull=False)


class WorkingCopy(models.Model):
    """What one person has typed into one form and not saved yet: overwritten again and again, and
    gone with the save. Its ``seen_at`` tells others who has the form open."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    # 0: something that was never saved.
    object_id = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    data = models.JSONField(null=True)
    # The version the typing began from, for telling whether somebody else saved since.
    base_version = models.PositiveIntegerField(default=0)
    # Counts the writes, so that a forgotten tab cannot write over a newer one.
    revision = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    typed_at = models.DateTimeField(null=True)

    objects = WorkingCopyQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "user"],
                name="editing_workingcopy_one_each",
            ),
        ]

    def __str__(self):
        return f"{self.content_type_id}/{self.object_id} by {self.user_id}"
