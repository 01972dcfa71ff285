"""Agreements between states, and for what profession: data, as somebody looked them up."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.addresses import SecureURLField
from pages.states import STATES


class Profession(models.TextChoices):
    PSYCHOLOGY = "psychology", _("Psychology")
    COUNSELING = "counseling", _("Counseling")
    SOCIAL_WORK = "social-work", _("Clinical social work")
    FAMILY_THERAPY = "family-therapy", _("Marriage and family therapy")
    MEDICINE = "medicine", _("Medicine, psychiatry")
    NURSING = "nursing", _("Nursing")
    OTHER = "other", _("Another profession")


class Dated(models.Model):
    """``None`` for a day that nobody has put down: since ever, or until further notice."""

    from_day = models.DateField(_("from"), null=True, blank=True)
    to_day = models.DateField(
        _("to"), null=True, blank=True, help_text=_("The last day on which it is good.")
    )

    class Meta:
        abstract = True

    @property
    def last_day(self):
        return self.to_day

    def holds_on(self, day):
        has_begun = self.from_day is None or self.from_day <= day
        return has_begun and (self.last_day is None or day <= self.last_day)


class Compact(models.Model):
    """An agreement between states that lets a license of one be used in the others. Which there are, and who
    belongs to them, is looked up by staff: nothing in the code knows one."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    profession = models.CharField(
        _("for the profession"), max_length=20, choices=Profession.choices
    )
    wording = models.CharField(
        _("how it is shown"),
        max_length=200,
        help_text=_("As the compact wants it said. Day and number are added."),
    )
    register_url = SecureURLField(_("address of its register"), blank=True)
    checked_on = models.DateField(_("states looked up on"), default=timezone.localdate)
    checked_by = models.CharField(_("looked up by"), max_length=120)

    class Meta:
        ordering = ["name"]
        verbose_name = _("compact of states")
        verbose_name_plural = _("compacts of states")

    def __str__(self):
        return self.name

    def states_on(self, day):
        return {member.state for member in self.members.all() if member.holds_on(day)}


class CompactMember(Dated):
    compact = models.ForeignKey(Compact, on_delete=models.CASCADE, related_name="members")
    state = models.CharField(_("state"), max_length=2, choices=STATES)

    class Meta:
        ordering = ["state", "pk"]
        verbose_name = _("state of a compact")
        verbose_name_plural = _("states of a compact")
        constraints = [
            models.CheckConstraint(
                condition=Q(from_day__isnull=True)
                | Q(to_day__isnull=True)
                | Q(to_day__gte=F("from_day")),
                name="team_compactmember_in_order",
                violation_error_message=_("The last day comes before the first day."),
            ),
        ]

    def __str__(self):
        return f"{self.compact}: {self.state}"
