from django.db import models
from django.utils.translation import gettext_lazy as _

from writing.linting import Text


class CarriesCrisisHelp(models.Model):
    """An article about suicide, self-harm, eating disorders or abuse shows where help is, unless
    somebody has said why it should not."""

    is_about_crisis = models.BooleanField(default=False, editable=False)
    no_crisis_box_because = models.CharField(
        _("no crisis box, because"),
        max_length=200,
        blank=True,
        help_text=_(
            "An article about suicide, self-harm, eating disorders or abuse gets a box with crisis "
            "help by itself. Write why, and it is left out here."
        ),
    )

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None:
            # Here, since readers need the model and never its patterns.
            from writing.linting.crisis import is_about_crisis

            self.is_about_crisis = is_about_crisis(
                Text.of(
                    title=self.title,
                    opening_lines=self.opening_lines,
                    summary=self.summary,
                    body=self.body,
                )
            )
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def shows_crisis_box(self):
        return self.is_about_crisis and not self.no_crisis_box_because
