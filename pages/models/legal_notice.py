"""Notices that a law or a board asks for: which there are, and in which languages."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from pages.notices.languages import NAMES


class LegalNotice(models.Model):
    """What is to be told, in one language; its texts say how, from which day on."""

    class Kind(models.TextChoices):
        ESTIMATE = "good-faith-estimate", _("Right to a good faith estimate")
        PRIVACY = "privacy-practices", _("Privacy practices")
        NONDISCRIMINATION = "nondiscrimination", _("Non-discrimination")
        LANGUAGE_HELP = "language-help", _("Language help and aids")
        GRIEVANCE = "grievance", _("How to complain")
        ACCESSIBILITY = "accessibility", _("Accessibility")
        HEALTH_DATA = "consumer-health-data", _("Consumer health data")
        BOARD = "board", _("Line of a state board or register")

    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices)
    language = models.CharField(
        _("language"),
        max_length=12,
        default=settings.LANGUAGE_CODE,
        validators=[
            RegexValidator(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", _("Choose a language."))
        ],
    )
    name = models.CharField(
        _("of which board or register"),
        max_length=80,
        blank=True,
        help_text=_("Only of a state board or register: Texas, psychologists."),
    )
    slug = models.SlugField(_("web address"), max_length=120, unique=True, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("legal notice")
        verbose_name_plural = _("legal notices")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "name"],
                name="pages_legalnotice_once",
                violation_error_message=_("This notice is in the list already."),
            ),
            models.CheckConstraint(
                condition=Q(kind="board") & ~Q(name="") | ~Q(kind="board") & Q(name=""),
                name="pages_legalnotice_board_named",
                violation_error_message=_(
                    "Say which board or register, and only for that kind of notice."
                ),
            ),
        ]

    def __str__(self):
        name = self.name or self.get_kind_display()
        if not self.is_foreign:
            return str(name)
        return f"{name} ({NAMES.get(self.language, self.language)})"

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self.free_address()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("pages:legal_notice", args=[self.slug])

    @property
    def is_foreign(self):
        return self.language != settings.LANGUAGE_CODE

    def free_address(self):
        """Kept from then on: it is printed, and handed to people."""
        parts = [slugify(self.name)[:80] or self.kind]
        if self.is_foreign:
            parts.append(self.language.lower())
        wanted = "-".join(parts)
        taken = set(
            LegalNotice.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
        )
        numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        return next(slug for slug in [wanted, *numbered] if slug not in taken)
