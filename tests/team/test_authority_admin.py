"""Licenses at the desk: what is written down, and whether it is good today."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editing.rows import rows_data
from team.models import Compact, PracticeAuthority, Supervision
from tests.factories import make_compact, make_therapist, make_user

pytestmark = pytest.mark.django_db
LIST, ADD = "/admin/team/practiceauthority/", "/admin/team/practiceauthority/add/"


@pytest.fixture
def manager(client):
    client.force_login(make_user("manager", name="Dana Osei"))
    return client


def data(person, **changes):
    return {
        "therapist": person.pk, "kind": "license", "state": "NY", "compact": "", "profession": "",
        "number": "7", "way": "both", "from_day": "", "to_day": "", "register_url": "",
        "checked_on": "", "checked_by": "", "late_until": "", "late_reason": "", "late_by": "",
        **changes,
    }  # fmt: skip


def test_a_license_that_is_written_down_is_on_the_profile_at_once(manager, client, practice):
    person = make_therapist("Hana Wexler", states=[])
    assert "May see you" not in client.get("/team/hana-wexler/").text
    given = {"register_url": "https://register.example/7", "way": "video"}
    response = manager.post(ADD, data(person, **given))
    assert response.status_code == 302
    page = client.get("/team/hana-wexler/").text
    assert "May see you if you are in" in page
    assert "New York<small>By video or phone only</small>" in page
    assert "https://register.example/7" in page


def test_who_checks_is_filled_in_and_a_day_without_a_name_refused(manager):
    person = make_therapist(states=[])
    assert 'value="Dana Osei"' in manager.get(ADD).text
    response = manager.post(ADD, data(person, checked_on="2026-01-05"))
    assert "Say who checked it" in response.text
    assert not PracticeAuthority.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "good"),
        ({"to_day": "2199-12-31"}, "good until"),
        ({"to_day": "2020-01-01"}, "over since"),
        ({"from_day": "2199-01-01"}, "from"),
        ({"kind": "supervised"}, "nobody with a license there supervises"),
    ],
)
def test_the_list_says_whether_it_is_good_today(manager, fields, words):
    person = make_therapist(states=[])
    PracticeAuthority.objects.create(therapist=person, state="NY", **fields)
    assert words in manager.get(LIST).text


def test_a_late_board_is_said_in_the_list(manager):
    today = timezone.localdate()
    row = make_therapist().authorities.get()
    row.to_day, row.late_until = today - timedelta(days=1), today
    row.late_reason, row.late_by = "Receipt", "Dana"
    row.save()
    assert "the board is late" in manager.get(LIST).text


def test_a_compact_takes_its_states_as_rows_and_stays_while_it_is_used(manager):
    states = [
        {"state": "AZ", "from_day": "", "to_day": ""},
        {"state": "WA", "from_day": "2026-01-01", "to_day": ""},
    ]
    given = {
        "name": "PSYPACT", "profession": "psychology", "wording": "By the compact",
        "register_url": "", "checked_on": "2026-01-05", "checked_by": "Dana",
    }  # fmt: skip
    response = manager.post("/admin/team/compact/add/", given | rows_data("members", states))
    assert response.status_code == 302
    compact = Compact.objects.get()
    assert [str(one) for one in compact.members.all()] == ["PSYPACT: AZ", "PSYPACT: WA"]
    wrong = [{"state": "AZ", "from_day": "2026-01-02", "to_day": "2026-01-01"}]
    change = reverse("admin:team_compact_change", args=[compact.pk])
    response = manager.post(change, given | rows_data("members", wrong))
    assert "comes before the first day" in response.text
    make_therapist().authorities.create(
        state="WA", kind="compact", compact=compact, profession="psychology"
    )
    delete = reverse("admin:team_compact_delete", args=[compact.pk])
    assert "practices by this compact" in manager.post(delete, {"post": "yes"}, follow=True).text
    assert Compact.objects.exists()


def test_a_compact_is_shown_in_its_own_words_with_day_and_number(client, practice):
    compact = make_compact(wording="Authority (APIT), granted by the Commission")
    person = make_therapist("Hana Wexler", states=["WA"])
    person.authorities.update(profession="psychology")
    person.authorities.create(
        state="WA", kind="compact", compact=compact, profession="psychology", number="12",
        from_day="2024-02-29",
    )  # fmt: skip
    page = client.get("/team/hana-wexler/").text
    assert "Authority (APIT), granted by the Commission, issued February 29, 2024, no. 12" in page


def test_a_trainee_loses_the_state_with_the_supervisors_license_and_stays(client, practice):
    boss, june = make_therapist("Boss"), make_therapist("June", states=[])
    june.authorities.create(state="NY", kind="supervised")
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day="2020-01-01")
    assert "New York" in client.get("/team/june/").text
    boss.authorities.update(to_day="2020-06-01")
    page = client.get("/team/june/")
    assert page.status_code == 200
    assert "New York" not in page.text
