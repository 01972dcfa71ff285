from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficePersonQuerySet(models.QuerySet):
    def listed(self):
        return self.filter(is_listed=True).select_related("photo")


class OfficePerson(models.Model):
    """Somebody of the office. Treats nobody, so filters leave this person alone."""

    first_name = models.CharField(_("first name"), max_length=60)
    role = models.CharField(_("what this person does"), max_length=120)
    about = models.TextField(_("a few words"), blank=True)
    photo = models.ForeignKey(
        "pictures.Image",
        verbose_name=_("photo"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_listed = models.BooleanField(_("shown on the site"), default=True)

    objects = OfficePersonQuerySet.as_manager()

    class Meta:
        ordering = ["order", "first_name"]
        verbose_name = _("office person")
        verbose_name_plural = _("office people")

    def __str__(self):
        return self.first_name
