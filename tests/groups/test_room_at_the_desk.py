"""Room in groups on one page of rows: one press says that it is right, and nobody's word is written over unseen."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from groups.admin.room import asked_of
from groups.confirming import said_of
from groups.models import Group
from team.confirming.said import as_mark
from tests.factories import make_group, make_therapist, make_user

pytestmark = pytest.mark.django_db
PAGE = "/admin/groups/group/room/"
LONG_AGO = {"room_confirmed_on": timezone.localdate() - timedelta(days=40)}


def sent(*groups, **typed):
    """What a browser sends of the page as it stands now; ``typed``: ``{name: value}`` of the first of them."""
    data = {}
    for number, group in enumerate(groups):
        said = said_of(Group.objects.get(pk=group.pk))
        values = said | {"seen": as_mark(said)} | (typed if number == 0 else {})
        data |= {f"room-{group.pk}-{name}": value for name, value in values.items()}
    return data


def now(group):
    return Group.objects.get(pk=group.pk)


def test_one_press_confirms_all_and_says_who_did(client, editor):
    groups = [make_group(**LONG_AGO) for _n in range(3)]
    later = make_group(**LONG_AGO, publish_at=timezone.now() + timedelta(days=3))
    page = client.get(PAGE).text
    assert all(group.title in page for group in groups)
    assert later.title not in page
    assert client.post(PAGE, sent(*groups) | {"all": "1"}).status_code == 302
    for group in map(now, groups):
        assert group.room_confirmed_on == timezone.localdate()
        assert group.room_confirmed_name == editor.user.get_full_name()
    assert LogEntry.objects.count() == 3
    assert now(later).room_confirmed_on == later.room_confirmed_on


def test_only_what_was_changed_is_said(client, editor):
    one, other = make_group(**LONG_AGO), make_group(**LONG_AGO)
    client.post(PAGE, sent(one, other, room="full", room_note="until May") | {"changed": "1"})
    assert (now(one).room, now(one).room_note) == ("full", "until May")
    assert now(one).room_confirmed_on == timezone.localdate()
    assert now(other).room_confirmed_on == other.room_confirmed_on


def test_somebody_elses_word_is_seen_before_it_is_written_over(client, editor):
    group = make_group(**LONG_AGO)
    typed = sent(group, room="full")
    Group.objects.update(room="waitlist", room_confirmed_name="Orla Byrne")
    page = client.post(PAGE, typed | {"all": "1"})
    assert "Orla Byrne said meanwhile: Full, with a waitlist." in page.text
    assert now(group).room == "waitlist"
    assert client.post(PAGE, sent(group, room="full") | {"all": "1"}).status_code == 302
    assert now(group).room == "full"


def test_a_form_that_was_open_longer_leaves_the_word_that_came_meanwhile(client, editor):
    hana = make_therapist("Hana Wexler")
    group = make_group("Living on", [hana], **LONG_AGO)
    change = f"/admin/groups/group/{group.pk}/change/"
    form = client.get(change)
    shown = form.context["adminform"].form
    assert 'name="initial-room"' in form.text
    typed = {
        "kind": "group", "title": "Living on", "slug": group.slug, "for_whom": "Whoever", "body": "<p>We sit.</p>",
        "weekday": "3", "joining": "open", "is_in_person": "on", "base_version": "0", "leaders": [hana.pk],
        "room": "open", "room_note": "", "initial-room": shown["room"].value(), "initial-room_note": "", "_save": "1",
        "publish_at_0": "2026-01-05", "publish_at_1": "09:00",
    }  # fmt: skip
    client.post(PAGE, sent(group, room="full") | {"all": "1"})
    Group.objects.update(room_confirmed_name="Orla Byrne")
    assert client.post(change, typed).status_code == 302
    assert (now(group).room, now(group).room_confirmed_name) == ("full", "Orla Byrne")
    client.post(change, typed | {"base_version": "1", "initial-room": "full", "room": "waitlist"})
    assert (now(group).room, now(group).room_confirmed_name) == (
        "waitlist",
        editor.user.get_full_name(),
    )


@pytest.mark.parametrize(
    ("role", "status", "sees"),
    [
        ("manager", 200, 2),
        ("editor", 200, 2),
        ("coordinator", 200, 2),
        ("clinician", 200, 1),
        ("author", 403, 0),
    ],
)
def test_who_may_say_it(client, role, status, sees):
    user = make_user(role)
    make_group("Worry", [make_therapist("Hana Wexler", user=user)])
    make_group("Living on", [make_therapist("Ines Calder")])
    client.force_login(user)
    assert client.get(PAGE).status_code == status
    assert len(asked_of(user)) == sees
