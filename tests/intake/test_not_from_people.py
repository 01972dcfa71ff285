"""Several that no person wrote, closed at once: chosen, shown once more, pressed; only in an open room."""

import pytest

from intake.models import Entry, Inquiry, RoomEvent
from staff.roles import ROLES
from tests import factories
from tests.intake.coordinators import LIST, sign_in, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]
PAGE = f"{LIST}not-from-people/"


def send(client, *inquiries, **more):
    return client.post(PAGE, {"chosen": [one.pk for one in inquiries], **more}, follow=True)


def places():
    return set(Inquiry.objects.values_list("state", "closed_because"))


def test_choosing_changes_nothing_and_shows_only_what_was_chosen(client, unlocked):
    one, other = factories.make_inquiry(), factories.make_inquiry()
    assert PAGE in text_of(client.get(LIST))
    assert "checked" not in text_of(client.get(PAGE))
    page = text_of(send(client, one))
    assert one.reference in page
    assert other.reference not in page
    assert places() == {("new", "")}


def test_pressed_once_more_they_are_closed_each_with_its_entry_and_its_line_in_the_log(
    client, unlocked
):
    rows = [factories.make_inquiry() for _one in range(3)]
    page = text_of(send(client, *rows[:2], sure="yes"))
    assert "2 are closed." in page
    closed = Inquiry.objects.filter(state="closed", closed_because="nobody")
    assert {one.pk for one in closed} == {one.pk for one in rows[:2]}
    for one in closed:
        assert Entry.objects.filter(inquiry=one).count() == 1
        assert RoomEvent.objects.filter(inquiry_id=one.pk, kind="changed", user=unlocked).exists()


@pytest.mark.parametrize("fields", [{"state": "talking"}, {"is_worrying": True}, {"owner": True}])
def test_what_somebody_has_begun_with_or_worries_about_stays(client, unlocked, fields):
    given = {name: unlocked if name == "owner" else value for name, value in fields.items()}
    inquiry = factories.make_inquiry(**given)
    assert inquiry.reference not in text_of(client.get(PAGE))
    assert "stay open" in text_of(send(client, inquiry, sure="yes"))
    assert Inquiry.objects.get().is_open


def test_nothing_chosen_and_odd_numbers_close_nothing(client, unlocked):
    factories.make_inquiry()
    assert client.post(PAGE, {"sure": "yes"}).status_code == 200
    assert client.post(PAGE, {"sure": "yes", "chosen": ["x", ""]}).status_code == 200
    assert places() == {("new", "")}


def test_a_locked_room_closes_nothing_and_does_not_lead_there(client, coordinator):
    inquiry = factories.make_inquiry()
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"chosen": inquiry.pk, "sure": "yes"}).status_code == 403
    assert PAGE not in text_of(client.get(LIST))
    assert places() == {("new", "")}


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"coordinator"}))
def test_nobody_else_gets_there(client, role):
    sign_in(client, role)
    assert client.get(PAGE).status_code == 403
