"""What somebody may say of themself, if they choose to: what they believe, and who they are."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from team.models.vocabulary import Term


class Identity(Term):
    """As soon as somebody shares a row, it is their own word: nobody makes it say something else, or takes it from all
    of them at once."""

    # What whoever shares it has said.
    MEANING = ("name", "kind")
    STAYS = _(
        "Somebody shares this on their profile, so its name and kind stay. For another meaning, add another row."
    )

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

    @property
    def is_shared(self):
        return self.pk is not None and self.therapists.exists()

    def clean(self):
        super().clean()
        meaning = {name: getattr(self, name) for name in self.MEANING}
        if self.is_shared and not Identity.objects.filter(pk=self.pk, **meaning).exists():
            raise ValidationError(self.STAYS)

    def delete(self, **kwargs):
        if self.is_shared:
            raise ProtectedError(f"{self} is still shared.", {*self.therapists.all()})
        return super().delete(**kwargs)
