"""Everybody the site shows, with what decides whom they may see and could: nobody may change them."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from freshness import parts
from freshness.basis import question
from freshness.kept import Kept
from freshness.rows import whole
from pages import kept_practice
from team.directory import Directory
from team.models import Therapist
from team.models.lists import TEXTS
from team.turns import in_turn


class People(NamedTuple):
    everybody: Directory
    in_our_language: Directory
    at: dict[str, Therapist]


def read() -> tuple[People, datetime]:
    """Whoever is listed today where the practice is; at midnight somebody may have left, or be supervised, and others
    come first."""
    with kept_practice.its_day() as midnight:
        found, day = list(Therapist.objects.listed().for_directory()), timezone.localdate()
    parts.keep_with(found)
    ours = [person for person in found if person.language == settings.LANGUAGE_CODE]
    at = {person.slug: person for person in ours}
    return People(Directory.of(found, day), Directory.of(ours, day), at), midnight


OF = [
    "team.Therapist", "team.TherapistSpecialty", "team.Specialty",
    "team.Therapist_modalities", "team.Modality", "team.Therapist_populations", "team.Population",
    "team.Therapist_languages", "team.Language", "team.Therapist_identities", "team.Identity",
    "team.PayerParticipation", "team.Payer",
    "team.Credential", "team.Fee", "team.Supervision", "pictures.Image",
    "team.PracticeAuthority", "team.Compact", "team.CompactMember", "team.TitleWording",
    "pages.Practice",
]  # fmt: skip
kept = Kept("team.people", OF, read)


def directory() -> Directory:
    return kept.get().in_our_language


def in_our_language() -> list[Therapist]:
    return directory().people


@question
def known_for(kind: str, slug: str) -> list[Therapist]:
    """Whoever names a topic, in whatever language the profile is, in today's order; ``kind`` is that of a filter."""
    everybody = kept.get().everybody
    known = [one for one in everybody.people if slug in everybody.values[one.pk][kind]]
    return in_turn(known, everybody.day)


@question
def these(pks: tuple[int, ...]) -> list[Therapist]:
    """Those of them who are listed today, in the order of all."""
    return [person for person in kept.get().everybody.people if person.pk in pks]


@question
def without_texts(slug: str) -> Therapist | None:
    return kept.get().at.get(slug)


def with_texts(slug: str) -> Therapist | None:
    """Whoever is listed at an address, and has no other texts by now: a row of the caller's own."""
    person = without_texts(slug)
    return whole(person, TEXTS, "current_version") if person else None
