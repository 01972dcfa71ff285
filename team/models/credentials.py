"""What a therapist has learned and may do: rows of the profile, in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Credential(models.Model):
    class Kind(models.TextChoices):
        DEGREE = "degree", _("Degree")
        LICENSE = "license", _("License")
        REGISTRATION = "registration", _("Registration")
        CERTIFICATION = "certification", _("Certification")

    therapist = models.ForeignKey(
        "team.Therapist", on_delete=models.CASCADE, related_name="credentials"
    )
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.DEGREE)
    abbreviation = models.CharField(_("letters"), max_length=20, blank=True)
    name = models.CharField(_("in words"), max_length=120)
    state = models.CharField(_("state"), max_length=2, blank=True)
    number = models.CharField(_("number"), max_length=40, blank=True)
    is_shown = models.BooleanField(_("letters after the name"), default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")

    def __str__(self):
        return self.abbreviation or self.name
