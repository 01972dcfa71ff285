"""Whether somebody has room for new clients: what was said, when and by whom, and how old the word is by now.

What visitors read of it is ``team.room``.
"""

from datetime import date, timedelta
from enum import Enum

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# What somebody may be asked about when: the field that answers, and the words.
TIMES = {
    "day": ("is_by_day", _("Weekdays by day")),
    "evening": ("is_evening", _("Evenings")),
    "weekend": ("is_weekend", _("Weekends")),
}
# Four weeks: places fill within weeks, and one question a month is what people answer for years. Until then a word
# is repeated as it was said.
FRESH_FOR = timedelta(days=28)
# As long again it still says something, so the day is named; a word that is older tells nobody anything.
AGING_FOR = timedelta(days=56)
# Of the fields below: what a confirmation is about. Somebody else's word on one of them is another word.
SAID = (
    "availability", "availability_note", "openings", "is_by_day", "is_evening", "is_weekend",
    "room_formats", "room_populations", "room_payers",
)  # fmt: skip
CONFIRMED = (
    "availability_confirmed_on",
    "availability_confirmed_by",
    "availability_confirmed_name",
    "is_confirmed_by_link",
)


class Age(Enum):
    """Of the last word on somebody's room."""

    FRESH = "as it was said"
    AGING = "with its day"
    OLD = "with its month"
    NEVER = "nobody has said anything"


def age_of(confirmed_on: date | None, today: date) -> Age:
    if confirmed_on is None:
        return Age.NEVER
    if today - confirmed_on <= FRESH_FOR:
        return Age.FRESH
    return Age.AGING if today - confirmed_on <= AGING_FOR else Age.OLD


class HasRoom(models.Model):
    class Availability(models.TextChoices):
        ACCEPTING = "accepting", _("Accepting new clients")
        WAITLIST = "waitlist", _("Waitlist")
        CLOSED = "closed", _("Not accepting new clients")

    availability = models.CharField(
        _("availability"), max_length=10, choices=Availability.choices, default=Availability.CLOSED
    )
    availability_note = models.CharField(
        _("availability, in words"),
        max_length=120,
        blank=True,
        help_text=_("weekday mornings; from December 7"),
    )
    openings = models.PositiveSmallIntegerField(_("how many openings"), null=True, blank=True)
    is_by_day = models.BooleanField(_("weekdays by day"), default=False)
    is_evening = models.BooleanField(_("evenings"), default=False)
    is_weekend = models.BooleanField(_("weekends"), default=False)
    # For whom there is room now, where that is less than the profile says; empty is as the profile. Numbers of rows,
    # not relations: they count only as far as the profile still has them.
    room_formats = models.JSONField(default=list, blank=True, editable=False)
    room_populations = models.JSONField(default=list, blank=True, editable=False)
    room_payers = models.JSONField(default=list, blank=True, editable=False)
    availability_confirmed_on = models.DateField(
        _("availability last confirmed on"), null=True, blank=True
    )
    availability_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    # The account may go; who said it stays written down.
    availability_confirmed_name = models.CharField(
        _("confirmed by"), max_length=150, blank=True, editable=False
    )
    is_confirmed_by_link = models.BooleanField(default=False, editable=False)

    # The last day on which they were asked by mail.
    room_asked_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def confirm_availability(self, by=None, name="", *, is_by_link=False):
        """What it says about room for new clients is right as of today, says ``by``, or somebody of that name."""
        self.availability_confirmed_on = timezone.localdate()
        self.availability_confirmed_by = by
        self.availability_confirmed_name = name or (by.get_full_name() if by else "")
        self.is_confirmed_by_link = is_by_link

    def age_of_room(self, today=None):
        return age_of(self.availability_confirmed_on, today or timezone.localdate())

    @property
    def times(self):
        """When this person works, as keys of ``TIMES``; empty where the profile does not say."""
        return [key for key, (field, _words) in TIMES.items() if getattr(self, field)]

    @property
    def times_in_words(self):
        return [TIMES[key][1] for key in self.times]

    @property
    def shown_times_in_words(self):
        return [TIMES[key][1] for key in self.shown_times]
