from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AnnouncementQuerySet(models.QuerySet):
    def current(self, today=None):
        """On every page today. The twin of ``Announcement.is_current``."""
        today = today or timezone.localdate()
        return self.filter(first_day__lte=today, last_day__gte=today)


class Announcement(models.Model):
    """One sentence on every page, from one day to another."""

    text = models.CharField(_("sentence"), max_length=200)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        ordering = ["-first_day"]
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="pages_announcement_in_order",
                violation_error_message=_("The last day comes before the first day."),
            ),
        ]

    def __str__(self):
        return self.text

    def is_current(self, today):
        return self.first_day <= today <= self.last_day
