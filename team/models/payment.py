"""What a therapist costs and which insurers they accept: rows of the profile, in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
