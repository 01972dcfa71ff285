"""A profile that lay open in a window does not take back what was said of room meanwhile."""

import html
import re

import pytest

from team.models import Therapist
from tests.factories import make_therapist, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(client):
    user = make_user("clinician")
    client.force_login(user)
    return make_therapist("Hana", user=user, availability_note="mornings")


def address(person):
    return f"/admin/team/therapist/{person.pk}/change/"


def mark(page):
    return html.unescape(re.search(r'name="room_seen" value="([^"]*)"', page)[1])


def sent(client, person, **typed):
    """What a browser sends that shows the profile as it stands now."""
    return {
        "pronouns": "", "photo": "", "opening_lines": "", "biography": "", "first_session": "",
        "availability": "accepting", "availability_note": "mornings",
        "room_seen": mark(client.get(address(person)).text), **typed,
    }  # fmt: skip


def say(**words):
    Therapist.objects.update(availability_confirmed_name="Dana Osei", **words)


def test_what_was_left_as_it_was_shown_is_left_as_it_is_by_now(client, own):
    typed = sent(client, own, opening_lines="Begin anywhere.")
    say(availability="closed", availability_note="until May", availability_confirmed_on=None)
    assert client.post(address(own), typed).status_code == 302
    row = Therapist.objects.get()
    assert (row.availability, row.availability_note) == ("closed", "until May")
    assert row.opening_lines == "Begin anywhere."
    assert row.availability_confirmed_on is None, "they said nothing of it"


def test_what_both_have_changed_is_asked_about_once(client, own):
    typed = sent(client, own, availability_note="evenings")
    say(availability_note="weekends")
    page = client.post(address(own), typed)
    assert page.status_code == 200
    assert "Dana Osei changed this meanwhile to “weekends”" in html.unescape(page.text)
    assert Therapist.objects.get().availability_note == "weekends"
    again = typed | {"room_seen": mark(page.text)}
    assert client.post(address(own), again).status_code == 302
    assert Therapist.objects.get().availability_note == "evenings"


def test_what_nobody_else_has_touched_is_saved_as_ever(client, own):
    assert client.post(address(own), sent(client, own, availability="waitlist")).status_code == 302
    assert Therapist.objects.get().availability == "waitlist"


@pytest.mark.parametrize("seen", ["", "{", "[1]", "3", "[" * 9_000, '{"a":' * 9_000])
def test_a_page_from_before_the_update_saves_as_ever(client, own, seen):
    typed = sent(client, own, availability="waitlist", room_seen=seen)
    assert client.post(address(own), typed).status_code == 302
    assert Therapist.objects.get().availability == "waitlist"


COUNTED = {"openings": 3, "room_formats": ["video"], "is_in_person": True, "is_video": True}


def shown(client, person):
    return client.get(person.get_absolute_url()).text


@pytest.mark.parametrize("button", ["_save", "_keep"])
def test_another_answer_takes_away_what_no_field_here_shows(client, own, button):
    Therapist.objects.update(**COUNTED)
    assert "3 openings" in shown(client, own)
    for answer in ("closed", "accepting"):
        typed = sent(client, own, availability=answer) | {
            button: "1", "base_version": Therapist.objects.get().latest_version,
        }  # fmt: skip
        assert client.post(address(own), typed).status_code == 302
        row = Therapist.objects.get()
        assert (row.availability, row.openings, row.room_formats) == (answer, None, [])
        assert row.availability_confirmed_by == own.user
    for words in ("3 openings", "Room now"):
        assert words not in shown(client, own)


def test_what_is_said_to_be_right_is_shown_before(client, own):
    assert "Said along with it" not in client.get(address(own)).text
    Therapist.objects.update(availability_confirmed_on=None, **COUNTED)
    assert "3 openings. Room now: by video" in client.get(address(own)).text
    typed = sent(client, own, _confirm_availability="on")
    assert client.post(address(own), typed).status_code == 302
    row = Therapist.objects.get()
    assert (row.openings, row.room_formats) == (3, ["video"])
    assert row.availability_confirmed_by == own.user


def test_an_answer_that_somebody_else_gave_meanwhile_keeps_what_they_said_with_it(client, own):
    typed = sent(client, own, availability_note="evenings")
    say(availability="waitlist", openings=2)
    assert client.post(address(own), typed).status_code == 302
    row = Therapist.objects.get()
    assert (row.availability, row.availability_note, row.openings) == ("waitlist", "evenings", 2)
