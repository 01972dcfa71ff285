from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.addresses import KeepsOldAddresses
from editing.models import Editable
from editing.models.dated_words import DatedWords
from editing.models.languages import Translatable
from pages.models.own_words import OwnDescription
from team.models.held_back import HoldsBack
from team.models.lists import TherapistQuerySet
from team.models.named import Named
from team.models.practicing import Practicing
from team.models.room import HasRoom
from writing.fields import RichTextField


class Therapist(
    HoldsBack,
    HasRoom,
    Named,
    Practicing,
    OwnDescription,
    DatedWords,
    Translatable,
    Editable,
    KeepsOldAddresses,
):
    WORDS = ("name", "pronouns", "title", "photo_id", "opening_lines", "biography", "first_session")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("web address"), max_length=80)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    title = models.CharField(
        _("title line"), max_length=120, help_text=_("Licensed psychologist, Doctoral Intern, …")
    )
    photo = models.ForeignKey(
        "pictures.Image",
        verbose_name=_("photo"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    opening_lines = models.CharField(
        _("opening lines"),
        max_length=240,
        blank=True,
        help_text=_("What this person would say first."),
    )
    biography = RichTextField(_("biography"), blank=True)
    first_session = RichTextField(_("what a first session is like"), blank=True)
    specialties = models.ManyToManyField(
        "team.Specialty",
        verbose_name=_("specialties"),
        through="team.TherapistSpecialty",
        blank=True,
        related_name="therapists",
    )
    modalities = models.ManyToManyField(
        "team.Modality", verbose_name=_("types of therapy"), blank=True, related_name="therapists"
    )
    populations = models.ManyToManyField(
        "team.Population", verbose_name=_("groups of people"), blank=True, related_name="therapists"
    )
    languages = models.ManyToManyField(
        "team.Language", verbose_name=_("languages"), blank=True, related_name="therapists"
    )
    identities = models.ManyToManyField(
        "team.Identity", verbose_name=_("shared by choice"), blank=True, related_name="therapists"
    )
    is_in_person = models.BooleanField(_("in person"), default=True)
    is_video = models.BooleanField(_("by video"), default=True)
    is_phone = models.BooleanField(_("by phone"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_listed = models.BooleanField(_("shown on the site"), default=False)
    left_on = models.DateField(
        _("left the practice on"),
        null=True,
        blank=True,
        help_text=_(
            "From this day the profile is off the site. While “shown on the site” stays ticked, its "
            "address says that this person has left and names others."
        ),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("signs in as"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="therapist",
    )

    objects = TherapistQuerySet.as_manager()

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("therapist")
        verbose_name_plural = _("therapists")
        permissions = [
            ("change_own_profile", "Can change the own profile"),
            ("confirm_room", "Can say who has room"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="team_therapist_address_unique",
                violation_error_message=_("Another therapist already has this web address."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("team:therapist_detail", args=[self.slug])

    @property
    def had_public_address(self):
        return self.is_listed

    @property
    def is_at_its_address(self):
        return self.is_public

    @property
    def is_helpful_after(self):
        # The page of somebody who has left names others.
        return self.is_listed

    @property
    def is_public(self):
        return self.is_listed and not self.has_left()

    def has_left(self, today=None):
        return self.left_on is not None and self.left_on <= (today or timezone.localdate())

    @property
    def letters(self):
        """Reads the prefetched credentials."""
        return [c.abbreviation for c in self.credentials.all() if c.is_shown and c.abbreviation]

    @property
    def name_with_credentials(self):
        """For the desk; see ``shown_name_with_credentials``."""
        return ", ".join([self.name, *self.letters])

    def supervisors_on(self, day):
        """Supervisions in force on ``day``; of a profile in another language, those of the first."""
        rows = [*self.supervisions.all()]
        if self.translation_of_id:
            rows += self.translation_of.supervisions.all()
        return [s for s in rows if s.is_current(day)]


class TherapistSpecialty(models.Model):
    """Specialties in the order the therapist wants them read."""

    therapist = models.ForeignKey(Therapist, on_delete=models.CASCADE)
    specialty = models.ForeignKey("team.Specialty", on_delete=models.CASCADE)
    training = models.CharField(_("training behind it"), max_length=160, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["therapist", "specialty"], name="team_therapistspecialty_once"
            ),
        ]

    def __str__(self):
        return f"{self.therapist_id}: {self.specialty_id}"
