from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editing.models.versions import Version


class DismissalQuerySet(models.QuerySet):
    def of(self, row):
        return self.filter(version__in=Version.objects.of(row))


class Dismissal(models.Model):
    """Somebody's reasoned answer to a finding. It holds while the words it was said about stay."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=16)
    rule = models.CharField(max_length=40)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    objects = DismissalQuerySet.as_manager()

    class Meta:
        default_permissions = []
        ordering = ["-at"]

    def __str__(self):
        return f"{self.rule}: {self.reason}"
