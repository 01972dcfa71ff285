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


class Location(models.Model):
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE)
    name = models.CharField(
        _("name"), max_length=80, help_text=_("For example: The house on Larch Street")
    )
    street = models.CharField(_("street"), max_length=160, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    state = models.CharField(_("state"), max_length=2, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=10, blank=True)
    getting_here = models.TextField(
        _("getting here and getting in"),
        blank=True,
        help_text=_("Parking, transit, steps, elevator, restroom."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("location")
        verbose_name_plural = _("locations")

    def __str__(self):
        return self.name
