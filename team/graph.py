"""People as data: see ``pages.graph``."""

from collections.abc import Iterable

from django.conf import settings

from pages import graph
from pages.graph import Node
from pages.states import state_names
from team.models import Credential, Therapist

OF_THE_STATE = {Credential.Kind.LICENSE, Credential.Kind.REGISTRATION}


def person(therapist: Therapist) -> Node:
    """Reads what a profile reads."""
    address, picture = (
        therapist.get_absolute_url(),
        therapist.shown_photo and therapist.shown_photo.picture("4:5"),
    )
    return graph.reference(address, "person") | {
        "@type": "Person",
        "name": therapist.shown_name,
        "url": settings.SITE_URL + address,
        "honorificSuffix": ", ".join(therapist.letters),
        "pronouns": therapist.pronouns,
        "jobTitle": str(therapist.title_with_supervision),
        "image": settings.SITE_URL + picture.src if picture else "",
        "worksFor": graph.the_practice(),
        "knowsLanguage": [language.name for language in therapist.languages.all()],
        "knowsAbout": [topic.plain_name for topic in therapist.specialties.all()],
        "hasCredential": [credential(row, therapist) for row in credentials_of(therapist)],
    }


def credentials_of(therapist: Therapist) -> Iterable[Credential]:
    """A trainee works under the license of somebody else."""
    is_trainee = therapist.supervised_by or not therapist.may_be_asked_for
    rows = therapist.credentials.all()
    return [row for row in rows if not (is_trainee and row.kind in OF_THE_STATE)]


def credential(row: Credential, therapist: Therapist) -> Node:
    return graph.without_empty(
        {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": str(row.get_kind_display()),
            "name": row.name,
            "alternateName": row.abbreviation,
            "identifier": "" if therapist.first_name_only else row.number,
            "validIn": [{"@type": "State", "name": str(name)} for name in state_names([row.state])],
        }
    )
