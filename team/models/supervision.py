from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SupervisionQuerySet(models.QuerySet):
    def current(self, day=None):
        """In force on ``day``. The twin of ``Supervision.is_current``."""
        day = day or timezone.localdate()
        return self.filter(Q(to_day__isnull=True) | Q(to_day__gte=day), from_day__lte=day)

    def of(self, therapist):
        """Of this person, in whatever language the profile is."""
        whom = therapist.translation_of_id or therapist.pk
        return self.filter(Q(supervisee=whom) | Q(supervisee__translation_of=whom))

    def during(self, state, first, last):
        """In force on some day from ``first`` to ``last`` (None: open) in ``state`` ("": anywhere)."""
        rows = self.filter(Q(to_day__isnull=True) | Q(to_day__gte=first))
        if last:
            rows = rows.filter(from_day__lte=last)
        return rows.filter(state__in=[state, ""]) if state else rows


class Supervision(models.Model):
    """Who carries the legal responsibility for a supervised therapist, where and when
    (APA Ethics Code 10.01(c); 22 TAC 681.49(h))."""

    supervisee = models.ForeignKey(
        "team.Therapist",
        verbose_name=_("supervised"),
        on_delete=models.CASCADE,
        related_name="supervisions",
    )
    supervisor = models.ForeignKey(
        "team.Therapist",
        verbose_name=_("supervisor"),
        on_delete=models.PROTECT,
        related_name="supervises",
    )
    state = models.CharField(
        _("state"), max_length=2, blank=True, help_text=_("Empty: wherever this person works.")
    )
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)

    deputy = models.ForeignKey(
        "team.Therapist",
        verbose_name=_("covering supervisor"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who is responsible while the supervisor is away."),
    )
    absent_from = models.DateField(_("supervisor away, first day"), null=True, blank=True)
    absent_to = models.DateField(_("supervisor away, last day"), null=True, blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        ordering = ["-from_day"]
        verbose_name = _("supervision")
        verbose_name_plural = _("supervisions")
        constraints = [
            models.CheckConstraint(
                condition=~Q(supervisee=F("supervisor")),
                name="team_supervision_two_people",
                violation_error_message=_("Nobody supervises themselves."),
            ),
            models.CheckConstraint(
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")),
                name="team_supervision_in_order",
                violation_error_message=_("The last day comes before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(deputy__isnull=True)
                | Q(absent_from__isnull=False, absent_to__gte=F("absent_from")),
                name="team_supervision_deputy_has_days",
                violation_error_message=_(
                    "A covering supervisor needs the days of the absence, first to last."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.supervisee} – {self.supervisor}"

    def is_current(self, day):
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)

    def responsible(self, day):
        """Who may say yes on ``day``: the supervisor, and during an absence the deputy too."""
        people = [self.supervisor]
        if self.deputy and self.absent_from <= day <= self.absent_to:
            people.append(self.deputy)
        return people

    def clean(self):
        if self.deputy_id and self.deputy_id in (self.supervisee_id, self.supervisor_id):
            raise ValidationError({"deputy": _("The covering supervisor is a third person.")})
        if not (self.supervisee_id and self.supervisor_id and self.from_day):
            return  # the fields themselves say what is missing
        overlapping = Supervision.objects.during(self.state, self.from_day, self.to_day)
        other = overlapping.filter(supervisee=self.supervisee).exclude(pk=self.pk).first()
        if other:
            message = _("In these days %(supervisor)s already supervises this person there.")
            message %= {"supervisor": other.supervisor}
            raise ValidationError({"from_day": message})
        if overlapping.filter(supervisee=self.supervisor).exists():
            message = _("In these days this person is supervised there too, and cannot supervise.")
            raise ValidationError({"supervisor": message})
        if self.supervisor.first_name_only:
            message = _(
                "This person is shown by the first name alone, and a trainee’s supervisor is named in full."
            )
            raise ValidationError({"supervisor": message})
        is_over = self.to_day is not None and self.to_day < timezone.localdate()
        if not is_over and not self.supervisor.is_public:
            message = _("Visitors must be able to look this person up: show the profile first.")
            raise ValidationError({"supervisor": message})
