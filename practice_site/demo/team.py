"""What the practice treats and how, who works there, and who supervises whom."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from pictures.models import Image
from practice_site.demo.files import facts, people
from practice_site.demo.licenses import load_authorities
from practice_site.demo.rows import make
from team.models import (
    Credential,
    Fee,
    Identity,
    Language,
    Modality,
    OfficePerson,
    Payer,
    PayerParticipation,
    Population,
    Specialty,
    Supervision,
    Therapist,
    TherapistSpecialty,
)


def load_terms() -> None:
    model: type[Model]
    for model, name in [(Specialty, "specialties"), (Modality, "modalities")]:
        for order, topic in enumerate(facts(name)["topic"]):
            make(model, order=order, **topic)  # type: ignore[type-abstract]
    listed = facts("lists")
    for model, key in [(Population, "populations"), (Language, "languages"), (Payer, "payers")]:
        for order, name in enumerate(listed[key]):
            make(model, name=name, order=order)  # type: ignore[type-abstract]
    for name, (youngest, oldest) in listed["ages"].items():
        Population.objects.filter(name=name).update(youngest=youngest, oldest=oldest)
    for kind, names in listed["identities"].items():
        for order, name in enumerate(names):
            make(Identity, name=name, kind=kind, order=order)
    for name, usual in listed["usually_paid"].items():
        Payer.objects.filter(name=name).update(**usual)


def load_therapists(pictures: Mapping[str, Image]) -> None:
    everybody = people()
    for person in everybody:
        therapist = make_therapist(person, pictures)
        load_rows(therapist, person)
    known = {therapist.slug: therapist for therapist in Therapist.objects.all()}
    for person in everybody:
        for row in person.get("supervisions", []):
            make(
                Supervision,
                supervisee=known[person["slug"]],
                supervisor=known[row["supervisor"]],
                state=row["state"],
                from_day=row["from"],
                to_day=row.get("to"),
            )


def make_therapist(person: dict[str, Any], pictures: Mapping[str, Image]) -> Therapist:
    availability = person["availability"]
    therapist = make(
        Therapist,
        photo=pictures.get(person["photo"]),
        is_in_person="in person" in person["formats"],
        is_video="video" in person["formats"],
        is_phone="phone" in person["formats"],
        availability=availability["state"],
        availability_note=availability["note"],
        availability_confirmed_on=timezone.localdate() - timedelta(days=availability["days_ago"]),
        availability_confirmed_name=availability.get("by", person["name"]),
        openings=availability.get("openings"),
        room_formats=availability.get("formats", []),
        is_by_day="day" in availability["times"],
        is_evening="evening" in availability["times"],
        is_weekend="weekend" in availability["times"],
        biography=person["prose"]["biography"],
        first_session=person["prose"]["first_session"],
        is_listed=True,
        **person.get("held_back", {}),
        **{
            field: person[field] for field in ("name", "slug", "pronouns", "title", "opening_lines")
        },
        order=person["order"],
    )
    therapist.modalities.set(Modality.objects.filter(slug__in=person["modalities"]))
    therapist.populations.set(Population.objects.filter(name__in=person["populations"]))
    therapist.languages.set(Language.objects.filter(name__in=person["languages"]))
    therapist.identities.set(Identity.objects.filter(name__in=person.get("shares", [])))
    return therapist


def load_rows(therapist: Therapist, person: dict[str, Any]) -> None:
    """What a therapist has in order: specialties, credentials, fees, insurers."""
    for order, slug in enumerate(person["specialties"]):
        specialty = Specialty.objects.get(slug=slug)
        training = person.get("training", {}).get(slug, "")
        make(
            TherapistSpecialty,
            therapist=therapist,
            specialty=specialty,
            order=order,
            training=training,
        )
    for order, credential in enumerate(person["credentials"]):
        make(Credential, therapist=therapist, order=order, **credential)
    load_authorities(therapist, person)
    for order, fee in enumerate(person["fees"]):
        make(Fee, therapist=therapist, order=order, **fee)
    for payer in Payer.objects.filter(name__in=person["payers"]):
        make(PayerParticipation, therapist=therapist, payer=payer, as_of=person["payers_as_of"])


def load_office(pictures: Mapping[str, Image]) -> None:
    for order, person in enumerate(facts("practice")["office"]):
        make(
            OfficePerson,
            first_name=person["first_name"],
            role=person["role"],
            about=person["about"],
            photo=pictures[person["photo"]],
            order=order,
        )
