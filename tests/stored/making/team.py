"""The team: profiles by their own form, whom somebody supervises, and the words for what they do."""

from datetime import date

from django.utils import timezone

from editing import contents
from pages.states import STATES
from staff.admin_routes import address
from team.confirming.said import as_mark, said_of
from team.models import (
    Compact,
    CompactMember,
    Credential,
    Identity,
    Language,
    Modality,
    Payer,
    Population,
    PracticeAuthority,
    Profession,
    RoomLink,
    Specialty,
    Supervision,
    Therapist,
    TitleWording,
)
from tests.stored.making import desk, practice, texts

ROWS = {
    "credentials-TOTAL": "4", "fees-TOTAL": "1", "ordered_specialties-TOTAL": "1",
    "payer_participations-TOTAL": "1",
}  # fmt: skip


def make(cast):
    about = {"summary": "In short.", "body": "<p>At length.</p>", "synonyms": "loss"}
    specialty = Specialty.objects.create(
        name="Grief", slug="grief", clinical_name="Bereavement", plain_word="Loss", **about
    )
    words = {
        "modalities": Modality.objects.create(name="EMDR", slug="emdr", **about),
        "populations": Population.objects.create(name="Adults", youngest=18, oldest=99),
        "languages": Language.objects.create(name="Spanish", code="es", sentence="Hablo español."),
    }
    for topic in (specialty, words["modalities"]):
        topic.summary = "In few words."
        topic.save()
    payer = Payer.objects.create(
        name="Northline", usual_from=20, usual_to=45, usual_on="2026-01-05"
    )
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
    license_them(cast)
    Therapist.objects.filter(pk=cast["otis as a therapist"].pk).update(
        first_name_only="Otis", is_without_photo=True, is_out_of_search=True, is_without_place=True
    )
    say_who_has_room(manager, cast["june as a therapist"], payer)
    share(cast["hana as a therapist"], desk.client(cast["hana"]))
    # A second text of a profile, for later.
    hana, more = cast["hana as a therapist"], {"opening_lines": "Begin at the end.", "_keep": "1"}
    more["identities"] = list(hana.identities.values_list("pk", flat=True))
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
        "base_version": therapist.latest_version,
        **{name: [row.pk] for name, row in words.items()},
        **ROWS,
        "ordered_specialties-0-specialty": specialty.pk, "ordered_specialties-0-training": "A year in a hospice",
        "fees-0-service": "A session", "fees-0-minutes": "50", "fees-0-amount": "180", "fees-0-note": "half of it by phone",
        "payer_participations-0-payer": payer.pk, "payer_participations-0-as_of": "2026-01-05",
        **credentials(),
    }  # fmt: skip
    desk.post(client, address(therapist, "change", therapist.pk), data | changes)
    therapist.refresh_from_db()


def share(therapist, client):
    """Only the person whose profile it is may say it."""
    for name, kind in [("Of no faith", "faith"), ("A parent", "identity")]:
        Identity.objects.create(name=name, kind=kind)
    data = dict(contents.of(therapist).data_of_row(therapist))
    own = {"identities": [row.pk for row in Identity.objects.all()]}
    kept = {"availability": therapist.availability, "base_version": therapist.latest_version}
    desk.post(client, address(therapist, "change", therapist.pk), data | kept | own)


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


def license_them(cast):
    """Every kind, way and profession; a compact that a state has left, and a board that is late."""
    hana, june = cast["hana as a therapist"], cast["june as a therapist"]
    compacts = [
        Compact.objects.create(
            name=f"Compact for {profession}", profession=profession, wording="By a compact",
            register_url="https://register.example/", checked_on=date(2026, 1, 5), checked_by="Dana Osei",
        )
        for profession in Profession.values
    ]  # fmt: skip
    CompactMember.objects.bulk_create(
        CompactMember(compact=compacts[0], state=code, from_day=date(2024, 1, 1))
        for code, _name in STATES
    )
    compacts[0].members.filter(state="OR").update(to_day=date(2025, 12, 31))
    ways, professions = PracticeAuthority.Way.values, Profession.values
    PracticeAuthority.objects.bulk_create(
        PracticeAuthority(
            therapist=hana, state=code, number=str(number), way=ways[number % len(ways)],
            profession=professions[number % len(professions)],
            kind="telehealth" if number % 2 else "registration",
        )
        for number, (code, _name) in enumerate(STATES)
    )  # fmt: skip
    row = {"therapist": hana, "state": "NY", "profession": "psychology"}
    PracticeAuthority.objects.create(
        **row, kind="license", number="7", from_day=date(2020, 1, 1), to_day=date(2026, 1, 1),
        register_url="https://register.example/7", checked_on=date(2026, 1, 5), checked_by="Dana Osei",
        late_until=date(2026, 1, 20), late_reason="The receipt of the board", late_by="Dana Osei", told_of_day=date(2026, 1, 20), told_days=7,
    )  # fmt: skip
    PracticeAuthority.objects.create(**row, kind="compact", compact=compacts[0])
    wordings = [
        TitleWording.objects.create(
            state=code, profession=professions[number % len(professions)], words="Associate",
            shows_license=number % 2 == 0, source="https://rule.example/", checked_by="Dana Osei",
        )
        for number, (code, _name) in enumerate(STATES)
    ]  # fmt: skip
    right = {"kind": "supervised", "state": wordings[0].state, "wording": wordings[0]}
    PracticeAuthority.objects.create(therapist=june, **right)
    PracticeAuthority.objects.create(therapist=june, state="NY", kind="supervised")


def say_who_has_room(manager, person, payer):
    """For fewer than the profile says; by private links, one to copy and one by mail, that were taken back."""
    page, pk = address(Therapist, "room"), person.pk
    Therapist.objects.filter(pk=pk).update(is_listed=True, is_in_person=True, is_video=True)
    said = {"availability": "accepting", "note": "mornings", "openings": 2, "formats": ["video"]}
    assert manager.post(page, typed(person, said) | {"link": str(pk)}).status_code == 200
    link = RoomLink.objects.get()
    assert desk.client().post(f"/o/{link.token}/", typed(person, {})).status_code == 303
    # Not through a form: the profile has no groups yet.
    Therapist.objects.filter(pk=pk).update(
        room_populations=[1], room_payers=[payer.pk], room_asked_on=timezone.localdate()
    )
    for press in ("mail", "withdraw"):
        desk.post(manager, page, typed(person, {}) | {press: str(pk)})
    assert not link.therapist.room_links.open().exists()


def typed(person, said):
    now = said_of(Therapist.objects.get(pk=person.pk))
    values = now | said | {"seen": as_mark(now)}
    return {
        f"room-{person.pk}-{name}": value for name, value in values.items() if value is not None
    }
