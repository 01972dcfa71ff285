"""What visitors are told of a group today: whether anybody leads it, how one meets there, and whether it has begun."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db import models
from django.utils import timezone

from groups.models import ways


class SaidOfAGroup(models.Model):
    # Whoever leads it and may be named today: ``groups.leading`` fills it in, before a page shows anything of it.
    led_by: Sequence[Any] = ()
    # Whoever leads it beside them and may not be named today: what they need holds all the same.
    led_unnamed_by: Sequence[Any] = ()

    class Meta:
        abstract = True

    @property
    def all_who_lead(self):
        return [*self.led_by, *self.led_unnamed_by]

    @property
    def is_led(self):
        """Whether anybody who is still here leads it, whether or not they may be named."""
        return bool(self.all_who_lead)

    @property
    def is_without_place(self):
        """Whether one of them has asked that nobody is told where and when to find them."""
        return any(person.is_without_place for person in self.all_who_lead)

    @property
    def shown_location(self):
        return self.location if self.is_in_person and not self.is_without_place else None

    @cached_property
    def video_states(self):
        """Where somebody may be who comes by video."""
        return ways.video_states(self.all_who_lead, timezone.localdate()) if self.is_video else []

    @property
    def has_begun(self):
        """Whether it is too late to begin with the others."""
        is_together = self.is_workshop or self.joining == self.Joining.TOGETHER
        began = self.begins_on is not None and self.begins_on < timezone.localdate()
        return is_together and began
