"""What the practice treats, and how, with how many people know each: nobody may change it."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings

from freshness.kept import Kept
from pages import kept_practice
from team.models import Modality, Specialty
from team.models.vocabulary import Topic


class Topics(NamedTuple):
    specialties: list[Specialty]
    modalities: list[Modality]


def read() -> tuple[Topics, datetime]:
    """Those of our language; at midnight somebody may have left whom they count."""
    with kept_practice.its_day() as midnight:
        return Topics(listed(Specialty), listed(Modality)), midnight


def listed(model: type[Topic]) -> list:
    topics = model.objects.filter(language=settings.LANGUAGE_CODE).with_people_count()
    return list(topics.defer("body", "synonyms"))


OF = [
    "team.Specialty", "team.Modality", "team.Therapist", "team.TherapistSpecialty",
    "team.Therapist_modalities", "pages.Practice",
]  # fmt: skip
current = Kept("team.topics", OF, read).get
