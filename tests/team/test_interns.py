"""Interns leave and arrive in one action, which is shown before it happens."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from team.models import PracticeAuthority, Supervision, Therapist
from tests.factories import make_published_article, make_therapist, make_user, make_wording
from tests.team.rights import nobody, right

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/team/supervision/interns/"
TODAY = timezone.localdate()
LAST, FIRST = TODAY - timedelta(days=1), TODAY


@pytest.fixture
def boss(practice):
    person = nobody("Marisol Tennant", slug="marisol-tennant", order=9)
    right(person, "NY", number="N-1")
    return person


@pytest.fixture
def june(boss):
    person = nobody("June Aldecott", slug="june-aldecott", title="Doctoral Intern")
    right(person, "NY", kind="supervised")
    Supervision.objects.create(supervisee=person, supervisor=boss, from_day=date(2020, 1, 1))
    return person


@pytest.fixture
def desk(client):
    client.force_login(make_user("manager", name="Rae Lund"))
    return client


def told(leaving=(), arriving=(), **fields):
    data = {"leaving": [p.pk for p in leaving], "last_day": LAST, "first_day": FIRST, **fields}
    data |= {"arrives-TOTAL_FORMS": max(2, len(arriving)), "arrives-INITIAL_FORMS": 0}
    for number, one in enumerate(arriving):
        data |= {f"arrives-{number}-{key}": value for key, value in one.items()}
    return {key: "" if value is None else value for key, value in data.items()}


def newcomer(boss, **fields):
    return {
        "name": "Tam Birch",
        "title": "Doctoral Intern",
        "supervisor": boss.pk,
        "state": "NY",
        **fields,
    }


def look(desk, data):
    response = desk.post(ADDRESS, data)
    assert response.status_code == 200
    return response


def do(desk, data):
    seen = look(desk, data).context["seen"]
    return desk.post(ADDRESS, data | {"seen": seen})


def state():
    people = Therapist.objects.order_by("pk").values("name", "left_on", "is_listed")
    rows = Supervision.objects.order_by("pk").values("supervisee", "to_day")
    rights = PracticeAuthority.objects.order_by("pk").values("therapist", "to_day")
    return [*people], [*rows], [*rights]


def test_looking_says_what_will_change_and_changes_nothing(desk, june, boss):
    before = state()
    make_published_article("On sleep", [june])
    page = look(desk, told([june], [newcomer(boss)])).text
    assert "After it its address says that June Aldecott has left" in page
    assert "Supervision by Marisol Tennant ends on" in page
    assert "1 article keeps name and title" in page
    assert "Tam Birch, Doctoral Intern, supervised by Marisol Tennant" in page
    assert "May see people in New York." in page
    assert state() == before
    assert not LogEntry.objects.exists()


def test_doing_it_does_all_of_it_and_each_part_stands_in_a_history(desk, client, june, boss):
    make_published_article("On sleep", [june], slug="on-sleep")
    assert (
        do(desk, told([june], [newcomer(boss, until=TODAY + timedelta(days=300))])).status_code
        == 302
    )
    june.refresh_from_db()
    assert june.left_on == TODAY
    assert not june.supervisions.filter(to_day=None).exists()
    assert june.authorities.get().to_day == LAST
    tam = Therapist.objects.get(name="Tam Birch")
    assert (tam.slug, tam.is_listed, tam.supervised_by) == ("tam-birch", False, "Marisol Tennant")
    assert list(tam.may_see) == ["NY"]
    told_of = {entry.object_repr for entry in LogEntry.objects.all()}
    assert {"June Aldecott", "Tam Birch", "Tam Birch – Marisol Tennant"} <= told_of
    client.logout()
    assert "has left the practice" in client.get("/team/june-aldecott/").text
    assert "Doctoral Intern, supervised by Marisol Tennant" in client.get("/blog/on-sleep/").text


def test_what_was_not_seen_is_shown_and_does_not_happen(desk, june, boss):
    before = state()
    seen = look(desk, told([june])).context["seen"]
    other = told([june], last_day=TODAY + timedelta(days=30))
    assert "This is what will change" in desk.post(ADDRESS, other | {"seen": seen}).text
    assert "This is what will change" in desk.post(ADDRESS, other | {"seen": ""}).text
    assert state() == before


def test_one_who_cannot_arrive_holds_back_all(desk, june, boss):
    before = state()
    two = [newcomer(boss), newcomer(boss, name="Ash Reed", until=FIRST - timedelta(days=9))]
    page = look(desk, told([june], two)).text
    assert "Ash Reed: The last day comes before the first day." in page
    assert state() == before


def test_somebody_with_a_profile_may_come_back(desk, june, boss):
    wren = make_therapist("Wren Vale", states=[], left_on=date(2021, 1, 1), title="Associate")
    wording = make_wording("LPC Associate", "NY")
    back = newcomer(boss, name="", title="", profile=wren.pk, wording=wording.pk)
    do(desk, told([], [back], last_day=None))
    wren.refresh_from_db()
    assert wren.is_public
    assert wren.title_with_supervision == "LPC Associate, supervised by Marisol Tennant"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "Choose a profile, or write the name"),
        ({"name": "june ALDECOTT"}, "There is a profile with this name"),
        ({"title": ""}, "Say with which title."),
        ({"state": "ZZ"}, "Select a valid choice"),
        ({"state": ""}, "This field is required"),
        ({"supervisor": ""}, "This field is required"),
        ({"supervisor": "9999999"}, "Select a valid choice"),
        ({"until": "someday"}, "Enter a valid date"),
        ({"name": "x" * 121}, "120 characters"),
        ({"name": "Tam\0Birch"}, "Null characters"),
        ({"number": "7" * 41}, "40 characters"),
    ],
)
def test_odd_arrivals_are_said_and_change_nothing(desk, june, boss, change, said):
    before = state()
    page = look(desk, told([june], [newcomer(boss, **change)])).text
    assert "This is what will change" not in page
    assert "errornote" in page
    assert state() == before
    assert said in page


@pytest.mark.parametrize(
    "fields", [{"last_day": ""}, {"last_day": "9999-99-99"}, {"leaving": ["no"]}]
)
def test_odd_days_and_people_are_said(desk, june, boss, fields):
    before = state()
    assert "errornote" in look(desk, told([june]) | fields).text
    assert state() == before


def test_nothing_chosen_nobody_twice_and_no_supervisor_who_leaves(desk, june, boss):
    before = state()
    assert "Choose who leaves" in look(desk, told()).text
    twice = [newcomer(boss), newcomer(boss, name="tam birch")]
    assert "is named twice" in look(desk, told([], twice)).text
    assert (
        "first one of those who arrive"
        in look(desk, told([], [newcomer(boss)], first_day=None)).text
    )
    assert "June Aldecott leaves." in look(desk, told([june], [newcomer(june)])).text
    again = newcomer(boss, name="", title="", profile=june.pk)
    assert "June Aldecott is named twice." in look(desk, told([june], [again])).text
    assert state() == before


@pytest.mark.parametrize(
    ("role", "answer"),
    [("manager", 200), ("editor", 403), ("coordinator", 403), ("author", 403), ("clinician", 403)],
)
def test_who_may(client, june, role, answer):
    client.force_login(make_user(role))
    assert client.get(ADDRESS).status_code == answer
    listed = client.get("/admin/team/supervision/")
    assert (ADDRESS in listed.text) == (answer == 200)
