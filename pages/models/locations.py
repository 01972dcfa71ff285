from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.models.practice import Practice


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
