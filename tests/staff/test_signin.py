import re

import pytest
from django.urls import reverse

from staff import signin
from tests.factories import PASSWORD, make_user
from tests.staff.signing_in import LOGIN, sign_in_as

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["ana", "ANA", "ana@practice.example", "Ana@Practice.Example"])
def test_people_sign_in_by_name_or_by_mail_address(client, name):
    make_user("editor", username="ana", email="ana@practice.example")
    assert sign_in_as(client, name).headers["Location"] == reverse("admin:index")


def test_a_user_name_cannot_pose_as_somebody_elses_mail_address(client):
    make_user(username="boss@practice.example", email="ana@practice.example")
    boss = make_user(username="boss", email="boss@practice.example")
    sign_in_as(client, "boss@practice.example")
    assert client.session["_auth_user_id"] == str(boss.pk)


@pytest.mark.parametrize(
    ("fields", "password"),
    [({}, "wrong"), ({"is_active": False}, PASSWORD), ({"is_staff": False}, PASSWORD)],
)
def test_every_refusal_reads_the_same(client, fields, password):
    make_user(username="ana", **fields)
    refused = sign_in_as(client, "ana", password)
    unknown = sign_in_as(client, "nobody", password)
    assert refused.status_code == unknown.status_code == 200
    errors = [list(answer.context["form"].non_field_errors()) for answer in (refused, unknown)]
    assert errors[0] == errors[1] != []


def test_after_too_many_tries_the_right_password_waits_as_well(client):
    make_user(username="ana", email="ana@practice.example")
    # Both names of a person are one account.
    for name in ["ana", "ana@practice.example"] * (signin.TRIES_PER_ACCOUNT // 2):
        assert sign_in_as(client, name, "wrong").status_code == 200
    answer = sign_in_as(client, "ana")
    assert answer.status_code == 429
    clock = r"Please try again at (\d+(:\d\d)? [ap]\.m\.|noon|midnight)"
    assert re.search(clock, answer.content.decode())
    assert "_auth_user_id" not in client.session


def test_an_account_that_waits_holds_up_nobody_else(client):
    make_user(username="ana")
    make_user(username="ben")
    for _ in range(signin.TRIES_PER_ACCOUNT + 1):
        sign_in_as(client, "ana", "wrong")
    assert sign_in_as(client, "ben").status_code == 302


def test_unknown_names_wait_like_known_ones(client):
    answers = [sign_in_as(client, "Nobody", "x").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_signing_in_starts_the_count_again(client):
    make_user(username="ana")
    for _ in range(signin.TRIES_PER_ACCOUNT - 1):
        sign_in_as(client, "ana", "wrong")
    assert sign_in_as(client, "ana").status_code == 302
    client.logout()
    assert sign_in_as(client, "ana", "wrong").status_code == 200


def test_one_address_cannot_try_many_accounts(client):
    make_user(username="ana")
    for number in range(signin.TRIES_PER_ADDRESS):
        sign_in_as(client, f"person{number}", "x")
    assert sign_in_as(client, "ana").status_code == 429
    assert sign_in_as(client, "ana", REMOTE_ADDR="203.0.113.9").status_code == 302


def test_a_forged_forwarding_header_does_not_help(client):
    for number in range(signin.TRIES_PER_ADDRESS):
        sign_in_as(client, f"person{number}", "x", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert sign_in_as(client, "ana", HTTP_X_FORWARDED_FOR="203.0.113.99").status_code == 429


def test_the_form_helps_password_managers(client):
    page = client.get(LOGIN).content.decode()
    assert "Email or user name" in page
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page


@pytest.mark.parametrize("name", ["\x00", "a" * 300, "ana\nben", "' or 1=1 --", "😀", "%s"])
def test_odd_names_are_refused_and_break_nothing(client, name):
    assert sign_in_as(client, name, "\x00\ud7ff").status_code == 200


def test_an_address_that_is_no_page_of_ours_is_not_followed(client):
    make_user(username="ana")
    data = {"username": "ana", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post(LOGIN, data).headers["Location"] == reverse("admin:index")
