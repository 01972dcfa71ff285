"""The team: profiles by their own form, whom somebody supervises, and the words for what they do."""

from datetime import date

from editing import contents
from staff.admin_routes import address
from team.models import (
    Credential,
    Language,
    Modality,
    Payer,
    Population,
    Specialty,
    Supervision,
    Therapist,
)
from tests.stored.making import desk, practice, texts

ROWS = {
    "credentials-TOTAL": "4", "fees-TOTAL": "1", "ordered_specialties-TOTAL": "1",
    "payer_participations-TOTAL": "1",
}  # fmt: skip


def make(cast):
    about = {"summary": "In short.", "body": "<p>At length.</p>", "synonyms": "loss"}
    specialty = Specialty.objects.create(
        name="Grief", slug="grief", clinical_name="Bereavement", **about
    )
    words = {
        "modalities": Modality.objects.create(name="EMDR", slug="emdr", **about),
        "populations": Population.objects.create(name="Adults"),
        "languages": Language.objects.create(name="Spanish"),
    }
    payer = Payer.objects.create(name="Northline")
    manager = desk.client(cast["manager"])
    for login, title, availability in (
        ("hana", "Licensed psychologist", "accepting"),
        ("amos", "Licensed psychologist", "waitlist"),
        ("june", "Psychologist in training", "accepting"),
        ("otis", "Psychologist in training", "closed"),
    ):
        therapist = Therapist.objects.create(
            name=cast[login].name,
            slug=f"{login}-{cast[login].name.split()[1].lower()}",
            title=title,
            user=cast[login],
        )
        save(manager, therapist, availability, specialty, words, payer)
        cast[f"{login} as a therapist"] = therapist
    supervise(cast)
    # A second text of a profile, for later.
    hana, more = cast["hana as a therapist"], {"opening_lines": "Begin at the end.", "_keep": "1"}
    save(manager, hana, "accepting", specialty, words, payer, **more)
    desk.press(manager, hana, "swap", **texts.SWAP)


def save(client, therapist, availability, specialty, words, payer, **changes):
    """Everything about somebody, through the form."""
    data = dict(contents.of(therapist).data_of_row(therapist)) | {
        "slug": therapist.slug,
        "user": therapist.user_id,
        "availability": availability,
        "availability_note": "mornings",
        "pronouns": "she/her",
        "opening_lines": "Begin anywhere.",
        "is_phone": "on",
        "is_weekend": "on",
        "first_session": "<p>Tea.</p>",
        "is_evening": "on",
        "is_listed": "on",
        "order": "3",
        "left_on": "",
        "photo": practice.picture(therapist.slug, f"{therapist.name} at a window").pk,
        "biography": "<p>Hello.</p>",
        "states": ["NY"],
        "base_version": therapist.latest_version,
        **{name: [row.pk] for name, row in words.items()},
        **ROWS,
        "ordered_specialties-0-specialty": specialty.pk,
        "fees-0-service": "A session", "fees-0-minutes": "50", "fees-0-amount": "180", "fees-0-note": "half of it by phone",
        "payer_participations-0-payer": payer.pk, "payer_participations-0-as_of": "2026-01-05",
        **credentials(),
    }  # fmt: skip
    desk.post(client, address(therapist, "change", therapist.pk), data | changes)
    therapist.refresh_from_db()


def credentials():
    found = {}
    for number, kind in enumerate(Credential.Kind.values):
        found |= {
            f"credentials-{number}-kind": kind,
            f"credentials-{number}-name": f"Of the kind {kind}",
            f"credentials-{number}-state": "NY",
            f"credentials-{number}-number": "7",
            f"credentials-{number}-abbreviation": kind[:3].upper(),
        }
    found["credentials-0-is_shown"] = "on"
    return found


def supervise(cast):
    """June by Hana, with a deputy for her absence; Otis by Hana, until his first text is out."""
    hana = cast["hana as a therapist"]
    Supervision.objects.create(
        supervisee=cast["june as a therapist"],
        supervisor=hana,
        from_day=date(2025, 9, 1),
        deputy=cast["amos as a therapist"],
        absent_from=date(2026, 1, 4),
        absent_to=date(2026, 1, 18),
    )
    Supervision.objects.create(
        supervisee=cast["otis as a therapist"],
        supervisor=hana,
        state="NY",
        from_day=date(2025, 9, 1),
    )
    Therapist.objects.create(
        name="Ida Marsh", slug="ida-marsh", title="Counselor", left_on=date(2026, 2, 1),
        is_in_person=False, is_video=False, is_by_day=True,
    )  # fmt: skip
