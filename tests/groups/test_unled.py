"""When nobody who leads a group can be named any more: its page stays kind and true, and those who keep it are told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from groups.reminders import tell_of_unled
from practice_site.dashboard import groups as front
from team.models import Therapist
from tests.factories import make_group, make_therapist, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def leave(*people):
    yesterday = timezone.localdate() - timedelta(days=1)
    Therapist.objects.filter(pk__in=[one.pk for one in people]).update(left_on=yesterday)


def hide(*people):
    Therapist.objects.filter(pk__in=[one.pk for one in people]).update(is_listed=False)


@pytest.fixture
def hana():
    return make_therapist("Hana Wexler")


@pytest.fixture
def group(hana):
    return make_group("Living on", [hana, make_therapist("Ines Calder", states=("OR",))])


def test_its_page_does_not_promise_who_has_left(client, group):
    page = client.get(group.get_absolute_url()).text
    assert "Somebody who leads it talks with you first" in page
    leave(*group.leaders.all())
    page = client.get(group.get_absolute_url()).text
    for words in [
        "Ask us how it goes on", "Not settled just now. Ask us, and we tell you how it goes on",
        "We talk with you first", "Ask about this group",
    ]:  # fmt: skip
        assert words in page, words
    for words in ["There is room", "Somebody who leads it talks with you", "Hana Wexler"]:
        assert words not in page, words


def test_whoever_may_not_be_named_still_leads_it(client, group):
    hide(*group.leaders.all())
    page = client.get(group.get_absolute_url()).text
    for words in ["There is room", "We tell you, when you ask", "Somebody who leads it talks with you first"]:  # fmt: skip
        assert words in page, words
    assert "Hana Wexler" not in page


@pytest.mark.parametrize(("role", "is_told"), [("editor", True), ("manager", True), ("coordinator", False), ("clinician", False)])  # fmt: skip
def test_the_front_page_of_the_desk_says_so(group, hana, role, is_told):
    user = make_user(role)
    leave(hana)
    assert [*front.unled(user)] == []
    hide(*group.leaders.all())
    found = [*front.unled(user)]
    assert bool(found) == is_told
    if is_told:
        assert found[0].text == "“Living on” names nobody who leads it"
        assert found[0].url.endswith(f"/groups/group/{group.pk}/change/")
        assert "is not shown just now" in found[0].detail
        leave(*group.leaders.all())
        assert "Everybody who led it has left" in next(front.unled(user)).detail


def test_whoever_keeps_groups_is_told_once_and_again_when_it_happens_again(group, hana):
    editor, _author = make_user("editor"), make_user("author")
    assert tell_of_unled() == 0
    leave(*group.leaders.all())
    assert tell_of_unled() == 1
    assert tell_of_unled() == 0
    message = mail.outbox[-1]
    assert message.to == [editor.email]
    assert "Living on" in message.body
    assert f"/groups/group/{group.pk}/change/" in message.body
    assert "Hana" not in message.body
    Therapist.objects.update(left_on=None)
    assert tell_of_unled() == 0
    leave(*group.leaders.all())
    assert tell_of_unled() == 1


def test_whoever_comes_to_keep_groups_later_is_told_then(group):
    keeper = make_user("editor", email="")
    make_user("manager", is_active=False)
    leave(*group.leaders.all())
    assert tell_of_unled() == 0
    keeper.email = "editor@practice.example"
    keeper.save()
    assert tell_of_unled() == 1
    assert mail.outbox[-1].to == [keeper.email]
    assert tell_of_unled() == 0


def test_what_is_over_or_not_on_the_site_is_nobodys_worry(group):
    make_user("editor")
    leave(*group.leaders.all())
    type(group).objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert tell_of_unled() == 0
    assert [*front.unled(make_user("manager"))] == []


@pytest.mark.parametrize(("role", "is_told"), [("editor", True), ("coordinator", True), ("clinician", True), ("author", False)])  # fmt: skip
def test_a_word_on_room_that_gets_old_is_asked_for_on_the_front_page(role, is_told):
    user = make_user(role)
    old = timezone.localdate() - timedelta(days=29)
    group = make_group("Worry", [make_therapist("Hana Wexler", user=user)], room_confirmed_on=old)
    text = "Whether there is room in “Worry” was last confirmed more than four weeks ago"
    assert [item.text for item in front.room(user)] == ([text] if is_told else [])
    type(group).objects.update(room_confirmed_on=timezone.localdate())
    assert [*front.room(user)] == []


def test_a_clinician_is_asked_of_what_they_lead_alone():
    user = make_user("clinician")
    old = timezone.localdate() - timedelta(days=29)
    make_group("Worry", [make_therapist("Hana Wexler")], room_confirmed_on=old)
    assert [*front.room(user)] == []
