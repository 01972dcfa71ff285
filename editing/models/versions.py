from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class VersionQuerySet(models.QuerySet):
    def of(self, row):
        return self.of_model(row).filter(object_id=row.pk)

    def of_model(self, model):
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def with_findings(self):
        return self.exclude(findings=[])


class Version(models.Model):
    """One text as somebody saved it: what the model's form held, restored through that form."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    content = GenericForeignKey()
    number = models.PositiveIntegerField(_("number"))
    # Names of form inputs, each with its list of values, as a browser would send them.
    data = models.JSONField()
    # A digest of the words alone: approvals hold for a text, not for a row.
    substance = models.CharField(max_length=64)
    # What the linter had to say when it was saved: plain values, so that showing them costs nothing.
    findings = models.JSONField(default=list)
    name = models.CharField(
        _("name"), max_length=120, blank=True, help_text=_("So that you find it again.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_by_name = models.CharField(max_length=150, blank=True)
    made_at = models.DateTimeField(_("saved"), auto_now_add=True)
    went_out_at = models.DateTimeField(null=True)
    # Who put it on the site, or set the time at which it goes there.
    went_out_by_name = models.CharField(max_length=150, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "number"],
                name="editing_version_number_unique",
            ),
        ]
        # For the desk, newest first: most have none, and reading them would read every text.
        indexes = [
            models.Index(
                "content_type", F("id").desc(),
                condition=~Q(findings=[]),
                name="editing_version_findings",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name or _("Version %(number)d") % {"number": self.number}

    @property
    def was_out(self):
        """Whether visitors could ever read it. A time that was set may have been taken back."""
        return self.went_out_at is not None and self.went_out_at <= timezone.now()
