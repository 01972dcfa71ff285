"""Whom somebody in a crisis can reach at once; every page says it."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from pages import error_page_facts
from pages.addresses import SecureURLField
from pages.countries import COUNTRIES, default_country
from pages.models.practice import Practice, phone_validator
from search.danger_kinds import DangerKind
from staff.copied import PhoneNumber

CRISIS_HELP_STAYS = _("At least one kind of crisis help is always shown. Show another one first.")


# By the names that those who speak them look for.
LANGUAGES = [
    ("en", "English"), ("es", "Español"), ("fr", "Français"), ("zh", "中文"),
    ("vi", "Tiếng Việt"), ("tl", "Tagalog"), ("ko", "한국어"),
]  # fmt: skip
# After so long without a look somebody should call the line, or read its own page, again.
A_YEAR = timedelta(days=365)


class CrisisQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(is_shown=True)


class CrisisResource(models.Model):
    """Help that answers at any hour: on every page, before and after the inquiry form."""

    # As words of danger are sorted, so that what is searched for finds its own help.
    Kind = DangerKind

    name = models.CharField(_("name"), max_length=80)
    text = models.CharField(_("what it is"), max_length=240)
    call = PhoneNumber(_("number to call"), max_length=30, blank=True, validators=[phone_validator])
    text_to = PhoneNumber(
        _("number to text"), max_length=30, blank=True, validators=[phone_validator]
    )
    text_word = models.CharField(
        _("word to send"), max_length=20, blank=True, help_text=_("For example: HOME")
    )
    chat_url = SecureURLField(_("chat address"), blank=True)
    deaf_how = models.CharField(
        _("how Deaf people reach it"),
        max_length=160,
        blank=True,
        help_text=_("For example: In American Sign Language, from a videophone: dial 988."),
    )
    deaf_call = PhoneNumber(
        _("number for videophones"), max_length=30, blank=True, validators=[phone_validator]
    )
    deaf_url = SecureURLField(_("address for a video call"), blank=True)
    kind = models.CharField(_("for"), max_length=10, choices=Kind, default=Kind.ANY)
    country = models.CharField(
        _("country"),
        max_length=2,
        choices=COUNTRIES,
        default=default_country,
        help_text=_("It is shown where the practice is in this country."),
    )
    language = models.CharField(
        _("language of these words"), max_length=10, choices=LANGUAGES, default="en"
    )
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last made sure that all of this is so."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_shown = models.BooleanField(_("shown"), default=True)

    objects = CrisisQuerySet.as_manager()

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
        if not self.is_here and not self.are_others_shown():
            raise ValidationError(CRISIS_HELP_STAYS)

    @property
    def is_here(self):
        return self.is_shown and self.country == Practice.objects.current().country

    @property
    def is_last_shown(self):
        return self.is_here and not self.are_others_shown()

    def are_others_shown(self):
        here = Practice.objects.current().country
        return CrisisResource.objects.shown().filter(country=here).exclude(pk=self.pk).exists()

    def is_old(self, today: date) -> bool:
        return self.checked_on is None or today - self.checked_on > A_YEAR
