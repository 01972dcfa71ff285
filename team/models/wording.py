from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.addresses import SecureURLField
from pages.states import STATES
from team.models.compacts import Profession


class TitleWording(models.Model):
    """In which words a state wants a trainee's title said: as somebody looked it up, and when."""

    state = models.CharField(_("state"), max_length=2, choices=STATES)
    profession = models.CharField(_("profession"), max_length=20, choices=Profession.choices)
    words = models.CharField(
        _("title, in the words of the state"),
        max_length=80,
        help_text=_("Shown in place of the title line, followed by the supervisor’s name."),
    )
    shows_license = models.BooleanField(
        _("with the number of the supervisor’s license"), default=False
    )
    source = SecureURLField(_("address of the rule"), blank=True)
    checked_on = models.DateField(_("looked up on"), default=timezone.localdate)
    checked_by = models.CharField(_("looked up by"), max_length=120)

    class Meta:
        ordering = ["state", "words"]
        verbose_name = _("trainee’s title")
        verbose_name_plural = _("trainees’ titles")
        constraints = [
            models.UniqueConstraint(
                fields=["state", "profession", "words"],
                name="team_titlewording_once",
                violation_error_message=_("These words are there already."),
            ),
        ]

    def __str__(self):
        return f"{self.words} ({self.get_state_display()})"
