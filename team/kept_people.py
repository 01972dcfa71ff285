"""Everybody the site shows, with what decides whom they may see and could: nobody may change them."""

from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from freshness.kept import Kept
from pages import kept_practice
from team.filters import Directory
from team.models import Therapist


class People(NamedTuple):
    everybody: Directory
    in_our_language: Directory


def read() -> tuple[People, datetime]:
    """Whoever is listed today where the practice is; at midnight somebody may have left, or be supervised."""
    zone = ZoneInfo(kept_practice.current().time_zone)
    with timezone.override(zone):
        found = list(Therapist.objects.listed().for_directory())
        tomorrow = timezone.localdate() + timedelta(days=1)
    ours = [person for person in found if person.language == settings.LANGUAGE_CODE]
    people = People(Directory.of(found), Directory.of(ours))
    return people, datetime.combine(tomorrow, time.min, zone)


OF = [
    "team.Therapist", "team.TherapistSpecialty", "team.Specialty",
    "team.Therapist_modalities", "team.Modality", "team.Therapist_populations", "team.Population",
    "team.Therapist_languages", "team.Language", "team.PayerParticipation", "team.Payer",
    "team.Credential", "team.Supervision", "pictures.Image",
    "pages.Practice",  # where it is says when a day begins
]  # fmt: skip
kept = Kept("team.people", OF, read)


def directory() -> Directory:
    return kept.get().in_our_language


def in_our_language() -> list[Therapist]:
    return directory().people


def known_for(kind: str, slug: str) -> list[Therapist]:
    """Whoever names a topic, in whatever language the profile is; ``kind`` is that of a filter."""
    everybody = kept.get().everybody
    return [one for one in everybody.people if slug in everybody.values[one.pk][kind]]
