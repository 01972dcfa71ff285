"""Who has just shown that it is them, and that nothing of it lies in a session's row."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from staff.factors import fresh
from tests.factories import PASSWORD, make_user
from tests.staff.signing_in import (
    CONFIRM,
    OVERVIEW,
    SECRET,
    code_for,
    give_app,
    set_up_app,
    sign_in,
    sign_in_with_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ALMOST, OVER = timedelta(seconds=fresh.LASTS - 1), timedelta(seconds=2)


@pytest.fixture
def is_fresh(client, rf):
    def ask(person):
        request = rf.get("/admin/")
        request.session, request.user = client.session, person
        return fresh.is_fresh(request)

    return ask


def test_a_password_is_fresh_for_five_minutes(client, clock, is_fresh):
    person = make_user("editor")
    sign_in(client, person)
    clock.shift(ALMOST)
    assert is_fresh(person)
    clock.shift(OVER)
    assert not is_fresh(person)
    client.post(OVERVIEW + "password/", {"password": "wrong"})
    assert not is_fresh(person)
    client.post(OVERVIEW + "password/", {"password": PASSWORD})
    assert is_fresh(person)


def test_a_factor_is_fresh_for_five_minutes_and_the_password_stands_in_for_none(
    client, clock, is_fresh
):
    person = make_user("editor")
    give_app(person)
    sign_in_with_code(client, person)
    clock.shift(ALMOST)
    assert is_fresh(person)
    clock.shift(OVER)
    assert not is_fresh(person)
    client.post(OVERVIEW + "password/", {"password": PASSWORD})
    assert not is_fresh(person)
    client.post(CONFIRM, {"code": code_for(SECRET)})
    assert is_fresh(person)


def test_a_sign_in_from_before_the_factor_is_not_fresh(client, is_fresh):
    person = make_user("editor")
    sign_in(client, person)
    give_app(person)
    assert not is_fresh(person)


def test_where_a_factor_is_demanded_the_password_is_not_enough(
    client, settings, is_fresh, django_capture_on_commit_callbacks
):
    settings.REQUIRE_SECOND_FACTOR = True
    person = make_user("coordinator")
    sign_in(client, person)
    assert not is_fresh(person)
    assert fresh.page_that_asks(person, "/admin/") == OVERVIEW
    set_up_app(client, django_capture_on_commit_callbacks)
    assert is_fresh(person), "the first code has just been typed"


def test_one_persons_proof_is_not_anothers(client, is_fresh):
    ana, ben = make_user("editor"), make_user("editor")
    give_app(ana)
    give_app(ben)
    sign_in_with_code(client, ana)
    assert is_fresh(ana)
    assert not is_fresh(ben)


def test_nobody_is_fresh_who_is_not_signed_in(rf, client):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/admin/")
    request.session, request.user = client.session, AnonymousUser()
    assert not fresh.is_fresh(request)


@pytest.mark.parametrize("with_factor", [True, False])
def test_whoever_is_asked_comes_back_to_the_page(client, clock, rf, with_factor):
    person = make_user("editor")
    if with_factor:
        give_app(person)
        sign_in_with_code(client, person)
    else:
        sign_in(client, person)
    clock.shift(timedelta(minutes=6))
    request = rf.get("/admin/blog/article/?q=tea")
    request.user = person
    asked = fresh.ask(request).headers["Location"]
    assert asked.startswith(CONFIRM if with_factor else OVERVIEW + "password/")
    proof = {"code": code_for(SECRET)} if with_factor else {"password": PASSWORD}
    assert client.post(asked, proof).headers["Location"] == "/admin/blog/article/?q=tea"


def test_a_form_says_it_with_a_link_that_opens_beside_it(client, clock):
    person = make_user("editor")
    sign_in(client, person)
    clock.shift(timedelta(minutes=6))
    message = str(ValidationError(fresh.message_for(person)).messages[0])
    assert 'target="_blank"' in message
    link = f"{OVERVIEW}password/?next={reverse('mfa_confirmed').replace('/', '%2F')}"
    assert f'href="{link}"' in message
    page = client.post(link, {"password": PASSWORD}, follow=True).content.decode()
    assert "press the same button again" in page


def test_nobody_is_led_to_another_site(client, clock):
    sign_in(client, make_user("editor"))
    answer = client.post(
        OVERVIEW + "password/?next=https://elsewhere.example/", {"password": PASSWORD}
    )
    assert answer.headers["Location"] == "/admin/"


def test_being_asked_puts_no_cookie_and_nothing_posted_into_the_sessions_row(client, clock):
    """A row that holds the other half of an unlocked room, or the cookie itself, would open both."""
    person = make_user("editor")
    give_app(person)
    sign_in_with_code(client, person)
    client.cookies["room"] = "the half of a room"
    clock.shift(timedelta(minutes=6))
    answer = client.post(OVERVIEW + "app/remove/", {"words": "what was typed"})
    assert answer.headers["Location"].startswith(CONFIRM)
    kept = str(dict(client.session))
    assert "second_factor_used_by" in kept
    assert "the half of a room" not in kept
    assert "what was typed" not in kept
    assert client.cookies["sessionid"].value not in kept
