import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.core import mail

from outbox.models import Message
from staff.forms import is_last_manager
from staff.models import User
from staff.role_groups import sync_roles
from staff.usernames import username_for
from tests.factories import PASSWORD, make_user
from tests.staff.accounts import ADD, LIST, address, change, invite, link_in
from tests.staff.password_links import NEW, choose
from tests.staff.signing_in import sign_in

pytestmark = pytest.mark.django_db


def test_somebody_invited_chooses_a_password_and_signs_in(client, manager):
    answer = invite(client, roles=["author", "clinician"])
    assert "hana.wexler" in answer.content.decode()
    hana = User.objects.get(name="Hana Wexler")
    assert (hana.username, hana.roles, hana.is_waiting) == (
        "hana.wexler",
        ["author", "clinician"],
        True,
    )
    assert mail.outbox[0].to == ["hana.wexler@practice.example"]
    assert "Dana Osei" in mail.outbox[0].body

    visitor = client.__class__()
    choose(visitor, link_in(mail.outbox[0]))
    login = visitor.post("/admin/login/", {"username": "hana.wexler", "password": NEW})
    assert login.status_code == 302


def test_the_invitation_is_written_with_the_person_or_not_at_all(
    client, manager, settings, monkeypatch
):
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
    invite(client)
    assert Message.objects.get().recipient_and_body()[0] == "hana.wexler@practice.example"

    def fail(*args):
        raise OSError

    monkeypatch.setattr(User, "set_roles", fail)
    client.raise_request_exception = False
    assert invite(client, "late@practice.example").status_code == 500
    assert not User.objects.filter(email="late@practice.example").exists()
    assert Message.objects.count() == 1


def test_nobody_is_invited_without_a_role_or_under_a_taken_address(client, manager):
    assert invite(client, roles=[]).context["adminform"].errors["roles"]
    assert not User.objects.filter(name="Hana Wexler").exists()
    invite(client, manager.email.upper())
    assert not User.objects.filter(name="Hana Wexler").exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("email", "username"),
    [
        ("Dana.Osei@a.example", "dana.osei"),
        ("hana@a.example", "hana3"),
        ("HÅNA+news@a.example", "hananews"),
        ("王@a.example", "person"),
        ("..@a.example", "person"),
        ("x" * 300 + "@a.example", "x" * 100),
    ],
)
def test_user_names_are_made_from_the_address_and_never_twice(email, username):
    make_user(username="hana")
    make_user(username="Hana2")
    assert username_for(email) == username


def test_an_invitation_sent_again_replaces_the_first(client, manager):
    invite(client)
    hana = User.objects.get(name="Hana Wexler")
    assert "send the invitation again" in client.get(address(hana)).content.decode()
    change(client, hana, _invite="1")
    assert len(mail.outbox) == 2
    visitor = client.__class__()
    assert "Ask for a new link" in visitor.get(link_in(mail.outbox[0])).content.decode()
    assert choose(visitor, link_in(mail.outbox[1])).status_code == 302


def test_an_invitation_again_does_not_take_a_password_away(client, manager):
    ana = make_user("author")
    assert "send the invitation again" not in client.get(address(ana)).content.decode()
    change(client, ana, _invite="1")
    assert ana.check_password(PASSWORD)
    assert mail.outbox == []


def test_opening_pages_sends_nothing(client, manager):
    invite(client)
    hana = User.objects.get(name="Hana Wexler")
    client.get(address(hana) + "?_invite=1")
    assert len(mail.outbox) == 1


def test_a_leaver_is_signed_out_at_once_and_stays_on_record(client, manager):
    ana = make_user("author")
    session = client.__class__()
    session.force_login(ana)
    change(client, ana, is_active="")
    assert not ana.is_active
    assert session.get("/admin/").status_code == 302
    assert ana.roles == ["author"]


def test_an_old_session_does_not_come_back_with_a_returner(client, manager):
    ana = make_user("author")
    session = client.__class__()
    session.force_login(ana)
    change(client, ana, is_active="")
    change(client, ana, is_active="on")
    assert ana.is_active
    assert session.get("/admin/").status_code == 302
    # The old password is gone as well; a new invitation went out.
    assert not ana.check_password(PASSWORD)
    assert mail.outbox[0].to == [ana.email]


@pytest.mark.parametrize("role", ["manager", "superuser"])
def test_nobody_deletes_people(client, role):
    user = make_user(is_superuser=True) if role == "superuser" else make_user(role)
    client.force_login(user)
    ana = make_user("author")
    assert client.post(f"/admin/staff/user/{ana.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [ana.pk], "post": "yes"})
    assert User.objects.filter(pk=ana.pk).exists()
    assert "delete" not in client.get(address(ana)).content.decode().lower()


def test_superusers_are_invisible_to_managers(client, manager):
    root = make_user(is_superuser=True, name="Root Person")
    assert "Root Person" not in client.get(LIST, {"q": "root"}).content.decode().split("<form")[-1]
    for part in ["change", "history"]:
        page = client.get(f"/admin/staff/user/{root.pk}/{part}/")
        assert page.status_code == 302
    change(client, root, name="Taken", email="taken@elsewhere.example")
    assert root.name == "Root Person"


@pytest.mark.parametrize("target", ["ana", "manager"])
def test_a_forged_form_grants_no_rights(client, manager, target):
    ana = make_user("author") if target == "ana" else manager
    group = Group.objects.create(name="everything")
    before = ana.roles
    change(
        client,
        ana,
        is_superuser="on",
        is_staff="on",
        groups=[group.pk],
        user_permissions=[Permission.objects.first().pk],
        roles=[*before, "everything"],
        password="x",
        username="root",
    )
    assert not ana.is_superuser
    assert ana.roles == before
    assert not ana.groups.filter(pk=group.pk).exists()
    assert not ana.user_permissions.exists()
    assert ana.username != "root"
    assert ana.check_password(PASSWORD)


def test_an_invitation_grants_no_more_than_roles(client, manager):
    invite(client, is_superuser="on", user_permissions=[Permission.objects.first().pk])
    hana = User.objects.get(name="Hana Wexler")
    assert not hana.is_superuser
    assert not hana.user_permissions.exists()


def test_only_a_superuser_makes_superusers(client):
    sign_in(client, make_user(is_superuser=True))
    ana = make_user("author")
    change(client, ana, is_superuser="on")
    assert ana.is_superuser
    change(client, ana, is_superuser="")
    assert not ana.is_superuser


def test_nobody_gives_themselves_a_role_or_locks_themselves_out(client, manager):
    page = client.get(address(manager)).content.decode()
    assert 'name="roles"' not in page
    assert 'name="is_active"' not in page
    change(client, manager, roles=["manager", "coordinator"], is_active="")
    assert manager.roles == ["manager"]
    assert manager.is_active


def test_the_last_manager_stays_one_even_when_the_acting_one_is_gone(client, manager):
    other = make_user("manager")
    # As if the other one had closed this account while this form was on its way.
    assert not is_last_manager(other)
    User.objects.filter(pk=manager.pk).update(is_active=False)
    assert is_last_manager(other)


def test_roles_change_and_other_groups_stay(client, manager):
    ana = make_user("author")
    club = Group.objects.create(name="book club")
    ana.groups.add(club)
    change(client, ana, roles=["editor", "coordinator"])
    assert ana.roles == ["editor", "coordinator"]
    assert ana.groups.filter(pk=club.pk).exists()
    assert "Roles" in LogEntry.objects.get().get_change_message()


def test_the_old_address_learns_of_a_new_one(client, manager):
    ana = make_user("author", email="ana@practice.example")
    change(client, ana, email="ana@elsewhere.example")
    assert mail.outbox[0].to == ["ana@practice.example"]
    assert not any("elsewhere.example" in message.body for message in mail.outbox)


def test_lists_say_who_was_invited_and_who_left(client, manager):
    make_user("author", name="Ana Author")
    make_user("editor", name="Eli Gone", is_active=False)
    invite(client)
    names = ["Ana Author", "Eli Gone", "Hana Wexler"]

    def listed(**query):
        page = client.get(LIST, query)
        return [u.name for u in page.context["cl"].result_list if u.name in names]

    assert listed() == names
    assert listed(account="waiting") == ["Hana Wexler"]
    assert listed(account="open") == ["Ana Author"]
    assert listed(account="closed") == ["Eli Gone"]
    assert listed(role="author") == ["Ana Author", "Hana Wexler"]
    assert client.get(LIST, {"role": "nonsense"}).url == LIST
    assert listed(q="eli") == ["Eli Gone"]


def test_the_list_costs_the_same_for_many(client, manager, django_assert_max_num_queries):
    sync_roles()
    for _ in range(10):
        make_user("author", "clinician")
    with django_assert_max_num_queries(12):
        client.get(LIST)


@pytest.mark.parametrize("role", ["editor", "author", "coordinator", "clinician"])
def test_only_managers_see_people(client, role):
    client.force_login(make_user(role))
    for path in (LIST, ADD, address(make_user())):
        assert client.get(path).status_code == 403
    assert invite(client).status_code == 403


def test_groups_are_not_edited_by_hand(client):
    client.force_login(make_user(is_superuser=True))
    assert client.get("/admin/auth/group/").status_code == 404
