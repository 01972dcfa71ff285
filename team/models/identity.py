"""What somebody may say of themself, if they choose to: what they believe, and who they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from team.models.vocabulary import Term


class Identity(Term):
    class Kind(models.TextChoices):
        FAITH = "faith", _("Faith")
        IDENTITY = "identity", _("Identity and background")

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.IDENTITY,
        help_text=_("Each kind is a filter of its own on the team’s page."),
    )

    class Meta(Term.Meta):
        verbose_name = _("faith or identity")
        verbose_name_plural = _("faiths and identities")
