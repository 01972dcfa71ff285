"""What a profile says of where its person may practice today."""

from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils import timezone

from team.models.where import ALLOWED, Way, claims, first_profile, may_see, offered


class RegisterEntry(NamedTuple):
    words: str
    url: str
    checked_on: date | None


class Practicing(models.Model):
    class Meta:
        abstract = True

    @property
    def may_see(self):
        """{state: ways of meeting} as of today, by the order of the states' names."""
        return may_see(self, timezone.localdate())

    @property
    def states(self):
        return list(self.may_see)

    @property
    def states_by_limit(self):
        """[(states, how one meets there only, "" where as everywhere)]: what a profile says in a line each."""
        found = {"": []}
        for state, ways in self.may_see.items():
            limits = [way for way in Way if ways == offered(self) & ALLOWED[way] != offered(self)]
            found.setdefault(limits[0].label if limits else "", []).append(state)
        return [(states, limit) for limit, states in found.items() if states]

    @property
    def register_entries(self):
        """What anybody may look up today, where, and when we did: what has a register or was checked there, and what
        a compact or telehealth registration asks to be said of it. A register leads to the whole name."""
        if self.first_name_only:
            return []
        day = timezone.localdate()
        return [
            RegisterEntry(row.in_public, row.public_register, row.checked_on)
            for row in first_profile(self).authorities.all()
            if row.is_public and any(claims(self, row, day))
        ]
