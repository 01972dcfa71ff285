"""Who fits all that somebody wishes for; and where nobody does, what to ask them to leave out."""

from dataclasses import replace

import pytest

from intake.matching import nearest
from team.models import Payer, Population
from tests import factories

pytestmark = pytest.mark.django_db


def told(**fields):
    given = {"state": "OR", "for_whom": "me", "age": "26-64", "topics": [], "therapist": ""}
    return factories.make_content(**{**given, "format": "", "payer": "", **fields})


def person(name, *, payer="", speaks="", groups=(), **fields):
    given = {"states": ["OR"], "availability": "accepting", "is_by_day": True, **fields}
    found = factories.make_therapist(name, **given)
    found.populations.set(Population.objects.get_or_create(name=one)[0] for one in groups)
    if payer:
        taken, _is_new = Payer.objects.get_or_create(name=payer)
        found.payer_participations.create(payer=taken, as_of="2026-01-05")
    if speaks:
        found.languages.create(name=speaks)
    return found


def asked(content, *team):
    return [(one.question, names(one.fits)) for one in nearest.nearest(content, team)]


def names(fits):
    return [fit.therapist.name for fit in fits]


def test_somebody_fits_who_has_nothing_against_them():
    hana, mateo = person("Hana", is_evening=True), person("Mateo")
    team = [hana, mateo, person("Ida", states=["WA"]), person("Ada", availability="closed")]
    assert names(nearest.who_fits(told(), team)) == ["Hana", "Mateo"]
    assert names(nearest.who_fits(told(times=["evening"]), team)) == ["Hana"]


@pytest.mark.parametrize(
    ("wish", "question"),
    [
        ({"times": ["evening"]}, "Ask whether another time would do than evenings"),
        ({"format": "phone"}, "Ask whether they could meet otherwise than by phone"),
        ({"language": "Quechua"}, "Ask whether another language would do than Quechua"),
        ({"payer": "Cascade"}, "Ask whether they would pay without Cascade"),
    ],
)
def test_the_one_wish_that_stands_in_the_way_is_named(wish, question):
    assert asked(told(**wish), person("Hana")) == [(question, ["Hana"])]


def test_whoever_keeps_a_list_is_near_and_whoever_has_closed_is_not():
    team = [person("Hana", availability="waitlist"), person("Ada", availability="closed")]
    assert asked(told(), *team) == [("Ask whether they would wait on our waitlist", ["Hana"])]
    assert asked(told(), team[1]) == []


def test_as_little_is_left_out_as_can_be():
    wishes = told(times=["evening"], payer="Cascade")
    takes_it, comes_late, neither = (
        person("Hana", payer="Cascade"),
        person("Mateo", is_evening=True),
        person("Ida"),
    )
    assert [team for _question, team in asked(wishes, takes_it, comes_late, neither)] == [
        ["Hana"],
        ["Mateo"],
    ]
    assert asked(wishes, neither) == [
        (
            "Ask whether another time would do than evenings, and whether they would pay without Cascade",
            ["Ida"],
        )
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "WA"}, ["not licensed for Washington"]),
        ({"age": "13-17"}, ["does not see: 13 to 17"]),
        ({"for_whom": "couple"}, ["does not see: My partner and me"]),
    ],
)
def test_a_license_an_age_and_who_comes_are_never_left_out(fields, words):
    team = [person("Hana", groups=["Adults"])]
    content = told(**fields, times=["evening"], payer="Cascade")
    assert asked(content, *team) == []
    assert nearest.what_forbids(content, team) == words


def test_what_forbids_some_does_not_stand_against_everybody():
    team = [person("Hana", states=["WA"]), person("Mateo", groups=["Teens"])]
    assert nearest.what_forbids(told(), team) == []
    assert nearest.what_forbids(told(), []) == []


def test_a_state_that_was_not_said_is_a_question():
    team = [person("Hana")]
    fits = nearest.who_fits(replace(told(), state=""), team)
    assert names(fits) == ["Hana"]
    assert next(one.text for one in fits[0].to_ask) == "ask which state they will be in"
