"""Whom somebody in a crisis can reach at once; every page says it."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from pages import error_page_facts
from pages.addresses import SecureURLField
from pages.models.practice import phone_validator
from staff.copied import PhoneNumber

CRISIS_HELP_STAYS = _("At least one kind of crisis help is always shown. Show another one first.")


class CrisisResource(models.Model):
    """Help that is awake now: in the footer of every page, before and after the inquiry form."""

    name = models.CharField(_("name"), max_length=80)
    text = models.CharField(_("what it is"), max_length=240)
    call = PhoneNumber(_("number to call"), max_length=30, blank=True, validators=[phone_validator])
    text_to = PhoneNumber(
        _("number to text"), max_length=30, blank=True, validators=[phone_validator]
    )
    chat_url = SecureURLField(_("chat address"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_shown = models.BooleanField(_("shown"), default=True)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("crisis help")
        verbose_name_plural = _("crisis help")

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        transaction.on_commit(error_page_facts.refresh)

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(error_page_facts.refresh)
        return deleted

    def clean(self):
        if not self.is_shown and not self.are_others_shown():
            raise ValidationError(CRISIS_HELP_STAYS)

    @property
    def is_last_shown(self):
        return self.is_shown and not self.are_others_shown()

    def are_others_shown(self):
        return CrisisResource.objects.exclude(pk=self.pk).filter(is_shown=True).exists()
