"""Who of the team may see somebody, and who could, with the reasons in words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.documents.choices import REFERRAL
from intake.matching import of_team, rules
from team.models import Language, Payer, Population, Therapist
from tests import factories

pytestmark = pytest.mark.django_db


def told(**fields):
    given = {"state": "NY", "for_whom": "me", "age": "26-64", "topics": [], "therapist": ""}
    return factories.make_content(**{**given, "format": "", "payer": "", **fields})


def therapist(name, *, groups=(), topics=(), **fields):
    given = {"states": ["NY"], "availability": "accepting", **fields}
    person = factories.make_therapist(name, **given)
    person.populations.set(Population.objects.get_or_create(name=one)[0] for one in groups)
    person.specialties.set(topics)
    return person


def fit(content, person):
    return next(fit for fit in of_team(content).fits if fit.therapist == person)


def words(reasons, holds):
    return [reason.text for reason in reasons if reason.holds is holds]


def test_a_license_for_another_state_forbids():
    person = therapist("Hana Wexler", states=["NJ"])
    found = fit(told(), person)
    assert not found.is_possible
    assert words(found.may, False) == ["not licensed for New York"]


def test_a_profile_that_does_not_say_is_a_question_and_no_no():
    found = fit(told(), therapist("Hana Wexler", states=[]))
    assert found.is_possible
    assert found.is_open_question
    assert words(found.may, None)[0] == "does not say where clients may be"


def test_licenses_that_are_over_are_a_no_and_no_question():
    person = therapist("Hana Wexler")
    person.authorities.update(to_day="2020-01-01")
    assert words(fit(told(), person).may, False) == ["not licensed for New York"]


@pytest.mark.parametrize(
    ("way", "wanted", "text", "holds"),
    [
        ("video", "video", "works by video", True),
        ("video", "in-person", "may not work in person in New York", False),
        ("in-person", "video", "may not work by video in New York", False),
        ("both", "in-person", "works in person", True),
    ],
)
def test_a_license_for_one_way_of_meeting_is_no_answer_to_another(way, wanted, text, holds):
    person = therapist("Hana Wexler")
    person.authorities.update(way=way)
    found = fit(told(format=wanted), person)
    assert found.is_possible
    assert text in words(found.could, holds)


@pytest.mark.parametrize(
    ("fields", "groups", "holds"),
    [
        ({"age": "13-17"}, ["Teens"], True),
        ({"age": "13-17"}, ["Adults"], False),
        ({"age": "under-13"}, ["Teens", "Adults"], False),
        ({"age": "18-25"}, ["College students"], True),
        ({"age": "under-13"}, ["Immigrants and their children"], False),
        ({"age": "26-64"}, ["Older adults"], False),
        ({"age": "65-up"}, ["Older adults"], True),
        ({"for_whom": "couple"}, ["Adults"], False),
        ({"for_whom": "couple"}, ["Adults", "Couples"], True),
        ({"for_whom": "family", "age": "13-17"}, ["Families", "Teens"], True),
    ],
)
def test_groups_of_people_are_known_by_their_words(fields, groups, holds):
    found = fit(told(**fields), therapist("Hana Wexler", groups=groups))
    assert found.is_possible is holds


def test_an_insurer_that_is_not_taken_forbids_and_own_money_never_does():
    person = therapist("Hana Wexler")
    assert not fit(told(payer="Blue Quince"), person).is_possible
    assert fit(told(payer=""), person).is_possible


def test_specialties_and_room_are_reasons_and_never_forbid():
    grief = factories.make_specialty("Grief")
    person = therapist("Hana Wexler", topics=[grief], availability="closed")
    found = fit(told(topics=["Grief", "Worry"]), person)
    assert found.is_possible
    assert words(found.could, True) == ["works with Grief, but does not list Worry"]
    assert words(found.could, False) == ["not accepting new clients"]


@pytest.mark.parametrize(
    ("days_ago", "sentence"),
    [
        (29, "accepting new clients, not confirmed since {day}: ask first"),
        (None, "accepting new clients, never confirmed: ask first"),
    ],
)
def test_a_word_that_nobody_has_confirmed_for_long_is_to_ask(days_ago, sentence):
    day = days_ago and timezone.localdate() - timedelta(days=days_ago)
    found = fit(told(), therapist("Hana Wexler", availability_confirmed_on=day))
    assert not found.against
    assert words(found.could, None) == [sentence.format(day=f"{day:%B} {day.day}" if day else "")]


def test_room_for_others_than_them_is_to_ask():
    person = therapist("Hana Wexler", room_formats=["video"], is_in_person=True, is_video=True)
    limited = ["accepting new clients. Room now: by video"]
    assert words(fit(told(format="in-person"), person).could, None) == limited
    assert words(fit(told(format=""), person).could, None) == limited
    assert "accepting new clients" in words(fit(told(format="video"), person).could, True)


@pytest.mark.parametrize(
    ("works", "asked", "holds", "sentence"),
    [
        ({"is_evening": True}, ["evening", "weekend"], True, "works at these times: evenings"),
        ({"is_by_day": True}, ["evening"], False, "does not work at these times: evenings"),
        ({}, ["evening"], None, "does not say when they work"),
    ],
)
def test_times_are_a_reason_and_never_forbid(works, asked, holds, sentence):
    found = fit(told(times=asked), therapist("Hana Wexler", **works))
    assert found.is_possible
    assert words(found.could, holds)[-1] == sentence


def test_who_said_no_time_is_asked_about_none():
    found = fit(told(), therapist("Hana Wexler", is_evening=True))
    assert not any("then" in reason.text for reason in found.could)


def test_who_may_and_has_room_comes_first_in_the_order_of_the_team():
    out = therapist("Out Of State", states=["NJ"], order=1)
    full = therapist("Full Up", availability="closed", order=2)
    open_one, other = therapist("Has Room", order=4), therapist("Also Room", order=3)
    fits = of_team(told()).fits
    assert [fit.therapist for fit in fits] == [other, open_one, full, out]


def test_the_team_as_a_whole_is_said_in_words():
    assert "Nobody on the team is licensed to see them" in of_team(told()).messages[0]
    therapist("Full Up", availability="waitlist")
    assert "accepting new clients" in of_team(told()).messages[0]
    therapist("Has Room")
    first, *rest = of_team(told(for_whom="couple", age="13-17")).messages
    assert first == "1 of 2 is licensed to see them, and is accepting new clients."
    assert "everybody has to be in New York" in rest[0]
    assert "under 18" in rest[1]


def test_every_rule_only_says_yes_no_or_ask():
    """No number about a person: a reason is a sentence and one of three answers."""
    content = told(topics=["Grief"], payer="Blue Quince", format="video", therapist="Hana Wexler")
    person = therapist("Hana Wexler", groups=["Adults"])
    for rule in [*rules.MAY, *rules.COULD]:
        reason = rule(content, person)
        assert reason is None or (reason.holds in (True, False, None) and reason.text)


def test_the_team_costs_the_same_for_three_as_for_ten(django_assert_max_num_queries):
    for number in range(10):
        therapist(f"Person {number}", groups=["Adults"])
    of_team(told(topics=["Grief"]))  # with what a process keeps
    with django_assert_max_num_queries(13):
        assert len(of_team(told(topics=["Grief"])).fits) == 10


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        ("", None),
        ("Spanish", True),
        ("spanish, or English", None),
        ("Spanish or Portuguese", True),
        ("Quechua", False),
        ("espanol", True),
        ("ESPAÑOL, por favor", True),
        ("castellano", True),
        ("español, y un poco de inglés", None),
        ("Spanishland", False),
        ("🙂", False),
    ],
)
def test_a_language_somebody_would_rather_talk_in_is_a_reason_and_forbids_nothing(wanted, holds):
    person = therapist("Hana Wexler")
    person.languages.create(name="Spanish")
    found = fit(told(language=wanted), person)
    said = [one.holds for one in found.could if one.text.startswith(("speaks", "does not list"))]
    assert said == ([] if holds is None else [holds])
    assert found.is_possible


@pytest.mark.parametrize("said", [{"language": "español"}, {"written_in": "es"}])
def test_whoever_speaks_their_language_comes_first_among_those_who_answer_alike(said):
    spanish = Language.objects.create(name="Spanish")
    for name in ("Ada Bell", "Bea Cole", "Cy Dunn"):
        therapist(name)
    therapist("Di Eaves", availability="waitlist")
    for name in ("Cy Dunn", "Di Eaves"):
        Therapist.objects.get(name=name).languages.add(spanish)
    order = [fit.therapist.name for fit in of_team(told(**said)).fits]
    assert (order[0], order[-1]) == ("Cy Dunn", "Di Eaves")


def test_what_a_colleague_writes_in_says_nothing_of_the_language_of_the_patient():
    assert told(written_in="es").spoken
    assert not told(written_in="es", for_whom=REFERRAL).spoken
    assert told(written_in="es", for_whom=REFERRAL, language="Tamil").spoken == "Tamil"


@pytest.mark.parametrize(
    ("named", "holds"), [("Wrenfield Mutual", None), ("cascade MUTUAL", True), ("", "nothing")]
)
def test_an_insurance_that_nobody_bills_is_a_question_and_no_no(named, holds):
    person = therapist("Hana Wexler")
    cascade = Payer.objects.create(name="Cascade Mutual")
    person.payer_participations.create(payer=cascade, as_of="2026-01-05")
    found = fit(told(payment="other", other_payer=named), person)
    said = [one.holds for one in found.may if named and named in one.text]
    assert said == ([] if holds == "nothing" else [holds])
    assert found.is_possible


def test_a_license_counts_for_a_state_that_somebody_wrote_by_name():
    person = therapist("Hana Wexler", states=["NY", "ID"])
    assert fit(told(state="elsewhere", other_state="Idaho"), person).is_possible
    assert not fit(told(state="elsewhere", other_state="Ontario"), person).is_possible
