"""What a therapist costs, which insurers they accept, and what people insured there usually pay."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from team.models.vocabulary import Term


class Fee(models.Model):
    therapist = models.ForeignKey("team.Therapist", on_delete=models.CASCADE, related_name="fees")
    service = models.CharField(_("service"), max_length=80)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    amount = models.PositiveIntegerField(_("US dollars"))
    note = models.CharField(_("note"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("fee")
        verbose_name_plural = _("fees")

    def __str__(self):
        return f"{self.service}: ${self.amount}"


class Payer(Term):
    """What is usually paid is amounts and a day, so that no sentence about it can promise anything: the words around
    them are ours (``team.usually_paid``)."""

    usual_from = models.PositiveIntegerField(
        _("people insured here usually pay"),
        null=True,
        blank=True,
        help_text=_(
            "US dollars for one session, as you know it from their plans; profiles say it with its day, and that the plan "
            "decides. Empty: nothing is said."
        ),
    )
    usual_to = models.PositiveIntegerField(_("up to"), null=True, blank=True)
    usual_on = models.DateField(_("looked up on"), null=True, blank=True)

    class Meta(Term.Meta):
        verbose_name = _("insurer")
        verbose_name_plural = _("insurers")
        constraints = [
            models.CheckConstraint(
                condition=Q(usual_from=None, usual_to=None, usual_on=None)
                | Q(usual_from__isnull=False, usual_on__isnull=False),
                name="team_payer_usual_with_day",
                violation_error_message=_(
                    "What people usually pay needs an amount, and the day on which it was looked up."
                ),
            ),
            models.CheckConstraint(
                condition=Q(usual_to=None) | Q(usual_from__lte=F("usual_to")),
                name="team_payer_usual_in_order",
                violation_error_message=_("The first amount is above the last one."),
            ),
        ]

    def clean(self):
        if self.usual_on and self.usual_on > timezone.localdate():
            raise ValidationError({"usual_on": _("This day has not come yet.")})


class PayerParticipation(models.Model):
    therapist = models.ForeignKey(
        "team.Therapist", on_delete=models.CASCADE, related_name="payer_participations"
    )
    payer = models.ForeignKey("team.Payer", on_delete=models.PROTECT, related_name="participations")
    as_of = models.DateField(_("as of"))

    class Meta:
        ordering = ["payer__order", "payer__name"]
        verbose_name = _("insurer accepted")
        verbose_name_plural = _("insurers accepted")
        constraints = [
            models.UniqueConstraint(
                fields=["therapist", "payer"],
                name="team_payerparticipation_once",
                violation_error_message=_("This insurer is listed twice."),
            ),
        ]

    def __str__(self):
        return str(self.payer)
