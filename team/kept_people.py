"""Everybody the site shows, with what decides whom they may see and could: nobody may change them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from freshness.kept import Kept
from pages import kept_practice
from team.models import Therapist


def read() -> tuple[list[Therapist], datetime]:
    """Whoever is listed today where the practice is; at midnight somebody may have left, or be supervised."""
    zone = ZoneInfo(kept_practice.current().time_zone)
    with timezone.override(zone):
        people = list(Therapist.objects.listed().for_directory())
        tomorrow = timezone.localdate() + timedelta(days=1)
    return people, datetime.combine(tomorrow, time.min, zone)


OF = [
    "team.Therapist", "team.TherapistSpecialty", "team.Specialty",
    "team.Therapist_modalities", "team.Modality", "team.Therapist_populations", "team.Population",
    "team.Therapist_languages", "team.Language", "team.PayerParticipation", "team.Payer",
    "team.Credential", "team.Supervision", "pictures.Image",
    "pages.Practice",  # where it is says when a day begins
]  # fmt: skip
everybody = Kept("team.people", OF, read).get


def in_our_language() -> list[Therapist]:
    return [person for person in everybody() if person.language == settings.LANGUAGE_CODE]
