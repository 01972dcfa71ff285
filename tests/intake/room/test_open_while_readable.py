"""The form is open only while somebody could read what comes in, and the desk counts truthfully."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from intake.models import Grant, Inquiry, KeyHolder, PracticeKey
from intake.room import forgetting, holders, roll, warnings
from outbox import jobs
from outbox.models import Message
from pages.models import Location, OpeningHours, Practice
from tests import factories
from tests.intake.persons import answers
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    SENTENCE,
    choose,
    holder_of,
    let_in,
    mail_to,
    make_recovery_code,
    prove,
    show_who,
    signed_in,
    take_out,
    text_of,
    use_recovery_code,
)

pytestmark = pytest.mark.django_db
DESK, FORM = "/admin/", "/get-started/"
SHUT = "The form on the site has shut"


@pytest.fixture(autouse=True)
def practice():
    return factories.make_practice(email="office@practice.example")


@pytest.fixture
def manager():
    return signed_in("manager")


def lose(*clients, labels=""):
    """They do other work now, and these sheets were never tried."""
    for client in clients:
        client.user.groups.clear()
    KeyHolder.objects.filter(sheet__in=[*labels]).update(is_proven=False)
    roll.record()
    warnings.warn_of_few()


def is_open():
    return b"Send to" in Client().get(FORM).content


def test_the_form_shuts_when_nobody_can_read_and_opens_again_by_itself(coordinator_client, deputy):
    assert is_open()
    lose(coordinator_client, deputy, labels="A")
    assert is_open(), "sheet B gives somebody access"
    lose(labels="B")
    assert not is_open()
    coordinator_client.user.groups.set(factories.Group.objects.filter(name="coordinator"))
    assert is_open()


def test_whoever_had_it_open_keeps_every_word_and_learns_every_way(
    coordinator_client, deputy, practice
):
    Location.objects.create(practice=practice, name="The house", street="12 Quince Street")
    said = answers(message="Sundays are hard.")
    lose(coordinator_client, deputy, labels="AB")
    refused = Client().post(FORM, said)
    text = text_of(refused)
    assert refused.status_code == 503
    for kept in ["Sundays are hard.", said["name"], "(555) 010-0199", "office@practice.example"]:
        assert kept in text
    assert "12 Quince Street" in text
    assert "988" in text
    assert not Inquiry.objects.exists()


def test_it_is_shut_for_whoever_sends_an_unfinished_page_as_well(coordinator_client, deputy):
    lose(coordinator_client, deputy, labels="AB")
    refused = Client().post(FORM, answers(message="Sundays are hard.", name=""))
    assert refused.status_code == 503
    assert "Sundays are hard." in text_of(refused)


@pytest.mark.parametrize(
    ("facts", "seen", "title"),
    [
        ({"phone": "(555) 010-0199"}, "(555) 010-0199", "Please call us"),
        ({"phone": "", "email": "o@practice.example"}, "o@practice.example", "another way"),
        ({"phone": "", "email": ""}, "988", "Please come back soon"),
    ],
)
def test_the_page_names_every_other_way_there_is(facts, seen, title):
    Practice.objects.update(**{"email": "", **facts})
    Practice.objects.get().save()
    page = text_of(Client().get(FORM))
    assert seen in page
    assert title in page


@pytest.mark.parametrize(("hour", "listens"), [(12, True), (20, False)])
def test_the_page_says_that_somebody_listens_only_while_somebody_does(practice, hour, listens):
    for weekday in range(7):
        OpeningHours.objects.create(
            practice=practice, weekday=weekday, opens=time(9), closes=time(18)
        )
    now = datetime(2026, 11, 24, hour, tzinfo=ZoneInfo(practice.time_zone))
    with time_machine.travel(now, tick=False):
        page = text_of(Client().get(FORM))
    assert "Please call us" in page
    assert ("somebody listens" in page) == listens


def test_a_shut_form_without_another_way_is_a_line_for_whoever_keeps_the_facts(manager):
    message = "the site names no other way to reach you"
    assert message not in text_of(manager.get(DESK))
    Practice.objects.update(phone="", email="")
    assert message in text_of(manager.get(DESK))


@pytest.mark.parametrize(
    ("gone", "labels", "message"),
    [
        (["coordinator_client", "deputy"], "AB", SHUT),
        (["deputy"], "AB", "Only {first} can open what people write, and no recovery code works."),
        (["coordinator_client", "deputy"], "A", "only recovery code B gives somebody access"),
        (["coordinator_client", "deputy"], "", "Nobody can open what people write just now."),
        (["deputy"], "", "Only {first} can open what people write. If that passphrase is lost"),
        (["deputy"], "A", "Recovery code A is missing"),
        ([], "AB", "Recovery code B is missing"),
    ],
)
def test_the_desk_counts_truthfully(request, coordinator_client, deputy, gone, labels, message):
    reader = signed_in()
    lose(*[request.getfixturevalue(name) for name in gone], labels=labels)
    message = message.format(first=coordinator_client.user.name)
    for page in (DESK, ROOM):
        assert message in text_of(reader.get(page))


@pytest.mark.parametrize(
    ("labels", "message"), [("AB", "The form on the site has shut"), ("A", "One last way is left")]
)
def test_everybody_who_can_do_something_hears_of_it_once(
    coordinator_client, deputy, manager, labels, message
):
    reader, editor = signed_in(), signed_in("editor")
    lose(coordinator_client, deputy, labels=labels)
    warnings.warn_of_few()
    for client in (reader, manager):
        assert mail_to(client, message) == 1
    assert mail_to(editor, message) == 0
    line = SHUT if labels == "AB" else "only recovery code B"
    assert line in text_of(manager.get(DESK))
    assert line not in text_of(editor.get(DESK))


def test_nothing_is_sealed_to_a_key_that_nobody_has(coordinator_client, deputy):
    lose(coordinator_client, deputy, labels="AB")
    KeyHolder.objects.recovery_codes().delete()
    roll.record()
    before = PracticeKey.objects.current()
    holders.turn_over()
    assert PracticeKey.objects.current() == before


class TestWhereEveryKeyIsGone:
    @pytest.fixture
    def gone(self, coordinator_client):
        KeyHolder.objects.all().delete()
        roll.record()

    def test_the_first_who_comes_does_not_become_the_only_reader(self, gone, deputy, manager):
        choose(deputy, OTHER)
        assert not holders.form_is_open()
        assert not is_open()
        assert mail_to(manager, "Every key to what people wrote was gone") == 1
        assert "Every key was gone" in text_of(manager.get(DESK))
        assert "Every key was gone" in text_of(deputy.get(DESK))

    def test_the_form_opens_with_two_people_and_both_sheets_again(
        self, gone, coordinator_client, deputy
    ):
        choose(deputy, OTHER)
        for label in "AB":
            prove(deputy, label, make_recovery_code(deputy, label, OTHER))
        assert not holders.form_is_open()
        choose(coordinator_client, SENTENCE)
        let_in(deputy, coordinator_client)
        assert holders.form_is_open()

    def test_a_quarterly_key_does_not_open_it_either(self, gone, deputy):
        choose(deputy, OTHER)
        holders.turn_over()
        assert not holders.form_is_open()


def test_a_stranger_with_a_passphrase_ends_nobodys_access(coordinator_client, deputy):
    """Invited, never let in: nothing that it posts changes a key."""
    sock = signed_in()
    choose(sock, "the heron stands in shallow water")
    before = sorted(map(str, Grant.objects.values_list("practice_key", "holder")))
    own = "the heron stands in shallow water"
    for label in "AB":
        sock.post(f"{ROOM}sheet/{label}/", {"passphrase": own})
        sock.post(f"{ROOM}sheet/{label}/out/", {"passphrase": own})
    for other in (coordinator_client, deputy):
        assert take_out(sock, other, own).status_code == 403
    assert let_in(sock, sock).status_code == 403
    assert sorted(map(str, Grant.objects.values_list("practice_key", "holder"))) == before


def test_whoever_is_let_in_by_a_key_that_opens_nothing_is_not_said_to_be_in(coordinator_client):
    third = signed_in()
    choose(third, "the heron stands in shallow water")
    own = holders.private_key_of(holder_of(third), "the heron stands in shallow water")
    with pytest.raises(holders.NotReady):
        holders.let_in(own, holder_of(third))


def test_one_person_cannot_take_the_last_ways_away(coordinator_client, deputy):
    take_out(coordinator_client, deputy)
    coordinator_client.post(f"{ROOM}sheet/A/out/", {"passphrase": SENTENCE})
    coordinator_client.post(f"{ROOM}sheet/B/out/", {"passphrase": SENTENCE})
    assert KeyHolder.objects.filter(sheet="B").exists()
    assert take_out(coordinator_client, coordinator_client).status_code == 403
    assert holders.form_is_open()


class TestAPracticeOfOne:
    @pytest.fixture
    def alone(self):
        client = signed_in(name="Dana Real")
        choose(client)
        client.codes = {label: make_recovery_code(client, label) for label in "AB"}
        for label, code in client.codes.items():
            prove(client, label, code)
        return client

    def test_it_opens_once_somebody_elsewhere_keeps_a_sheet(self, alone):
        assert not is_open()
        page = text_of(alone.post(f"{ROOM}sheet/B/kept/", {"kept_by": "dana  real"}))
        assert "That is you." in page
        assert not is_open()
        alone.post(f"{ROOM}sheet/B/kept/", {"kept_by": "Ines Abara"})
        assert is_open()
        for page in (DESK, ROOM):
            assert "recovery code B, which Ines Abara keeps, is the way in" in text_of(
                alone.get(page)
            )

    def test_with_one_sheet_it_does_not(self):
        client = signed_in()
        choose(client)
        prove(client, "A", make_recovery_code(client, "A"))
        client.post(f"{ROOM}sheet/A/kept/", {"kept_by": "Ines Abara"})
        assert not is_open()

    def test_a_new_sheet_is_kept_where_the_old_one_was(self, alone):
        alone.post(f"{ROOM}sheet/B/kept/", {"kept_by": "Ines Abara"})
        prove(alone, "B", make_recovery_code(alone, "B"))
        assert KeyHolder.objects.get(sheet="B").kept_by == "Ines Abara"


class TestTheDesk:
    def test_on_the_first_day_it_leads_to_the_keys_and_says_what_is_missing(self, manager):
        client = signed_in()
        page = text_of(client.get(DESK))
        message = "until two people, recovery code A and recovery code B can open it"
        assert message in page
        assert f'href="{ROOM}"' in page
        assert "Nothing is waiting for you." not in page
        assert message in text_of(manager.get(DESK))
        assert message not in text_of(signed_in("editor").get(DESK))
        assert "you have no key to open them yet" in text_of(client.get("/admin/intake/inquiry/"))

    def test_who_waits_is_said_to_everybody_inside_and_to_nobody_else(
        self, coordinator_client, deputy
    ):
        third, fourth = signed_in(name="Kit Marlow"), signed_in()
        choose(third, "the heron stands in shallow water")
        for client in (coordinator_client, deputy):
            assert "Kit Marlow waits for access." in text_of(client.get(DESK))
            assert mail_to(client, "waits for access") == 1
        assert "Kit Marlow" not in text_of(fourth.get(DESK))
        assert "Kit" not in "".join(
            message.recipient_and_body()[1] for message in Message.objects.all()
        )

    def test_a_sheet_that_came_in_use_is_told(self, coordinator_client, deputy):
        third = signed_in()
        choose(third, "the heron stands in shallow water")
        use_recovery_code(third, "A", coordinator_client.codes["A"])
        assert mail_to(coordinator_client, "canceled or used") == 1


def test_the_hourly_job_warns_of_who_left_without_a_word(coordinator_client, deputy, manager):
    coordinator_client.user.groups.clear()
    deputy.user.groups.clear()
    KeyHolder.objects.recovery_codes().delete()
    roll.record()
    jobs.run_due()
    assert mail_to(manager, "The form on the site has shut") == 1


@pytest.mark.parametrize("is_current", [True, False])
def test_keys_that_somebody_else_has_changed_are_told_once_by_mail(
    coordinator_client, deputy, manager, is_current
):
    """The form shuts by it, perhaps on a weekend on which nobody unlocks."""
    KeyHolder.objects.filter(sheet="A").delete()
    PracticeKey.objects.update(is_current=is_current)
    for _hour in range(2):
        forgetting.run_due()
    message = "keys are not as this site wrote them"
    for client in (coordinator_client, manager):
        assert mail_to(client, message) == 1
        assert message in text_of(client.get(DESK))
    assert not holders.form_is_open()


def test_a_first_passphrase_asks_who_is_there(coordinator_client):
    """A session in other hands chooses none in somebody’s name."""
    third = signed_in()
    assert "/admin/second-factor/" in third.get(f"{ROOM}passphrase/").url
    said = {
        "new": "the heron stands in shallow water",
        "again": "the heron stands in shallow water",
    }
    assert "show first that it is you" in text_of(third.post(f"{ROOM}passphrase/", said))
    assert holder_of(third) is None
    show_who(third)
    third.post(f"{ROOM}passphrase/", said)
    assert holder_of(third)


def test_two_people_of_one_name_are_told_apart_where_they_are_let_in(coordinator_client, deputy):
    """Everybody can change the own name, and nobody the user name."""
    namesake = signed_in(name=deputy.user.name)
    choose(namesake, "the heron stands in shallow water")
    page = text_of(coordinator_client.get(ROOM))
    assert all(client.user.username in page for client in (deputy, namesake))


@pytest.mark.parametrize("what", ["key", "sheet"])
def test_two_who_take_each_others_keys_at_one_moment_are_not_both_out(
    coordinator_client, deputy, monkeypatch, what
):
    """The second one was inside when the page was asked for."""
    take_away = holders.take_away

    def somebody_was_quicker(own, rows):
        monkeypatch.setattr(holders, "take_away", take_away)
        holders.drop(KeyHolder.objects.filter(user=coordinator_client.user))
        take_away(own, rows)

    monkeypatch.setattr(holders, "take_away", somebody_was_quicker)
    if what == "key":
        page = take_out(coordinator_client, deputy)
    else:
        page = coordinator_client.post(f"{ROOM}sheet/A/out/", {"passphrase": SENTENCE}, follow=True)
    assert "nothing was changed" in text_of(page)
    left = set(KeyHolder.objects.values_list("user", "sheet"))
    assert {(deputy.user.pk, ""), (None, "A"), (None, "B")} <= left
