"""Whoever has a second factor signs in in two steps, and neither does for the other."""

from datetime import timedelta

import pytest

from staff.factors import forms
from tests.factories import make_user
from tests.mailbox import free_port
from tests.staff.signing_in import (
    APP,
    CODES,
    CONFIRM,
    DESK,
    LOGIN,
    OVERVIEW,
    SECRET,
    STEP,
    code_for,
    give_app,
    is_signed_in,
    set_up_app,
    sign_in,
    sign_in_with_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_the_password_alone_does_not_sign_in_whoever_has_a_factor(client):
    person = make_user("editor")
    give_app(person)
    assert sign_in(client, person).headers["Location"] == STEP
    assert not is_signed_in(client)
    assert client.get(DESK).headers["Location"].startswith(LOGIN)
    assert client.get(OVERVIEW).headers["Location"].startswith(LOGIN)


def test_password_and_code_sign_in_and_lead_where_one_wanted_to_go(client):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person, next="/admin/blog/article/")
    answer = client.post(STEP, {"code": code_for(SECRET)})
    assert answer.headers["Location"] == "/admin/blog/article/"
    assert client.get("/admin/blog/article/").status_code == 200


def test_a_session_from_before_the_factor_is_asked_for_it(client):
    person = make_user("editor")
    client.force_login(person)
    assert client.get(DESK).status_code == 200
    give_app(person)
    answer = client.get("/admin/blog/article/")
    assert answer.headers["Location"] == f"{CONFIRM}?next=%2Fadmin%2Fblog%2Farticle%2F"
    answer = client.post(answer.headers["Location"], {"code": code_for(SECRET)})
    assert answer.headers["Location"] == "/admin/blog/article/"
    assert client.get(DESK).status_code == 200


@pytest.mark.parametrize(
    "path", [OVERVIEW, APP, CODES, OVERVIEW + "app/remove/", OVERVIEW + "password/"]
)
def test_a_factor_that_was_not_used_cannot_be_changed(client, path):
    person = make_user("editor")
    give_app(person)
    client.force_login(person)
    for method in (client.get, client.post):
        assert method(path).headers["Location"].startswith(CONFIRM)


def test_the_proof_of_one_person_is_not_that_of_another(client):
    ana, ben = make_user("editor"), make_user("editor")
    give_app(ana)
    give_app(ben)
    sign_in_with_code(client, ana)
    sign_in(client, ben)
    assert not is_signed_in(client)
    client.force_login(ben)
    assert client.get(DESK).headers["Location"].startswith(CONFIRM)


def test_the_step_after_the_password_waits_five_minutes(client, clock):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    clock.shift(timedelta(minutes=6))
    answer = client.post(STEP, {"code": code_for(SECRET)})
    assert answer.headers["Location"] == LOGIN
    assert not is_signed_in(client)


def test_without_a_password_there_is_no_second_step(client):
    assert client.get(STEP).headers["Location"] == LOGIN
    assert client.post(STEP, {"code": "123456"}).headers["Location"] == LOGIN


def test_without_a_factor_nothing_changes(client):
    person = make_user("editor")
    assert sign_in(client, person).headers["Location"] == DESK
    assert client.get(DESK).status_code == 200


@pytest.mark.parametrize("later", [-30, 0, 30])
def test_a_clock_may_be_half_a_minute_off(client, later):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    assert client.post(STEP, {"code": code_for(SECRET, later)}).headers["Location"] == DESK


def test_a_used_code_is_refused_as_long_as_it_would_be_valid(client, clock):
    person = make_user("editor")
    give_app(person)
    code = code_for(SECRET, 30)
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).status_code == 302
    for spelling in [code, f"{code[:3]} {code[3:]}"]:
        client.logout()
        # Past the memory of the package itself, which is one period long.
        clock.shift(timedelta(seconds=25))
        sign_in(client, person)
        assert client.post(STEP, {"code": spelling}).status_code == 200
        assert not is_signed_in(client)


def test_the_code_of_the_set_up_is_used_as_well(client, django_capture_on_commit_callbacks):
    person = make_user("editor")
    sign_in(client, person)
    secret, _answer = set_up_app(client, django_capture_on_commit_callbacks)
    client.logout()
    sign_in(client, person)
    assert client.post(STEP, {"code": code_for(secret)}).status_code == 200
    assert client.post(STEP, {"code": code_for(secret, 30)}).status_code == 302


def test_wrong_codes_are_limited_and_then_the_right_one_waits_too(client, clock):
    person, other = make_user("editor"), make_user("editor")
    give_app(person)
    give_app(other)
    sign_in(client, person)
    answers = [client.post(STEP, {"code": "000000"}).status_code for _ in range(forms.TRIES)]
    assert answers == [200] * forms.TRIES
    # Starting again with the password does not help.
    sign_in(client, person)
    answer = client.post(STEP, {"code": code_for(SECRET)})
    assert answer.status_code == 429
    assert "Please try again at" in answer.content.decode()
    assert not is_signed_in(client)
    assert sign_in_with_code(client.__class__(), other).status_code == 302
    clock.shift(timedelta(minutes=16))
    assert sign_in_with_code(client, person).status_code == 302


@pytest.mark.parametrize("code", ["", "abc", "१२३४५६", "\x00", "1" * 500, "😀" * 6])
def test_odd_codes_are_refused_and_break_nothing(client, code):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).status_code == 200
    assert not is_signed_in(client)


def test_a_recovery_code_works_once(client):
    person = make_user("editor")
    code = give_app(person)[0]
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).headers["Location"] == DESK
    client.logout()
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).status_code == 200
    assert not is_signed_in(client)


def test_a_closed_account_does_not_get_past_the_second_step(client):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    type(person).objects.filter(pk=person.pk).update(is_active=False)
    client.post(STEP, {"code": code_for(SECRET)})
    assert client.get(DESK).status_code == 302


def test_signing_in_needs_no_cache(client, production, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "practice_site.caches.ForgivingRedis",
            "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }
    ana = make_user("coordinator")
    give_app(ana)
    sign_in(client, ana)
    assert client.post(STEP, {"code": code_for(SECRET)}).headers["Location"] == DESK
    client.logout()
    sign_in(client, ana)
    assert client.post(STEP, {"code": code_for(SECRET)}).status_code == 200, "a code counts once"
