"""Who hands out keys to accounts: with a second factor, a fresh one, and not in silence."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Permission
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from staff.factors import fresh, rules
from staff.roles import ROLES
from tests.factories import make_key_holder, make_user
from tests.staff.accounts import ADD, address, change, invite, link_in
from tests.staff.signing_in import CONFIRM, SECRET, code_for, give_app, sign_in, sign_in_with_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LATER = timedelta(seconds=fresh.LASTS + 1)
DAY = timedelta(days=1, seconds=1)


@pytest.fixture
def ana():
    person = make_user("coordinator", name="Ana Quill", email="ana@practice.example")
    give_app(person)
    return person


def stored(person):
    return type(person).objects.get(pk=person.pk)


def has_factor(person):
    return Authenticator.objects.filter(user=person).exists()


# A second factor


@pytest.mark.parametrize("role", ROLES)
def test_each_role_that_opens_inquiries_or_changes_accounts_needs_one(settings, role):
    settings.REQUIRE_SECOND_FACTOR = True
    about = {"intake.view_inquiry", "intake.change_inquiry", "staff.add_user", "staff.change_user"}
    needs_one = bool(about & ROLES[role].permissions)
    assert needs_one is (role in {"manager", "coordinator"})
    assert rules.must_have_factor(make_user(role)) is needs_one


@pytest.mark.parametrize(
    "name",
    ["add_user", "change_user", "delete_user", "view_inquiry", "add_inquiry", "delete_inquiry"],
)
def test_one_such_permission_alone_demands_it(settings, name):
    person = make_user("author")
    person.user_permissions.add(Permission.objects.get(codename=name))
    assert not rules.must_have_factor(stored(person))
    settings.REQUIRE_SECOND_FACTOR = True
    assert rules.must_have_factor(stored(person))


# A fresh one


CHANGES = {
    "address": {"email": "other@elsewhere.example"},
    "roles": {"roles": ["author", "coordinator"]},
    "closing": {"is_active": ""},
    "factor": {"_forget_factors": "1"},
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_decides_who_gets_in_wants_a_fresh_password(client, manager, ana, clock, what):
    clock.shift(LATER)
    before = stored(ana).__dict__ | {"roles": ana.roles}
    answer = change(client, ana, **CHANGES[what])
    text = str(answer.context["adminform"].form.non_field_errors())
    assert "show that it is me" in text
    assert 'target="_blank"' in answer.content.decode()
    after = stored(ana)
    assert (after.email, after.is_active, after.roles) == (
        before["email"], before["is_active"], before["roles"],
    )  # fmt: skip
    assert has_factor(ana)
    assert mail.outbox == []
    # What was typed is still there, and goes through once it is clear who sends it.
    for value in CHANGES[what].get("roles", [CHANGES[what].get("email")]):
        assert not value or value in answer.content.decode()
    client.post(reverse("account_reauthenticate"), {"password": "a long enough password"})
    change(client, ana, **CHANGES[what])
    assert (stored(ana).email, stored(ana).is_active, stored(ana).roles, has_factor(ana)) != (
        before["email"], before["is_active"], before["roles"], True,
    )  # fmt: skip


def test_an_invitation_and_another_one_want_it_too(client, manager, clock):
    clock.shift(LATER)
    assert "show that it is me" in invite(client).content.decode()
    assert mail.outbox == []
    sign_in(client, manager)
    invite(client)
    assert len(mail.outbox) == 1
    hana = type(manager).objects.get(name="Hana Wexler")
    clock.shift(LATER)
    change(client, hana, _invite="1")
    assert len(mail.outbox) == 1


def test_a_name_wants_none(client, manager, ana, clock):
    clock.shift(LATER)
    change(client, ana, name="Ana Marie Quill")
    assert stored(ana).name == "Ana Marie Quill"


def test_ones_own_address_wants_one(client, manager, clock):
    clock.shift(LATER)
    change(client, manager, email="me@elsewhere.example")
    assert stored(manager).email == manager.email
    sign_in(client, manager)
    change(client, manager, email="me@elsewhere.example")
    assert stored(manager).email == "me@elsewhere.example"


def test_with_a_factor_of_ones_own_the_password_is_not_enough(client, manager, ana, clock):
    give_app(manager)
    sign_in_with_code(client, manager)
    clock.shift(LATER)
    client.post(reverse("account_reauthenticate"), {"password": "a long enough password"})
    change(client, ana, email="other@elsewhere.example")
    assert stored(ana).email == "ana@practice.example"
    client.post(CONFIRM, {"code": code_for(SECRET)})
    change(client, ana, email="other@elsewhere.example")
    assert stored(ana).email == "other@elsewhere.example"


# Who hears of it


@pytest.fixture
def others():
    """Another manager, somebody who opens inquiries, and people whom it does not concern."""
    make_user("manager", email="second@practice.example")
    make_key_holder(make_user("coordinator", email="holder@practice.example"))
    make_key_holder(make_user("coordinator", email="left@practice.example", is_active=False))
    make_user("editor", email="editor@practice.example")
    return {"second@practice.example", "holder@practice.example"}


def sent_to():
    return [address for message in mail.outbox for address in message.to]


def test_both_addresses_all_managers_and_all_holders_hear_of_a_new_address(
    client, manager, ana, others
):
    change(client, ana, email="ana@elsewhere.example")
    assert sorted(sent_to()) == sorted(
        ["ana@practice.example", "ana@elsewhere.example", manager.email, *others]
    )
    told = [message for message in mail.outbox if message.to[0] in others]
    assert all("Ana Quill" in message.body and "Dana Osei" in message.body for message in told)
    assert not any("elsewhere.example" in message.body for message in mail.outbox)


def test_they_hear_of_a_factor_that_was_taken_away(client, manager, ana, others):
    change(client, ana, _forget_factors="1")
    assert sorted(sent_to()) == sorted(["ana@practice.example", manager.email, *others])


def test_a_manager_hears_of_what_was_done_in_their_name(client, manager, ana):
    """Their session may be in other hands."""
    change(client, ana, _forget_factors="1")
    assert manager.email in sent_to()


def test_mails_wait_in_the_outbox_with_the_change_or_there_is_none(client, manager, ana, settings):
    from outbox.models import Message

    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
    change(client, ana, email="ana@elsewhere.example")
    assert {row.recipient_and_body()[0] for row in Message.objects.all()} == {
        "ana@practice.example", "ana@elsewhere.example", manager.email,
    }  # fmt: skip


# A new address and no second factor: a day between them


def errors(answer):
    return str(answer.context["errors"]) if "errors" in answer.context else ""


def test_not_both_in_one_form(client, manager, ana):
    answer = change(client, ana, email="other@elsewhere.example", _forget_factors="1")
    assert "wait until tomorrow" in errors(answer)
    assert stored(ana).email == "ana@practice.example"
    assert has_factor(ana)


def test_the_address_first(client, manager, ana, clock):
    change(client, ana, email="other@elsewhere.example")
    assert "wait until tomorrow" in errors(change(client, ana, _forget_factors="1"))
    assert has_factor(ana)
    clock.shift(DAY)
    sign_in(client, manager)
    change(client, ana, _forget_factors="1")
    assert not has_factor(ana)


def test_the_factor_first(client, manager, ana, clock):
    change(client, ana, _forget_factors="1")
    assert "wait until tomorrow" in errors(change(client, ana, email="other@elsewhere.example"))
    assert stored(ana).email == "ana@practice.example"
    clock.shift(DAY)
    sign_in(client, manager)
    change(client, ana, email="other@elsewhere.example")
    assert stored(ana).email == "other@elsewhere.example"


@pytest.mark.parametrize(
    "order", ["address and closing at once", "address, closing", "closing, address"]
)
def test_no_way_round_by_closing_the_account_and_opening_it_again(
    client, manager, ana, clock, order
):
    new = {"email": "other@elsewhere.example"}
    if order == "address and closing at once":
        change(client, ana, **new, is_active="")
    elif order == "address, closing":
        change(client, ana, **new)
        change(client, ana, is_active="")
    else:
        change(client, ana, is_active="")
        change(client, ana, **new)
    assert not stored(ana).is_active, "closing always works"
    ana.refresh_from_db()
    change(client, ana, **new, is_active="on")
    person = stored(ana)
    assert not (person.is_active and person.email == new["email"])
    invited = [message for message in mail.outbox if "Choose your password" in message.subject]
    assert not [message for message in invited if message.to == [new["email"]]]


@pytest.mark.parametrize("at_once", [True, False])
def test_an_account_closed_long_ago_does_not_come_back_with_a_new_address_on_one_day(
    client, manager, ana, clock, at_once
):
    new = {"email": "other@elsewhere.example"}
    change(client, ana, is_active="")
    clock.shift(90 * DAY)
    sign_in(client, manager)
    ana.refresh_from_db()
    if not at_once:
        change(client, ana, **new)
    assert "wait until tomorrow" in errors(change(client, ana, **new, is_active="on"))
    assert not stored(ana).is_active
    change(client, ana, **new)
    clock.shift(DAY)
    sign_in(client, manager)
    change(client, ana, **new, is_active="on")
    assert stored(ana).is_active


def test_two_managers_cannot_do_one_half_each(client, manager, ana):
    second = client.__class__()
    sign_in(second, make_user("manager"))
    change(client, ana, email="other@elsewhere.example")
    change(second, ana, _forget_factors="1")
    assert has_factor(ana)


def test_what_people_change_themselves_keeps_nobody_waiting(client, manager):
    """A manager's own address, and then a lost phone."""
    second = make_user("manager")
    give_app(second)
    theirs = client.__class__()
    sign_in_with_code(theirs, second)
    change(theirs, second, email="second@elsewhere.example")
    assert second.email == "second@elsewhere.example"
    change(client, second, _forget_factors="1")
    assert not has_factor(second)


def test_whoever_lost_nothing_may_have_a_new_address_and_be_closed_and_come_back(client, manager):
    ben = make_user("author")
    change(client, ben, is_active="")
    change(client, ben, email="ben@elsewhere.example", is_active="on")
    assert stored(ben).is_active
    assert link_in(mail.outbox[-1])


def test_the_time_of_a_taken_factor_cannot_be_forged(client, manager, ana):
    change(client, ana, _forget_factors="1", factors_gone_at="2020-01-01")
    assert timezone.now() - stored(ana).factors_gone_at < timedelta(minutes=1)


def test_adding_somebody_is_not_open_to_whoever_only_changes_names(client):
    client.force_login(make_user("editor"))
    assert client.get(ADD).status_code == 403
    assert client.get(address(make_user())).status_code == 403
