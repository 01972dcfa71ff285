from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.states import STATES

LOOK_AGAIN_AFTER = timedelta(days=365)


class CareAloneAge(models.Model):
    """From which age a young person may ask for care alone in a state: what the practice has found out, and
    when. Nothing in the code knows an age."""

    state = models.CharField(
        _("state"),
        max_length=2,
        choices=STATES,
        unique=True,
        error_messages={"unique": _("There is an age for this state already: change that one.")},
    )
    age = models.PositiveSmallIntegerField(
        _("from this age on"),
        validators=[MinValueValidator(10), MaxValueValidator(21)],
        help_text=_("In full years, as the law of the state says for outpatient therapy."),
    )
    checked_on = models.DateField(_("checked on"), default=timezone.localdate)
    checked_by = models.CharField(
        _("checked by"), max_length=120, help_text=_("Who looked it up, or whom you asked.")
    )
    note = models.CharField(
        _("legal source"),
        max_length=300,
        blank=True,
        help_text=_(
            "The law, or the letter, so that somebody can look again. For colleagues only."
        ),
    )

    class Meta:
        ordering = ["state"]
        verbose_name = _("minors’ age of consent")
        verbose_name_plural = _("minors’ ages of consent")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(age__gte=10, age__lte=21), name="intake_carealoneage_age"
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()}: {self.age}"

    @property
    def is_stale(self):
        return self.checked_on < timezone.localdate() - LOOK_AGAIN_AFTER
