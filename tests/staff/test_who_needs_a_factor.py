"""Who has to have a second factor where the site is in use, and who is only offered one."""

import pytest
from allauth.mfa.models import Authenticator

from tests.factories import make_user
from tests.staff.signing_in import (
    APP,
    CODES,
    CONFIRM,
    DESK,
    OVERVIEW,
    give_app,
    set_up_app,
    sign_in,
    sign_in_with_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("role", ["coordinator", "manager", "superuser"])
def test_who_may_open_inquiries_or_change_accounts_reaches_only_the_set_up_in_production(
    client, production, role
):
    person = make_user(is_superuser=True) if role == "superuser" else make_user(role)
    sign_in(client, person)
    for path in [DESK, "/admin/intake/inquiry/", "/admin/jsi18n/", "/admin/nowhere/", CODES]:
        assert client.get(path).headers["Location"] == OVERVIEW
        assert client.post(path).headers["Location"] == OVERVIEW
    page = client.get(OVERVIEW).content.decode()
    assert "a stolen password alone must not open the desk" in page
    assert client.get(APP).status_code == 200
    assert client.get("/admin/password_change/").status_code == 200
    assert client.post("/admin/logout/").status_code == 200


def test_after_the_set_up_the_desk_opens(client, production, django_capture_on_commit_callbacks):
    person = make_user("coordinator")
    sign_in(client, person)
    _secret, answer = set_up_app(client, django_capture_on_commit_callbacks)
    assert answer.headers["Location"] == CODES
    assert client.get(CODES).status_code == 200
    assert client.get("/admin/intake/inquiry/").status_code == 200


def test_whoever_removes_a_demanded_factor_is_back_at_the_set_up(client, production):
    person = make_user("coordinator")
    give_app(person)
    sign_in_with_code(client, person)
    assert client.get(DESK).status_code == 200
    client.post(OVERVIEW + "app/remove/")
    assert not Authenticator.objects.filter(user=person).exists()
    assert client.get(DESK).headers["Location"] == OVERVIEW


@pytest.mark.parametrize("role", ["editor", "author", "clinician"])
def test_others_are_not_asked_in_production_unless_they_set_one_up(client, production, role):
    person = make_user(role)
    sign_in(client, person)
    assert client.get(DESK).status_code == 200
    give_app(person)
    assert client.get(DESK).headers["Location"].startswith(CONFIRM)


def test_on_ones_own_machine_it_is_offered_not_demanded(client, settings):
    assert settings.REQUIRE_SECOND_FACTOR is False
    client.force_login(make_user("coordinator"))
    page = client.get(DESK)
    assert page.status_code == 200
    assert f'href="{OVERVIEW}"' in page.content.decode()


def test_visitors_and_public_pages_are_not_asked(client, production, practice):
    client.force_login(make_user("coordinator"))
    assert client.get("/").status_code == 200
