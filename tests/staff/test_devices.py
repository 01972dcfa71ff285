"""A stranger who tries passwords keeps nobody out who has been here before."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from staff import devices, signin
from staff.factors import forms
from tests.factories import PASSWORD, make_practice, make_user
from tests.staff.password_links import ask, choose, link_in
from tests.staff.signing_in import STEP, code_for, give_app, sign_in_as

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def ana():
    return make_user("editor", username="ana")


@pytest.fixture
def known(client, ana):
    """Ana's own browser, on a day on which she is not signed in."""
    sign_in_as(client, "ana")
    client.post("/admin/logout/")
    return client


@pytest.fixture
def stranger(client):
    return client.__class__()


def besiege(stranger, name="ana", tries=signin.TRIES_PER_ADDRESS + 5, **headers):
    for _ in range(tries):
        sign_in_as(stranger, name, "wrong", **headers)


def test_the_right_password_gets_in_where_somebody_was_before(known, stranger):
    """From the same network, even: the whole practice may share one."""
    besiege(stranger)
    assert sign_in_as(stranger, "ana").status_code == 429
    assert sign_in_as(known, "ana").status_code == 302
    # And again, while it goes on.
    known.post("/admin/logout/")
    besiege(stranger, tries=signin.TRIES_PER_ACCOUNT + 1)
    assert sign_in_as(known, "ana").status_code == 302


def test_signing_in_there_gives_the_stranger_no_new_tries(known, stranger):
    besiege(stranger, tries=signin.TRIES_PER_ACCOUNT + 1)
    assert sign_in_as(known, "ana").status_code == 302
    assert sign_in_as(stranger, "ana").status_code == 429


def test_guessing_there_is_limited_as_well(known):
    answers = [sign_in_as(known, "ana", "wrong").status_code for _ in range(11)]
    assert answers == [200] * signin.TRIES_PER_ACCOUNT + [429]
    assert sign_in_as(known, "ana").status_code == 429
    assert sign_in_as(known, "ana", REMOTE_ADDR="203.0.113.9").status_code == 429


def test_tries_there_keep_nobody_out_elsewhere(known, stranger):
    besiege(known, tries=signin.TRIES_PER_ACCOUNT + 1)
    assert sign_in_as(stranger, "ana").status_code == 302


def test_a_browser_is_known_for_those_who_signed_in_from_it(known, stranger):
    make_user("editor", username="ben")
    besiege(stranger, "ben", tries=signin.TRIES_PER_ACCOUNT + 1)
    assert sign_in_as(known, "ben").status_code == 429
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert sign_in_as(known, "ben").status_code == 302
        known.post("/admin/logout/")
        for name in ("ana", "ben"):
            besiege(stranger, name, tries=signin.TRIES_PER_ACCOUNT + 1)
            assert sign_in_as(known, name).status_code == 302
            known.post("/admin/logout/")


def test_the_first_step_alone_makes_no_browser_known(client, ana):
    give_app(ana)
    sign_in_as(client, "ana")
    assert devices.COOKIE not in client.cookies
    with time_machine.travel(timezone.now(), tick=False):
        client.post(STEP, {"code": code_for(SECRET)})
    assert devices.COOKIE in client.cookies


@pytest.mark.parametrize("name", ["ana", "nobody"])
def test_a_wrong_password_makes_no_browser_known(client, ana, name):
    sign_in_as(client, name, "wrong")
    assert devices.COOKIE not in client.cookies


def test_the_cookie_is_strict_out_of_reach_of_scripts_and_set_at_the_desk_only(known, client):
    cookie = known.cookies[devices.COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Strict")
    make_practice()
    visitor = client.__class__()
    for path in ("/", "/get-started/", "/admin/login/", "/admin/password/"):
        assert devices.COOKIE not in visitor.get(path).cookies


def test_the_cookie_signs_nobody_in(known, stranger):
    stranger.cookies[devices.COOKIE] = known.cookies[devices.COOKIE].value
    assert stranger.get("/admin/").status_code == 302
    assert sign_in_as(stranger, "ana", "wrong").status_code == 200


@pytest.mark.parametrize("value", ["", "x", "a:b:c", "é" * 9, "W10:1wX:sig", "x" * 5000])
def test_a_made_up_cookie_is_none(known, stranger, value):
    besiege(stranger, tries=signin.TRIES_PER_ACCOUNT + 1)
    stranger.cookies[devices.COOKIE] = value
    assert sign_in_as(stranger, "ana").status_code == 429


def test_the_cookie_of_another_site_is_none(known, stranger, settings):
    besiege(stranger, tries=signin.TRIES_PER_ACCOUNT + 1)
    settings.SECRET_KEY = "another key " * 6
    besiege(stranger, tries=signin.TRIES_PER_ACCOUNT + 1)
    assert sign_in_as(known, "ana").status_code == 429


def test_half_a_year_later_it_is_forgotten(known, stranger):
    with time_machine.travel(timezone.now() + devices.LASTS + timedelta(hours=1)):
        besiege(stranger, tries=signin.TRIES_PER_ACCOUNT + 1)
        assert sign_in_as(known, "ana").status_code == 429


def test_many_people_at_one_computer_fit_into_the_cookie(client):
    for number in range(devices.MOST_PEOPLE + 3):
        make_user("editor", username=f"p{number}")
        sign_in_as(client, f"p{number}")
        client.post("/admin/logout/")
    assert len(client.cookies[devices.COOKIE].value) < 400


def test_a_new_password_by_mail_makes_the_browser_known(client, ana, stranger):
    besiege(stranger)
    ask(client, ana.email)
    choose(client, link_in(mail.outbox[0].body))
    besiege(stranger)
    answer = client.post(
        "/admin/login/", {"username": "ana", "password": "a fresh and long password"}
    )
    assert answer.status_code == 302


def test_whoever_found_the_password_uses_up_no_codes_at_the_persons_desk(known, ana, stranger):
    with time_machine.travel("2026-11-24T12:00:10Z", tick=False):
        give_app(ana)
        sign_in_as(known, "ana")
        sign_in_as(stranger, "ana")
        for _ in range(forms.TRIES + 1):
            stranger.post(STEP, {"code": "000000"})
        sign_in_as(stranger, "ana")
        assert stranger.post(STEP, {"code": code_for(SECRET)}).status_code == 429
        assert known.post(STEP, {"code": code_for(SECRET)}).status_code == 302


def test_whoever_has_a_session_uses_up_no_passwords_at_the_persons_desk(known, ana, stranger):
    sign_in_as(known, "ana")
    stranger.cookies["sessionid"] = known.cookies["sessionid"].value
    path = reverse("account_reauthenticate")
    for _ in range(forms.TRIES + 1):
        stranger.post(path, {"password": "wrong"})
    assert stranger.post(path, {"password": PASSWORD}).status_code == 429
    assert known.post(path, {"password": PASSWORD}).status_code == 302
