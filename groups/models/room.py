"""Whether there is room in a group: what was said, when and by whom. How old a word is, and what visitors read of it,
goes by the rules for a person's: ``team.models.room``, ``team.room``.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from team.models.room import age_of

SAID = ("room", "room_note")
CONFIRMED = ("room_confirmed_on", "room_confirmed_name")


class RoomInAGroup(models.Model):
    class Room(models.TextChoices):
        OPEN = "open", _("There is room")
        WAITLIST = "waitlist", _("Full, with a waitlist")
        FULL = "full", _("Full")

    room = models.CharField(_("room"), max_length=10, choices=Room.choices, default=Room.OPEN)
    room_note = models.CharField(
        _("room, in words"), max_length=120, blank=True, help_text=_("For example: two places left")
    )
    room_confirmed_on = models.DateField(_("room last confirmed on"), null=True, blank=True)
    room_confirmed_name = models.CharField(
        _("confirmed by"), max_length=150, blank=True, editable=False
    )

    class Meta:
        abstract = True

    def confirm_room(self, name):
        """What it says about room is right as of today, says somebody of this name."""
        self.room_confirmed_on = timezone.localdate()
        self.room_confirmed_name = name

    def age_of_room(self, today=None):
        return age_of(self.room_confirmed_on, today or timezone.localdate())
