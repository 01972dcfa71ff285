from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.models.dated_words import DatedWords
from editing.models.languages import Translatable
from editing.models.publishing import Publishable
from groups.models.lists import GroupQuerySet
from groups.models.room import RoomInAGroup
from groups.models.said import SaidOfAGroup
from pages.models import OpeningHours
from pages.models.own_words import OwnTitle
from team.models.vocabulary import OLDEST
from writing.fields import RichTextField


class Group(OwnTitle, DatedWords, RoomInAGroup, SaidOfAGroup, Translatable, Publishable):
    """Something several people come to together: a group that goes on, or a workshop that is over one day."""

    WORDS = ("title", "summary", "for_whom", "body")

    class Kind(models.TextChoices):
        GROUP = "group", _("Group")
        WORKSHOP = "workshop", _("Workshop")

    class Joining(models.TextChoices):
        OPEN = "open", _("You can begin at any meeting")
        TOGETHER = "together", _("Everybody begins together")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.GROUP)
    title = models.CharField(
        _("name"), max_length=120, help_text=_("Plain words first: Living on after a loss")
    )
    slug = models.SlugField(_("web address"), max_length=80)
    summary = models.CharField(
        _("opening lines"), max_length=240, blank=True, help_text=_("One sentence in plain words.")
    )
    for_whom = models.CharField(
        _("for whom"),
        max_length=240,
        blank=True,
        help_text=_("For example: Grown-ups who lost somebody in the last two years"),
    )
    youngest = models.PositiveSmallIntegerField(
        _("from this age on"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    oldest = models.PositiveSmallIntegerField(
        _("up to this age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    body = RichTextField(_("what happens"), blank=True)
    specialties = models.ManyToManyField(
        "team.Specialty",
        verbose_name=_("specialties"),
        blank=True,
        related_name="groups",
        help_text=_("Their pages name this group."),
    )
    leaders = models.ManyToManyField(
        "team.Therapist",
        verbose_name=_("led by"),
        blank=True,
        related_name="groups",
        help_text=_("Whoever leaves the practice is not named here any more."),
    )
    weekday = models.PositiveSmallIntegerField(
        _("on this day of the week"), null=True, blank=True, choices=OpeningHours.Weekday.choices
    )
    begins_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("until"), null=True, blank=True)
    rhythm = models.CharField(
        _("how often, in words"),
        max_length=120,
        blank=True,
        help_text=_("For example: every other week; not in August"),
    )
    meetings = models.PositiveSmallIntegerField(
        _("how many meetings"), null=True, blank=True, validators=[MaxValueValidator(400)]
    )
    begins_on = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Of a workshop, its day.")
    )
    ends_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("The day after, it leaves the lists by itself."),
    )
    joining = models.CharField(
        _("who comes later"), max_length=10, choices=Joining.choices, default=Joining.OPEN
    )
    is_in_person = models.BooleanField(_("in person"), default=True)
    location = models.ForeignKey(
        "pages.Location",
        verbose_name=_("place"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="groups",
    )
    is_video = models.BooleanField(
        _("by video"),
        default=False,
        help_text=_("For people in the states where each of those who run it may see them."),
    )
    price = models.PositiveIntegerField(
        _("US dollars"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100_000)],
        help_text=_("0 for what costs nothing. Empty: nothing is said of it."),
    )
    price_note = models.CharField(
        _("for what, and what else"),
        max_length=120,
        blank=True,
        help_text=_("For example: a meeting; two places cost half"),
    )
    # Since when whoever keeps groups has been told that nobody who leads it can be named.
    told_unled_on = models.DateField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        # Those with a day of their own first, the nearest of them before the others.
        ordering = [F("begins_on").asc(nulls_last=True), "title", "pk"]
        verbose_name = _("group or workshop")
        verbose_name_plural = _("groups and workshops")
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="groups_group_address_unique",
                violation_error_message=_("Another group already has this web address."),
            ),
            models.CheckConstraint(
                condition=Q(begins_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                name="groups_group_days_in_order",
                violation_error_message=_("The last day comes before the first."),
            ),
            models.CheckConstraint(
                condition=Q(begins_at=None) | Q(ends_at=None) | Q(ends_at__gt=F("begins_at")),
                name="groups_group_times_in_order",
                violation_error_message=_("It ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(youngest=None) | Q(oldest=None) | Q(oldest__gte=F("youngest")),
                name="groups_group_ages_in_order",
                violation_error_message=_("The first age is above the last one."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("groups:group_detail", args=[self.slug])

    @property
    def is_workshop(self):
        return self.kind == self.Kind.WORKSHOP

    @property
    def last_day(self):
        """None where it goes on."""
        return self.ends_on or (self.begins_on if self.is_workshop else None)

    def is_over(self, today=None):
        return self.last_day is not None and self.last_day < (today or timezone.localdate())

    def check_ready(self):
        missing = {
            "for_whom": not self.for_whom.strip() and _("Say for whom it is."),
            "body": not self.body.strip() and _("Say what happens there, before it goes out."),
            "is_in_person": not (self.is_in_person or self.is_video)
            and _("Say how people meet: in person, by video, or both."),
            "begins_on": self.is_workshop and self.begins_on is None and _("Say on which day."),
            "weekday": self.has_no_time and _("Say when people meet: a day, or how often."),
        }
        if errors := {field: message for field, message in missing.items() if message}:
            raise ValidationError(errors)

    @property
    def has_no_time(self):
        return not self.is_workshop and self.weekday is None and not self.rhythm.strip()
