"""Language of a piece of content, and which piece it translates."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def default_language():
    return settings.LANGUAGE_CODE


class Translatable(models.Model):
    language = models.CharField(_("language"), max_length=12, default=default_language)
    translation_of = models.ForeignKey(
        "self",
        verbose_name=_("translation of"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
    )

    class Meta:
        abstract = True
