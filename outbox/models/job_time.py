from django.db import models
from django.utils import timezone


class JobTime(models.Model):
    """When a due job may run next; the row is what keeps two workers from running it twice."""

    name = models.CharField(max_length=80, primary_key=True)
    due_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.name
