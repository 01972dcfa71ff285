from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MonthlyDemandQuerySet(models.QuerySet):
    def counted_months(self):
        """First days of the months that were counted, newest first."""
        totals = self.filter(kind=MonthlyDemand.Kind.ALL).order_by("-month")
        return totals.values_list("month", flat=True)


class MonthlyDemand(models.Model):
    """How many asked for something in a month that is over. Nothing under five is ever stored: small
    numbers are merged before, since a small number can point at a person."""

    class Kind(models.TextChoices):
        ALL = "all", _("All inquiries")
        SPECIALTY = "specialty", _("What brings them")
        PAYER = "payer", _("Payment")
        STATE = "state", _("State")

    month = models.DateField(_("month"))
    kind = models.CharField(_("of"), max_length=10, choices=Kind.choices)
    # Empty for all others together.
    label = models.CharField(_("what"), max_length=160, blank=True)
    # None for fewer than five that nothing could be merged with.
    number = models.PositiveIntegerField(_("how many"), null=True)

    objects = MonthlyDemandQuerySet.as_manager()

    class Meta:
        ordering = ["-month", "kind", "label"]
        verbose_name = _("month’s number")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(
                fields=["month", "kind", "label"], name="intake_monthlydemand_once"
            ),
            models.CheckConstraint(
                condition=Q(number=None) | Q(number__gte=5),
                name="intake_monthlydemand_nothing_small",
            ),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m} {self.get_kind_display()} {self.label}".strip()
