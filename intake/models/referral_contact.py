from datetime import timedelta

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.addresses import SecureURLField
from pages.models.practice import phone_validator
from pages.states import state_names
from staff.copied import PhoneNumber
from team.models import Payer, Specialty

STALE_AFTER = timedelta(days=183)


class ReferralContactQuerySet(models.QuerySet):
    def offered(self):
        """What may be named to somebody, the most lately confirmed first."""
        newest = F("last_confirmed_on").desc(nulls_last=True)
        return self.filter(is_active=True).order_by(newest, "name")

    def named_to_visitors(self, today):
        """Only what somebody has lately looked at."""
        lately = {"last_confirmed_on__range": (today - STALE_AFTER, today)}
        return self.offered().filter(is_named_to_visitors=True, **lately)


class ReferralContact(models.Model):
    """Somebody outside whom the practice names when it cannot help itself: the referral book."""

    name = models.CharField(_("name"), max_length=160)
    description = models.CharField(
        _("in one line"),
        max_length=200,
        blank=True,
        help_text=_("As you would say it on the phone: “A clinic with a sliding fee in Oakland.”"),
    )
    phone = PhoneNumber(_("phone"), max_length=30, blank=True, validators=[phone_validator])
    website = SecureURLField(_("website"), blank=True)
    states = models.JSONField(_("states"), default=list, blank=True)
    specialties = models.ManyToManyField(
        Specialty, verbose_name=_("specialties"), blank=True, related_name="+"
    )
    payers = models.ManyToManyField(Payer, verbose_name=_("insurers"), blank=True, related_name="+")
    note = models.TextField(
        _("note for colleagues"), blank=True, help_text=_("Never sent to anybody.")
    )
    is_named_to_visitors = models.BooleanField(
        _("named on the site"),
        default=False,
        help_text=_(
            "On Get Started, for whoever is where none of you may work, or of an age none of you sees: while it was "
            "confirmed within six months, with that day."
        ),
    )
    is_active = models.BooleanField(_("may be recommended"), default=True)
    last_confirmed_on = models.DateField(
        _("last confirmed"),
        null=True,
        blank=True,
        help_text=_("When they last told you that they are accepting clients."),
    )

    objects = ReferralContactQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("outside colleague")
        verbose_name_plural = _("referral book")

    def __str__(self):
        return self.name

    @property
    def is_stale(self):
        confirmed = self.last_confirmed_on
        return confirmed is None or confirmed < timezone.localdate() - STALE_AFTER

    @property
    def states_line(self):
        return ", ".join(str(name) for name in state_names(self.states))

    @property
    def line(self):
        """As it stands in a note to somebody."""
        return " · ".join(filter(None, [self.name, self.description, self.phone, self.website]))
