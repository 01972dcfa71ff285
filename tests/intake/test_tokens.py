from datetime import timedelta

import pytest
import time_machine
from django.test import RequestFactory
from django.utils import timezone

from intake import tokens
from intake.models import UsedToken
from staff.own_pages import comes_from_our_page


def test_a_form_opened_at_night_may_be_sent_the_next_day():
    text = tokens.issue()
    with time_machine.travel(timezone.now() + timedelta(hours=35)):
        assert tokens.read(text)


def test_a_stale_token_is_none():
    text = tokens.issue()
    with time_machine.travel(timezone.now() + tokens.LIFETIME + timedelta(seconds=2)):
        assert tokens.read(text) is None


@pytest.mark.parametrize("text", ["", "x", "a:b:c", "\x00", "é" * 500, ":" * 9])
def test_a_missing_or_forged_token_is_none(text):
    assert tokens.read(text) is None


def test_a_token_whose_last_character_was_changed_is_none():
    text = tokens.issue()
    assert tokens.read(text[:-1] + ("A" if text[-1] != "A" else "B")) is None


def test_no_two_tokens_are_the_same():
    assert tokens.issue() != tokens.issue()


def test_sending_at_once_is_hurried_unless_the_form_was_redrawn():
    assert tokens.read(tokens.issue()).is_hurried
    assert not tokens.read(tokens.issue(is_second=True)).is_hurried
    text = tokens.issue()
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        assert not tokens.read(text).is_hurried


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, True),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://127.0.0.1:8000"}, True),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "null"}, True),
        ({"Origin": "http://["}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
    ],
)
def test_a_browser_that_names_another_page_is_not_from_ours(headers, expected, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    request = RequestFactory(headers=headers).post("/get-started/")
    assert comes_from_our_page(request) is expected


@pytest.mark.django_db
def test_spent_tokens_are_forgotten_once_they_would_have_expired():
    token = tokens.read(tokens.issue())
    tokens.spend(token, {})
    tokens.forget_expired()
    assert UsedToken.objects.count() == 1
    with time_machine.travel(timezone.now() + tokens.LIFETIME + timedelta(hours=1, minutes=1)):
        tokens.forget_expired()
    assert not UsedToken.objects.exists()
