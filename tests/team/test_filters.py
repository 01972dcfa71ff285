import pytest
from django.http import QueryDict

from team import kept_people
from team.filters import TeamFilter
from team.models import Language, OfficePerson, Payer, Population, Therapist
from tests.factories import make_modality, make_specialty, make_therapist

pytestmark = pytest.mark.django_db


def person(name, specialties=(), payers=(), **fields):
    row = make_therapist(name, **fields)
    for order, specialty in enumerate(specialties):
        row.therapistspecialty_set.create(specialty=specialty, order=order)
    for payer in payers:
        row.payer_participations.create(payer=payer, as_of="2026-01-01")
    return row


@pytest.fixture
def team():
    sleep, grief = make_specialty("Sleep"), make_specialty("Grief")
    aetna = Payer.objects.create(name="An insurer")
    spanish = Language.objects.create(name="Spanish")
    teens = Population.objects.create(name="Teenagers")
    ana = person("Ana", [sleep, grief], [aetna], states=["NY"], availability="accepting")
    ben = person("Ben", [sleep], states=["NY", "OR"], availability="waitlist", is_video=False,
                 is_evening=True)  # fmt: skip
    cal = person("Cal", [sleep], states=["NY"], availability="closed", is_in_person=False)
    ana.languages.add(spanish)
    ben.populations.add(teens)
    cal.modalities.add(make_modality("EMDR"))
    return {"payer": aetna.pk, "language": spanish.pk, "population": teens.pk}


def narrowed(query):
    return TeamFilter(QueryDict(query), kept_people.directory())


def names(query):
    return [row.name for row in narrowed(query).results()]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Ana", "Ben", "Cal"]),
        ("specialty=sleep", ["Ana", "Ben", "Cal"]),
        ("specialty=grief", ["Ana"]),
        ("state=OR", ["Ben"]),
        ("format=video", ["Ana", "Cal"]),
        ("format=in-person", ["Ana", "Ben"]),
        ("modality=emdr", ["Cal"]),
        ("time=evening", ["Ben"]),
        ("room=1", ["Ana"]),
        ("room=1&format=video", ["Ana"]),
        ("state=OR&format=video", []),
        ("specialty=grief&state=OR", []),
    ],
)
def test_choices_narrow_together(team, query, expected):
    assert names(query) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("payer", "Ana"), ("language", "Ana"), ("population", "Ben")]
)
def test_words_narrow_by_number(team, name, expected):
    assert names(f"{name}={team[name]}") == [expected]


def test_only_filters_that_divide_the_people_are_offered(team):
    assert {f.name for f in narrowed("").filters} == {
        "specialty", "population", "format", "time", "state", "payer", "language", "modality",
    }  # fmt: skip
    Therapist.objects.exclude(name="Cal").delete()
    # One person is not divided by anything.
    assert narrowed("").filters == []
    assert not narrowed("room=1").is_availability_offered


def test_options_are_read_in_alphabetical_order(team):
    options = {f.name: f.options for f in narrowed("").filters}
    assert options["specialty"] == [("grief", "Grief"), ("sleep", "Sleep")]


@pytest.mark.parametrize(
    "query",
    [
        "specialty=nothing", "specialty[]=grief", "state=XX", "payer=-1",
        "payer=99999999999999999999999", "language=%F0%9F%A6%89", "room=", "&&&==;=%", "%FF=%FE",
        "specialty=" + "x" * 5000, "unknown=1", "format=is_listed",
    ],
)  # fmt: skip
def test_odd_choices_are_left_out(client, team, query):
    assert names(query) == ["Ana", "Ben", "Cal"]
    assert client.get(f"/team/?{query}").status_code == 200


def test_a_state_that_is_good_by_video_alone_is_no_answer_to_in_person(team):
    ana = Therapist.objects.get(name="Ana")
    ana.authorities.create(state="FL", kind="telehealth", way="video")
    assert names("state=FL") == ["Ana"]
    assert names("state=FL&format=video") == ["Ana"]
    assert names("state=FL&format=in-person") == []
    assert names("state=NY&format=in-person") == ["Ana", "Ben"]


def test_a_state_goes_with_its_license_and_the_person_stays(team):
    Therapist.objects.get(name="Ben").authorities.filter(state="OR").update(to_day="2020-01-01")
    assert names("state=OR") == ["Ana", "Ben", "Cal"]  # no choice any more
    assert names("") == ["Ana", "Ben", "Cal"]


def test_the_last_of_several_choices_counts(team):
    assert names("state=NY&state=OR") == ["Ben"]


def test_office_people_stand_outside_the_filters(client, team):
    OfficePerson.objects.create(first_name="Dana", role="Coordinator")
    assert "Dana" in client.get("/team/?specialty=grief").text


def test_a_topic_is_chosen_and_sorted_by_the_word_that_people_know(client):
    clinical = "Trauma and post-traumatic stress"
    after = make_specialty(
        "After something frightening", clinical_name=clinical, plain_word="Trauma"
    )
    being = make_specialty("Being heard")
    for person, topics in (
        ("Ines Calder", [after, being]),
        ("Hana Wexler", [being]),
        ("Tam Birch", [after]),
    ):
        make_therapist(person).specialties.set(topics)
    text = client.get("/team/").text
    assert "Trauma: after something frightening</option>" in text
    assert text.index("Being heard</option>") < text.index("Trauma: after")
