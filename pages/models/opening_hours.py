from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.models.practice import Practice


class OpeningHours(models.Model):
    """When somebody answers the phone, in the practice's time zone."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE)
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday.choices)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name = _("phone hours")
        verbose_name_plural = _("phone hours")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="pages_openinghours_in_order",
                violation_error_message=_("The closing time must come after the opening time."),
            ),
            models.UniqueConstraint(
                fields=["practice", "weekday", "opens"],
                name="pages_openinghours_once",
                violation_error_message=_("These hours are listed twice."),
            ),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"
