import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.checks import Tags, run_checks
from django.core.management import call_command

from staff.role_groups import find_drift, sync_roles
from staff.roles import ROLES
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_roles(db):
    """As in a database whose roles were never synced."""
    Group.objects.all().delete()


def printed():
    out = io.StringIO()
    call_command("sync_roles", stdout=out)
    return out.getvalue()


def warnings():
    return [
        str(w.msg)
        for w in run_checks(tags=[Tags.database], databases=["default"])
        if w.id == "staff.W001"
    ]


def test_sync_makes_each_role_as_declared_and_is_quiet_the_second_time(no_roles):
    assert printed().count("\n") == len(ROLES)
    for name, role in ROLES.items():
        held = Group.objects.get(name=name).permissions.select_related("content_type")
        assert {f"{p.content_type.app_label}.{p.codename}" for p in held} == role.permissions
    assert printed() == ""


def test_sync_takes_away_what_was_added_by_hand_and_says_so():
    sync_roles()
    Group.objects.get(name="author").permissions.add(
        Permission.objects.get(codename="view_inquiry")
    )
    assert warnings() == ["The role author: -intake.view_inquiry"]
    assert printed() == "author: -intake.view_inquiry\n"
    assert warnings() == []


def test_roles_that_were_never_synced_are_reported(no_roles):
    assert len(warnings()) == len(ROLES)


def test_groups_that_are_no_roles_are_left_alone():
    other = Group.objects.create(name="book club")
    other.permissions.add(Permission.objects.get(codename="view_page"))
    sync_roles()
    assert other.permissions.count() == 1
    assert find_drift() == []


def test_a_misspelled_permission_stops_the_sync(no_roles, monkeypatch):
    broken = ROLES["author"].__class__("Author", "", frozenset({"blog.read_minds"}))
    monkeypatch.setitem(ROLES, "author", broken)
    with pytest.raises(LookupError, match="read_minds"):
        sync_roles()
    assert not Group.objects.exists()


@pytest.mark.parametrize("role", sorted(ROLES.keys() - {"coordinator"}))
def test_only_the_coordinator_sees_inquiries(role):
    user = make_user(role)
    inside = {name for name in user.get_all_permissions() if name.startswith("intake.")}
    # Numbers tell of nobody, the log of who saw what says nothing of what they saw, ages are a state's, and saved
    # answers are the practice's.
    own = {
        f"intake.{verb}_{model}"
        for model in ("carealoneage", "savedanswer")
        for verb in ("view", "add", "change", "delete")
    }
    assert inside <= {"intake.view_monthlydemand", "intake.view_roomevent"} | own
    assert "intake.view_inquiry" in make_user(role, "coordinator").get_all_permissions()


@pytest.mark.parametrize("role", sorted(ROLES))
def test_no_role_deletes_people_or_touches_groups_and_permissions(role):
    for permission in ROLES[role].permissions:
        assert not permission.startswith("auth.")
        assert permission != "staff.delete_user"


def test_an_author_writes_and_does_not_publish():
    author = make_user("author")
    assert author.has_perm("blog.write_own_article")
    assert not author.has_perm("blog.publish_article")
    assert not author.has_perm("blog.change_article")


def test_roles_combine():
    both = make_user("author", "coordinator")
    assert both.has_perm("blog.write_own_article")
    assert both.has_perm("intake.change_inquiry")
