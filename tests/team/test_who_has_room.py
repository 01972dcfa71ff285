"""Everybody's room on one page of rows: one press says that it is right, and nobody's word is written over unseen."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from team.admin.who_has_room import asked_of
from team.confirming.said import as_mark, said_of
from team.models import Payer, Population, Therapist
from tests.factories import make_therapist, make_user

pytestmark = pytest.mark.django_db
PAGE = "/admin/team/therapist/room/"
LONG_AGO = {"availability_confirmed_on": timezone.localdate() - timedelta(days=90)}


@pytest.fixture
def manager(client):
    user = make_user("manager")
    client.force_login(user)
    return user


def sent(*people, **typed):
    """What a browser sends of the page as it stands now; ``typed``: ``{name: value}`` of the first of them."""
    data = {}
    for number, person in enumerate(people):
        person = Therapist.objects.get(pk=person.pk)
        said = said_of(person)
        values = said | {"seen": as_mark(said)} | (typed if number == 0 else {})
        data |= {
            f"room-{person.pk}-{name}": value if value is not None else ""
            for name, value in values.items()
        }
    return data


def now(person):
    return Therapist.objects.get(pk=person.pk)


def test_one_press_confirms_everybody_and_says_who_did(client, manager):
    people = [make_therapist(**LONG_AGO) for _n in range(12)]
    page = client.get(PAGE).text
    assert all(person.name in page for person in people)
    assert client.post(PAGE, sent(*people) | {"all": "1"}).status_code == 302
    for person in map(now, people):
        assert person.availability_confirmed_on == timezone.localdate()
        assert person.availability_confirmed_by == manager
        assert person.availability_confirmed_name == manager.get_full_name()
        assert not person.is_confirmed_by_link
    assert LogEntry.objects.count() == 12


def test_the_name_stays_when_the_account_goes(client, manager):
    person = make_therapist(**LONG_AGO)
    client.post(PAGE, sent(person) | {"all": "1"})
    name = manager.get_full_name()
    LogEntry.objects.all().delete()
    manager.delete()
    assert now(person).availability_confirmed_by is None
    assert now(person).availability_confirmed_name == name


def test_saving_only_what_changed_confirms_nobody_else(client, manager):
    hana, theo = make_therapist("Hana", **LONG_AGO), make_therapist("Theo", **LONG_AGO)
    client.post(
        PAGE, sent(hana, theo, availability="waitlist", note="six weeks") | {"changed": "1"}
    )
    assert (now(hana).availability, now(hana).availability_note) == ("waitlist", "six weeks")
    assert now(hana).availability_confirmed_on == timezone.localdate()
    assert now(theo).availability_confirmed_on == LONG_AGO["availability_confirmed_on"]
    assert LogEntry.objects.get().object_id == str(hana.pk)


def test_one_row_is_confirmed_by_itself_and_what_was_typed_elsewhere_is_kept(client, manager):
    hana, theo, mateo = (make_therapist(name, **LONG_AGO) for name in ("Hana", "Theo", "Mateo"))
    client.post(PAGE, sent(hana, theo, mateo, note="mornings") | {"one": str(theo.pk)})
    assert now(hana).availability_note == "mornings"
    assert now(theo).availability_confirmed_on == timezone.localdate()
    assert now(mateo).availability_confirmed_on != timezone.localdate()


def test_a_mistake_in_one_row_loses_nothing_of_the_others(client, manager):
    hana, theo = make_therapist("Hana", **LONG_AGO), make_therapist("Theo", **LONG_AGO)
    page = client.post(PAGE, sent(hana, theo, openings="many", note="my words") | {"all": "1"})
    assert page.status_code == 200
    assert 'value="my words"' in page.text
    assert 'value="many"' in page.text
    assert now(hana).availability_note == ""
    assert now(hana).availability_confirmed_on != timezone.localdate()
    assert now(theo).availability_confirmed_on == timezone.localdate()


def test_what_somebody_else_said_meanwhile_is_not_written_over(client, manager):
    hana, theo = make_therapist("Hana"), make_therapist("Theo")
    mine = sent(hana, theo, note="my words")
    client.post(PAGE, sent(hana, note="theirs") | {"changed": "1"})
    page = client.post(PAGE, mine | {"all": "1"})
    assert page.status_code == 200
    assert "said meanwhile: Accepting new clients (theirs)" in page.text
    assert 'value="my words"' in page.text
    assert now(hana).availability_note == "theirs"
    again = {**mine, f"room-{hana.pk}-seen": as_mark(said_of(now(hana)))}
    assert client.post(PAGE, again | {"all": "1"}).status_code == 302
    assert now(hana).availability_note == "my words"


def test_nobody_confirms_what_they_have_not_seen(client, manager):
    hana = make_therapist("Hana", **LONG_AGO)
    mine = sent(hana)
    Therapist.objects.update(availability="closed", availability_confirmed_name="Theo Brandvold")
    page = client.post(PAGE, mine | {"all": "1"})
    assert "Theo Brandvold said something else meanwhile" in page.text
    assert now(hana).availability == "closed"
    assert now(hana).availability_confirmed_on != timezone.localdate()


def test_the_same_press_twice_changes_nothing_more(client, manager):
    hana = make_therapist("Hana", **LONG_AGO)
    mine = sent(hana, availability="waitlist") | {"changed": "1"}
    assert [client.post(PAGE, mine).status_code for _n in range(2)] == [302, 302]
    assert now(hana).availability == "waitlist"


@pytest.mark.parametrize("mark", ["", "[]", "{", '{"availability": 3}', "\x00"])
def test_a_mark_that_says_nothing_takes_nothing_silently(client, manager, mark):
    hana = make_therapist("Hana")
    page = client.post(PAGE, sent(hana, note="mine", seen=mark) | {"all": "1"})
    assert page.status_code == 200
    assert now(hana).availability_note == ""


def test_for_whom_there_is_room_narrows_the_profile(client, manager):
    hana = make_therapist("Hana")
    adults, teens = (Population.objects.create(name=name, order=0) for name in ("Adults", "Teens"))
    payers = [Payer.objects.create(name=name) for name in ("Aetna", "Cascade")]
    hana.populations.set([adults, teens])
    for payer in payers:
        hana.payer_participations.create(payer=payer, as_of=timezone.localdate())
    everyone = [str(adults.pk), str(teens.pk)]
    typed = {"openings": "2", "times": ["evening"], "formats": ["video"], "populations": everyone,
             "payers": [str(payers[1].pk)]}  # fmt: skip
    client.post(PAGE, sent(hana, **typed) | {"changed": "1"})
    row = now(hana)
    assert (row.openings, row.times, row.room_formats) == (2, ["evening"], ["video"])
    assert row.room_populations == [], "all of them are no limit"
    assert row.room_payers == [payers[1].pk]
    client.post(PAGE, sent(hana, availability="closed") | {"changed": "1"})
    assert now(hana).openings is None, "without room there is nothing to count"


def test_forged_choices_are_refused(client, manager):
    hana, payer = make_therapist("Hana"), Payer.objects.create(name="Aetna")
    for typed in ({"availability": "maybe"}, {"formats": ["pigeon"]}, {"times": ["night"]}):
        assert client.post(PAGE, sent(hana, **typed) | {"all": "1"}).status_code == 200
    client.post(PAGE, sent(hana, payers=[str(payer.pk)]) | {"all": "1"})
    assert now(hana).room_payers == []


def test_the_profile_in_another_language_follows(client, manager):
    hana = make_therapist("Hana", **LONG_AGO)
    other = make_therapist(
        "Hana", slug="hana-es", language="es", translation_of=hana, availability_note="por la tarde"
    )
    client.post(PAGE, sent(hana, availability="waitlist", note="mornings") | {"changed": "1"})
    assert (now(other).availability, now(other).availability_note) == ("waitlist", "por la tarde")
    assert now(other).availability_confirmed_on == timezone.localdate()
    assert f"room-{other.pk}-" not in client.get(PAGE).text


def test_only_whoever_is_on_the_site_stands_there(client, manager):
    make_therapist("Hana")
    gone = make_therapist("Gone", left_on=timezone.localdate())
    hidden = make_therapist("Hidden", is_listed=False)
    page = client.get(PAGE).text
    assert "Hana" in page
    for person in (gone, hidden):
        assert f"room-{person.pk}-" not in page
        client.post(PAGE, sent(person, note="x") | {"all": "1"})
        assert now(person).availability_note == ""


# Of whom each role may say it.
MAY = {
    "manager": "all",
    "coordinator": "all",
    "clinician": "own",
    "editor": "none",
    "author": "none",
}


@pytest.mark.parametrize(("role", "may"), MAY.items())
def test_who_may_say_it_of_whom(client, role, may):
    user = make_user(role)
    own, other = make_therapist("Own", user=user), make_therapist("Other")
    assert {"all": {own, other}, "own": {own}, "none": set()}[may] == {*asked_of(user)}
    client.force_login(user)
    assert client.get(PAGE).status_code == (403 if may == "none" else 200)
    client.post(PAGE, sent(own, other, note="words") | {"all": "1"})
    assert (now(own).availability_note == "words") == (may != "none")
    client.post(PAGE, sent(other, note="words") | {"all": "1"})
    assert (now(other).availability_note == "words") == (may == "all")


def test_the_list_leads_to_it(client, manager):
    make_therapist("Hana")
    assert f'href="{PAGE}"' in client.get("/admin/team/therapist/").text


def test_more_people_cost_no_more_questions(client, manager, django_assert_max_num_queries):
    for _n in range(3):
        make_therapist()
    client.get(PAGE)
    with django_assert_max_num_queries(40) as few:
        client.get(PAGE)
    for _n in range(9):
        make_therapist()
    with django_assert_max_num_queries(len(few)):
        client.get(PAGE)


def test_the_query_for_old_words_is_the_twin_of_their_age():
    from team.models.room import Age

    today = timezone.localdate()
    for days in (None, 0, 27, 28, 29, 90):
        make_therapist(
            availability_confirmed_on=None if days is None else today - timedelta(days=days)
        )
    asked = {person.pk for person in Therapist.objects.to_confirm()}
    assert asked == {p.pk for p in Therapist.objects.all() if p.age_of_room() is not Age.FRESH}
    assert len(asked) == 3


def test_what_is_no_limit_any_more_is_nothing_that_somebody_changed(client, manager):
    hana = make_therapist("Hana", **LONG_AGO)
    adults = Population.objects.create(name="Adults", order=0)
    hana.populations.set([adults])
    Therapist.objects.update(room_populations=[adults.pk])
    client.post(PAGE, sent(hana) | {"changed": "1"})
    assert now(hana).availability_confirmed_on != timezone.localdate()
