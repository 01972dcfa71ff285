from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intake import blanks


class SavedAnswer(models.Model):
    """What the practice writes again and again to people, in its own words; said to nobody in particular, so it
    is not sealed. It begins a letter, and whoever writes it goes on from there."""

    class Kind(models.TextChoices):
        """Named as the forms on the page of an inquiry."""

        LETTER = "letter", _("A secure message")
        KIND_NO = "no", _("Declining kindly, and naming others")
        WAIT = "wait", _("Putting them on the waitlist")

    title = models.CharField(
        _("title"), max_length=80, help_text=_("To find it by. Only colleagues see it.")
    )
    kind = models.CharField(_("for"), max_length=6, choices=Kind.choices, default=Kind.LETTER)
    text = models.TextField(
        _("text"),
        max_length=4000,
        help_text=_(
            "Plain text, and nothing about anybody. {name}, {therapist} and {phone} are filled in: what to call "
            "them, whom they asked for, and the practice’s phone."
        ),
    )

    class Meta:
        ordering = ["kind", "title", "pk"]
        verbose_name = _("saved answer")
        verbose_name_plural = _("saved answers")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["letter", "no", "wait"]), name="intake_savedanswer_kind"
            ),
            models.UniqueConstraint(
                fields=["kind", "title"],
                name="intake_savedanswer_once",
                violation_error_message=_("There is an answer with this title already."),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        if strange := blanks.unknown(self.text):
            message = _("{strange} is nothing that can be filled in. {known} are.")
            message = message.format(strange=", ".join(strange), known=blanks.in_words())
            raise ValidationError({"text": message})
