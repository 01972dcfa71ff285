from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages import error_page_facts
from pages.addresses import SecureURLField
from pages.models.practice import phone_validator
from staff.copied import PhoneNumber

CRISIS_HELP_STAYS = _("At least one kind of crisis help is always shown. Show another one first.")


class ClosureDay(models.Model):
    """Days on which nobody answers; they do not count toward the promised answer."""

    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    reason = models.CharField(
        _("reason"), max_length=120, help_text=_("As visitors read it: Thanksgiving")
    )

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("closure")
        verbose_name_plural = _("closure days")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="pages_closureday_in_order",
                violation_error_message=_("The last day comes before the first day."),
            ),
        ]

    def __str__(self):
        return self.reason


class AnnouncementQuerySet(models.QuerySet):
    def current(self, today=None):
        """On every page today. The twin of ``Announcement.is_current``."""
        today = today or timezone.localdate()
        return self.filter(first_day__lte=today, last_day__gte=today)


class Announcement(models.Model):
    """One sentence on every page, from one day to another."""

    text = models.CharField(_("sentence"), max_length=200)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        ordering = ["-first_day"]
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="pages_announcement_in_order",
                violation_error_message=_("The last day comes before the first day."),
            ),
        ]

    def __str__(self):
        return self.text

    def is_current(self, today):
        return self.first_day <= today <= self.last_day


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
