"""What somebody has changed in a profile, and thought better of: whoever may change it takes it back."""

import html

import pytest

from practice_site.dashboard import attention
from staff.admin_routes import address
from team.models import Therapist
from tests.factories import make_practice, make_therapist, make_user
from tests.team.next_texts import AFTER, BEFORE, BROUGHT, press, signed_in, with_next_text
from tests.team.profile_form import save

pytestmark = pytest.mark.django_db
MAY = {"manager": True, "clinician": False, "editor": False, "coordinator": False, "author": False}


@pytest.fixture
def manager():
    make_practice()
    return signed_in(make_user("manager", name="Ana Vale"))


def form(client, person):
    return html.unescape(client.get(address(person, "change", person.pk)).text)


def told(client):
    return [item.detail for item in attention(client.user)]


@pytest.mark.parametrize(
    ("stands", "is_own"),
    [*((stands, False) for stands in BROUGHT), ("submitted", True), ("returned", True)],
)
def test_wherever_the_changes_stand_they_wait_no_more(client, manager, stands, is_own):
    person, hana = with_next_text(stands, manager)
    one, other = (hana, manager) if is_own else (manager, hana)
    assert "Take the changes back" in form(one, person)
    assert press(one, person, "take_back").status_code == 302
    assert BEFORE in client.get(person.get_absolute_url()).text
    row = Therapist.objects.with_where_next_text_stands().get()
    assert (row.next_text, row.swap_at) == ("", None)
    assert BEFORE in form(other, person)
    assert AFTER not in form(other, person)
    assert not [line for line in told(hana) + told(manager) if "yes" in line or "returned" in line]


@pytest.mark.parametrize(("role", "may"), MAY.items())
def test_who_may_take_back_what_somebody_else_has_changed(manager, role, may):
    person, _hana = with_next_text("submitted", manager)
    answer = press(signed_in(make_user(role)), person, "take_back")
    assert (answer.status_code == 302) is may
    person.refresh_from_db()
    assert person.has_next_version is not may


@pytest.mark.parametrize("stands", ["kept", "has_time"])
def test_a_clinician_takes_back_nothing_that_a_manager_has_written(manager, stands):
    person, hana = with_next_text(stands, manager)
    before = Therapist.objects.values("latest_version", "swap_at").get()
    assert "Take the changes back" not in form(hana, person)
    press(hana, person, "take_back")
    assert "somebody else has written in these changes" in form(hana, person)
    assert Therapist.objects.values("latest_version", "swap_at").get() == before


def test_another_clinician_with_a_profile_takes_back_nothing(manager):
    person, _hana = with_next_text("submitted", manager)
    other = make_user("clinician")
    make_therapist("Noor Halabrand", user=other)
    assert press(signed_in(other), person, "take_back").status_code in (403, 404)
    person.refresh_from_db()
    assert person.has_next_version


def test_whoever_had_asked_reads_who_took_it_back_until_they_save_again(manager):
    person, hana = with_next_text("submitted", manager)
    press(manager, person, "take_back")
    assert "Ana Vale (editor) took a change back" in " ".join(form(hana, person).split()).replace(
        "<strong>", ""
    ).replace("</strong>", "")
    assert "took a change back" not in form(manager, person)
    person.refresh_from_db()
    save(hana, person, opening_lines="Begin.")
    assert "took a change back" not in form(hana, person)


def test_after_it_another_text_asks_anew(manager):
    person, hana = with_next_text("submitted", manager)
    press(hana, person, "take_back")
    save(hana, person, opening_lines=AFTER)
    assert Therapist.objects.with_next_text("submitted").exists()
    assert any("Waits for your yes" in line for line in told(manager))


def test_a_manager_and_the_clinician_at_once_do_not_undo_each_other(manager):
    person, hana = with_next_text("submitted", manager)
    read = person.latest_version
    save(manager, person)
    press(hana, person, "take_back", base_version=read)
    assert "do not wait any more, they are in the text" in form(hana, person)
    person.refresh_from_db()
    assert person.opening_lines == AFTER


def test_the_managers_yes_to_what_was_taken_back_is_compared_with_it(manager):
    person, hana = with_next_text("submitted", manager)
    read = person.latest_version
    press(hana, person, "take_back")
    person = save(manager, person, opening_lines=AFTER, base_version=read)
    assert person.opening_lines == BEFORE
    assert "Two texts" in manager.answer.text


def test_of_a_profile_that_nobody_reads_they_are_taken_back_as_well(manager):
    person, _hana = with_next_text("kept", manager)
    Therapist.objects.update(is_listed=False)
    press(manager, person, "take_back")
    person.refresh_from_db()
    assert not person.has_next_version
    assert BEFORE in form(manager, person)
