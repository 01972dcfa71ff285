from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ClosureDay(models.Model):
    """Days on which nobody answers; they do not count toward the promised answer."""

    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    reason = models.CharField(
        _("reason"), max_length=120, help_text=_("As visitors read it: Thanksgiving")
    )

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("closure")
        verbose_name_plural = _("closure days")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="pages_closureday_in_order",
                violation_error_message=_("The last day comes before the first day."),
            ),
        ]

    def __str__(self):
        return self.reason
