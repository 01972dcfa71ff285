"""Where somebody may practice, and by what right: rows with days, apart from the text of the profile."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from pages.addresses import SecureURLField
from pages.states import STATES
from team.models.compacts import Compact, Dated, Profession
from team.models.wording import TitleWording

# How long a renewal that the board has not entered yet may stand in for the one that ran out.
LONGEST_LATE = timedelta(days=30)


class PracticeAuthority(Dated):
    class Kind(models.TextChoices):
        LICENSE = "license", _("License")
        REGISTRATION = "registration", _("Registration to practice alone")
        TELEHEALTH = "telehealth", _("Telehealth registration")
        COMPACT = "compact", _("Compact of states")
        SUPERVISED = "supervised", _("Under a supervisor’s license")

    class Way(models.TextChoices):
        BOTH = "both", _("In person and remotely")
        VIDEO = "video", _("By video or phone only")
        IN_PERSON = "in-person", _("In person only")

    therapist = models.ForeignKey(
        "team.Therapist",
        verbose_name=_("therapist"),
        on_delete=models.CASCADE,
        related_name="authorities",
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind.choices,
        default=Kind.LICENSE,
        help_text=_(
            "An associate’s or intern’s own registration belongs to “Under a supervisor’s license”: it is good only "
            "where, and as long as, the supervisor’s license is."
        ),
    )
    state = models.CharField(
        _("state"),
        max_length=2,
        choices=STATES,
        help_text=_("Of a compact: the home state, whose license it rests on."),
    )
    compact = models.ForeignKey(
        Compact,
        verbose_name=_("compact"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="authorities",
    )
    profession = models.CharField(
        _("for the profession"), max_length=20, choices=Profession.choices, blank=True
    )
    wording = models.ForeignKey(
        TitleWording,
        verbose_name=_("title in the words of the state"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="authorities",
        help_text=_("Of a trainee, where the state says how the title is to be given."),
    )
    number = models.CharField(_("number"), max_length=40, blank=True)
    way = models.CharField(
        _("how they may meet"), max_length=10, choices=Way.choices, default=Way.BOTH
    )
    register_url = SecureURLField(
        _("address of the register"),
        blank=True,
        help_text=_("Where anybody can look it up. Visitors see it beside the state."),
    )
    checked_on = models.DateField(
        _("checked at the register on"),
        null=True,
        blank=True,
        help_text=_("Visitors read this day on the profile, and never who checked."),
    )
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)
    late_until = models.DateField(
        _("renewed, the board is late: good until"),
        null=True,
        blank=True,
        help_text=_("At most 30 days after the last day."),
    )
    late_reason = models.CharField(_("why we know that it is renewed"), max_length=200, blank=True)
    late_by = models.CharField(_("who says so"), max_length=120, blank=True)
    # Of which last day somebody was told by mail, and how many days before.
    told_of_day = models.DateField(null=True, editable=False)
    told_days = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta:
        ordering = ["therapist__name", "state", "pk"]
        verbose_name = _("license or registration")
        verbose_name_plural = _("licenses and registrations")
        constraints = [
            models.CheckConstraint(
                condition=Q(from_day__isnull=True)
                | Q(to_day__isnull=True)
                | Q(to_day__gte=F("from_day")),
                name="team_practiceauthority_in_order",
                violation_error_message=_("The last day comes before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(kind="compact", compact__isnull=False)
                | (~Q(kind="compact") & Q(compact__isnull=True)),
                name="team_practiceauthority_compact",
                violation_error_message=_("Choose which compact, and only for the kind “compact”."),
            ),
            models.CheckConstraint(
                condition=Q(late_until__isnull=True)
                | (Q(to_day__lt=F("late_until")) & ~Q(late_reason="") & ~Q(late_by="")),
                name="team_practiceauthority_late",
                violation_error_message=_(
                    "“The board is late” needs a last day before it, a reason, and who says so."
                ),
            ),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True) | ~Q(checked_by=""),
                name="team_practiceauthority_checked_by",
                violation_error_message=_("Say who checked it at the register."),
            ),
        ]

    def __str__(self):
        what = self.compact if self.compact_id else self.get_kind_display()
        return ", ".join(map(str, filter(None, [what, self.get_state_display(), self.number])))

    @property
    def last_day(self):
        """The rule keeps to the longest time whatever is stored."""
        if self.to_day and self.late_until:
            return min(self.late_until, self.to_day + LONGEST_LATE)
        return self.to_day

    @property
    def is_own(self):
        """Good enough for somebody to practice under: a compact is never handed on."""
        return self.kind in (self.Kind.LICENSE, self.Kind.REGISTRATION)

    @property
    def public_register(self):
        return self.register_url or (self.compact.register_url if self.compact_id else "")

    @property
    def is_public(self):
        """Whether a profile has a line for it, beside its states and credentials."""
        is_to_be_said = self.kind in (self.Kind.COMPACT, self.Kind.TELEHEALTH)
        return is_to_be_said or bool(self.register_url or self.checked_on)

    @property
    def in_public(self):
        """As a profile says it. A compact's own words come with day and number, and claim no license more."""
        number = _("no. %(number)s") % {"number": self.number} if self.number else ""
        if not self.compact_id:
            parts = [self.get_state_display(), self.get_kind_display().lower(), number]
        else:
            issued = date_format(self.from_day, "F j, Y") if self.from_day else ""
            day = _("issued %(day)s") % {"day": issued} if issued else ""
            parts = [self.compact.wording, day, number]
        return ", ".join(str(part) for part in parts if part)

    def clean(self):
        if self.checked_on and self.checked_on > timezone.localdate():
            raise ValidationError({"checked_on": _("This day has not come yet.")})
        if self.to_day and self.late_until and self.late_until > self.to_day + LONGEST_LATE:
            raise ValidationError(
                {"late_until": _("That is more than 30 days after the last day.")}
            )
        if self.compact_id and self.profession != self.compact.profession:
            message = _("%(compact)s is for %(profession)s only.") % {
                "compact": self.compact,
                "profession": self.compact.get_profession_display().lower(),
            }
            raise ValidationError({"profession": message})
        if self.wording_id and (self.kind, self.state) != (
            self.Kind.SUPERVISED,
            self.wording.state,
        ):
            message = _("These words are for somebody under a supervisor’s license in %(state)s.")
            message %= {"state": self.wording.get_state_display()}
            raise ValidationError({"wording": message})
        if self.therapist_id and self.therapist.translation_of_id:
            message = _("Choose the first profile of this person: its licenses are those of all.")
            raise ValidationError({"therapist": message})
        self.refuse_as_own_while_supervised()

    def refuse_as_own_while_supervised(self):
        """A registration is an associate's wherever somebody supervises them."""
        if self.kind != self.Kind.REGISTRATION or not self.therapist_id:
            return
        first = self.from_day or timezone.localdate()
        if self.therapist.supervisions.during(self.state, first, self.to_day).exists():
            message = _(
                "Somebody supervises this person there: choose “Under a supervisor’s license”."
            )
            raise ValidationError({"kind": message})
