"""A practice far larger than the house would hold: therapists with invented names and shuffled words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify

from pictures.models import Image
from practice_site.demo.corpus import Corpus
from practice_site.demo.files import facts
from practice_site.demo.scale import link, new_rows, some
from team.models import (
    Credential,
    Fee,
    Language,
    Modality,
    Payer,
    PayerParticipation,
    Population,
    PracticeAuthority,
    Specialty,
    Supervision,
    Therapist,
    TherapistSpecialty,
)

FIRST_NAMES = [
    "Alma",
    "Bram",
    "Cato",
    "Delphine",
    "Emeka",
    "Fenna",
    "Galen",
    "Hollis",
    "Imani",
    "Joss",
    "Kaveh",
    "Lior",
    "Maren",
    "Nadir",
    "Odette",
    "Perpetua",
    "Quill",
    "Rosalba",
    "Severin",
    "Tamsin",
    "Ulla",
    "Vesna",
    "Wilder",
    "Ximena",
    "Yusra",
    "Zeph",
]
LAST_NAMES = [
    "Abernethy",
    "Balcombe",
    "Castellow",
    "Drummelzier",
    "Eastlund",
    "Farrowgate",
    "Gilhooly",
    "Hathersage",
    "Inverarity",
    "Jessamine",
    "Kestleman",
    "Larkspur",
    "Mossgrove",
    "Netherby",
    "Okafor-Lind",
    "Pellwether",
    "Quennell",
    "Ravenhall",
    "Silverthwaite",
    "Thistlewood",
    "Underhay",
    "Vantongeren",
    "Whitlock-Rao",
    "Yarrowby",
    "Zellweiss",
]
# Title line, letters after the name, kind of credential.
TITLES = [
    ("Licensed psychologist", "PsyD", "degree"),
    ("Licensed clinical social worker", "LCSW", "license"),
    ("Licensed professional counselor", "LPC", "license"),
    ("Licensed marriage and family therapist", "LMFT", "license"),
    ("Professional Counselor Associate", "", "registration"),
]


def add_therapists(total: int, say: Callable[[str], object]) -> None:
    """Adds therapists until the directory lists ``total``."""
    missing = total - Therapist.objects.listed().count()
    if missing <= 0:
        return
    corpus = Corpus()
    alts = [
        about["alt"]
        for name, about in facts("images")["files"].items()
        if name.startswith("portrait-")
    ]
    photos = list(Image.objects.filter(alt__in=alts).order_by("pk"))
    lists: dict[type[Model], list[Any]] = {
        model: list(model.objects.order_by("pk"))
        for model in (Specialty, Modality, Population, Language, Payer)
    }
    supervisors = list(Therapist.objects.filter(supervises__isnull=False).distinct().order_by("pk"))
    done = 0
    for batch in new_rows(Therapist, lambda n, rng: a_therapist(n, rng, corpus, photos), missing):
        with transaction.atomic():
            Therapist.objects.bulk_create([therapist for therapist, _rng in batch])
            add_lists(batch, lists)
            add_rows(batch, lists[Payer], supervisors)
        done += len(batch)
        say(f"Therapists with invented names: {done} of {missing}")


def a_therapist(number: int, rng: Random, corpus: Corpus, photos: Sequence[Image]) -> Therapist:
    name = f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}"
    is_remote = rng.random() < 0.2
    return Therapist(
        name=name,
        slug=f"{slugify(name)}-{number}",
        pronouns=rng.choice(["she/her", "he/him", "they/them", ""]),
        title=TITLES[number % len(TITLES)][0],
        # One in eight has no photo yet, as in life.
        photo=rng.choice(photos) if photos and rng.random() < 0.875 else None,
        opening_lines=rng.choice(corpus.biography),
        biography="".join(corpus.paragraph(rng, corpus.biography) for _n in range(3)),
        first_session=corpus.paragraph(rng, corpus.first_session),
        is_in_person=not is_remote,
        is_video=is_remote or rng.random() < 0.8,
        is_phone=rng.random() < 0.2,
        availability=rng.choice(["accepting", "accepting", "waitlist", "closed"]),
        availability_note=rng.choice(
            ["weekday mornings", "evenings, online", "about four weeks", ""]
        ),
        availability_confirmed_on=timezone.localdate() - timedelta(days=rng.randint(1, 20)),
        order=200 + number,
        is_listed=True,
        is_by_day=rng.random() < 0.8,
        is_evening=rng.random() < 0.4,
        is_weekend=rng.random() < 0.1,
    )


def add_lists(
    batch: Sequence[tuple[Therapist, Random]], lists: Mapping[type[Model], Sequence[Any]]
) -> None:
    TherapistSpecialty.objects.bulk_create(
        [
            TherapistSpecialty(therapist=therapist, specialty=specialty, order=order)
            for therapist, rng in batch
            for order, specialty in enumerate(some(rng, lists[Specialty], 2, 4))
        ]
    )
    for field, model, most in [("modalities", Modality, 3), ("populations", Population, 4)]:
        pairs = [(t, one) for t, rng in batch for one in some(rng, lists[model], 1, most)]
        link(Therapist, field, pairs)
    # English, the first of the list, and perhaps another.
    pairs = [
        (t, one)
        for t, rng in batch
        for one in [*lists[Language][:1], *some(rng, lists[Language][1:], 0, 1)]
    ]
    link(Therapist, "languages", pairs)


def add_rows(
    batch: Sequence[tuple[Therapist, Random]],
    payers: Sequence[Payer],
    supervisors: Sequence[Therapist],
) -> None:
    credentials, fees, participations, supervisions, authorities = [], [], [], [], []
    for therapist, rng in batch:
        title, letters, kind = next(row for row in TITLES if row[0] == therapist.title)
        states = rng.choice([["OR"], ["WA"], ["OR", "WA"]])
        state, number = ("", "") if kind == "degree" else (states[0], "00000 (invented)")
        right = "supervised" if kind == "registration" else "license"
        authorities += [
            PracticeAuthority(therapist=therapist, state=one, kind=right) for one in states
        ]
        credentials.append(
            Credential(
                therapist=therapist,
                kind=kind,
                abbreviation=letters,
                name=title,
                state=state,
                number=number,
            )
        )
        amount = 5 * rng.randint(24, 42)
        fees.append(
            Fee(therapist=therapist, service="Individual therapy", minutes=50, amount=amount)
        )
        for payer in some(rng, payers, 0, 2):
            as_of = date(2026, rng.randint(1, 10), 1)
            participations.append(PayerParticipation(therapist=therapist, payer=payer, as_of=as_of))
        if kind == "registration" and supervisors:
            supervisor = rng.choice(supervisors)
            supervisions.append(
                Supervision(
                    supervisee=therapist,
                    supervisor=supervisor,
                    state=state,
                    from_day=date(2025, 9, 1),
                )
            )
    Credential.objects.bulk_create(credentials)
    Fee.objects.bulk_create(fees)
    PayerParticipation.objects.bulk_create(participations)
    Supervision.objects.bulk_create(supervisions)
    PracticeAuthority.objects.bulk_create(authorities)
