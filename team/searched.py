"""People, specialties and types of therapy as search knows them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pages.states import state_names
from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from team.models import Modality, Specialty, Therapist
from team.models.lists import TherapistQuerySet
from team.models.vocabulary import Topic, TopicQuerySet
from team.room import LIST, ROOM, line_of
from writing.text import plain_text

WAYS = {
    "is_in_person": "in person, office",
    "is_video": "by video, online, telehealth, virtual",
    "is_phone": "by phone",
}
# By the place that ``team.room`` gives.
ROOM_WORDS = {ROOM: "has room, accepting new clients, available, opening", LIST: "waitlist"}


def public() -> TherapistQuerySet:
    return Therapist.objects.listed().filter(language=settings.LANGUAGE_CODE)


def people(ids: Sequence[int]) -> Iterator[Piece]:
    for person in Therapist.objects.filter(pk__in=ids).for_profile():
        text = [
            person.opening_lines,
            plain_text(person.biography),
            plain_text(person.first_session),
        ]
        yield Piece(
            person.pk,
            person.shown_name_with_credentials,
            ", ".join(filter(None, words_of(person))),
            "\n".join(filter(None, text)),
        )


def words_of(person: Therapist) -> Iterator[str]:
    """What somebody may look for in a person, whatever their texts say."""
    yield person.title
    yield person.pronouns
    for topic in [*person.specialties.all(), *person.modalities.all()]:
        yield from topic.words_for_it
    for language in person.languages.all():
        yield f"{language}, {language} speaking, speaks {language}"
    for row in [
        *person.populations.all(),
        *person.payer_participations.all(),
        *person.identities.all(),
    ]:
        yield str(row)
    if person.payer_participations.all():
        yield "insurance, in network"
    yield from map(str, state_names(person.states))
    yield from (words for field, words in WAYS.items() if getattr(person, field))
    yield from map(str, person.shown_times_in_words)
    room = line_of(person)
    yield ROOM_WORDS.get(room.place, "")
    yield person.shown_availability_note if room.is_known else ""
    yield from (credential.name for credential in person.credentials.all())
    yield from (f"{fee.service} {fee.note}" for fee in person.fees.all())


def show_people(documents: Sequence[Document]) -> Mapping[int, Shown]:
    rows = {row.pk: row for row in public().filter(pk__in=ids_of(documents)).for_card()}
    return {
        one.pk: Shown(person.shown_name_with_credentials, person.get_absolute_url(), person)
        for one in documents
        if (person := rows.get(one.object_id))
    }


def ids_of(documents: Sequence[Document]) -> list[int]:
    return [one.object_id for one in documents]


def of_our_language(model: type[Topic]) -> TopicQuerySet:
    return model.objects.filter(language=settings.LANGUAGE_CODE)


def topics(model: type[Topic]) -> Callable[[Sequence[int]], Iterator[Piece]]:
    def pieces(ids: Sequence[int]) -> Iterator[Piece]:
        for topic in model.objects.filter(pk__in=ids):
            said = [topic.summary, plain_text(topic.body)]
            names = ", ".join(topic.words_for_it[1:])
            yield Piece(topic.pk, topic.name, names, "\n".join(filter(None, said)))

    return pieces


def show_topics(model: type[Topic]) -> Callable[[Sequence[Document]], Mapping[int, Shown]]:
    def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
        found = of_our_language(model).filter(pk__in=ids_of(documents)).defer("body")
        rows = {row.pk: row for row in found.with_people_count()}
        return {
            one.pk: Shown(topic.name, topic.get_absolute_url(), topic)
            for one in documents
            if (topic := rows.get(one.object_id))
        }

    return show


def everywhere(model: str, table: str, column: str, columns: tuple[str, ...]) -> Watch:
    """Words that stand with everybody who has this row."""
    ids = f"SELECT therapist_id AS id FROM {table} WHERE {column} = {{row}}.id"  # noqa: S608  names of ours
    return Watch(model, ids, columns)


OF_A_PERSON = (
    "team.TherapistSpecialty", "team.Therapist_modalities", "team.Therapist_populations",
    "team.Therapist_languages", "team.Therapist_identities", "team.Credential", "team.Fee", "team.PayerParticipation",
)  # fmt: skip
# Where somebody may practice rests on the rows of others as well.
OF_EVERYBODY = (
    "team.PracticeAuthority", "team.Compact", "team.CompactMember", "team.Supervision",
)  # fmt: skip
WORDS = ("name", "synonyms")
OF_A_SPECIALTY = ("clinical_name", "plain_word")
PEOPLE = Source(
    kind="person",
    name=_("Person"),
    weight=1.3,
    template="team/_found_person.html",
    rows=public,
    ids=lambda: Therapist.objects.values_list("pk", flat=True),
    pieces=people,
    show=show_people,
    called=(
        "therapist", "therapists", "counselor", "counselors", "psychologist", "psychologists", "clinician",
        "clinicians", "doctor", "who", "someone", "somebody", "people", "person", "speaks", "speaking", "terapeuta",
        "psicologo", "psicologa", "habla",
    ),
    watches=(
        Watch("team.Therapist"),
        *(Watch(model, "{row}.therapist_id") for model in OF_A_PERSON),
        *(Watch(model, "SELECT id FROM team_therapist") for model in OF_EVERYBODY),
        everywhere("team.Specialty", "team_therapistspecialty", "specialty_id", (*WORDS, *OF_A_SPECIALTY)),
        everywhere("team.Modality", "team_therapist_modalities", "modality_id", WORDS),
        everywhere("team.Population", "team_therapist_populations", "population_id", ("name",)),
        everywhere("team.Language", "team_therapist_languages", "language_id", ("name",)),
        everywhere("team.Identity", "team_therapist_identities", "identity_id", ("name",)),
        everywhere("team.Payer", "team_payerparticipation", "payer_id", ("name",)),
    ),
)  # fmt: skip


def source_of(model: type[Topic], **words: Any) -> Source:
    return Source(
        rows=lambda: of_our_language(model),
        ids=lambda: model.objects.values_list("pk", flat=True),
        pieces=topics(model),
        show=show_topics(model),
        template="team/_found_topic.html",
        watches=(Watch(model._meta.label),),
        **words,
    )


SPECIALTIES = source_of(Specialty, kind="specialty", name=_("Specialty"), weight=3.0)
APPROACHES = source_of(Modality, kind="approach", name=_("Type of therapy"), weight=3.5)
