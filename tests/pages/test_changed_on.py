"""A page says the day its words changed, once they are other words than those it went out with."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories import make_page, make_practice
from writing.unbroken import unbroken

pytestmark = pytest.mark.django_db


def at(*moment):
    return time_machine.travel(datetime(*moment, tzinfo=UTC), tick=False)


@pytest.fixture
def page():
    make_practice(time_zone="America/Los_Angeles")
    with at(2026, 3, 1):
        return make_page("Fees", body="<p>From $165.</p>")


def saved(page, *moment, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    with at(*moment):
        page.save()


def test_the_first_words_say_no_day(client, page):
    assert "Last changed" not in client.get("/fees/").text


def test_a_save_that_changes_no_word_is_no_news(client, page):
    saved(page, 2026, 4, 1)
    saved(page, 2026, 5, 1, has_invitation=True)
    assert "Last changed" not in client.get("/fees/").text


def test_the_day_is_that_of_the_newest_words_where_the_practice_is(client, page):
    # Still the first of May there.
    saved(page, 2026, 5, 2, 5, body="<p>From $170.</p>")
    saved(page, 2026, 6, 1)
    assert unbroken("Last changed May 1, 2026") in client.get("/fees/").text


def test_what_changed_before_it_went_out_is_no_news(client, page):
    saved(page, 2026, 4, 1, body="<p>From $170.</p>")
    saved(page, 2026, 4, 2, publish_at=datetime(2026, 4, 2, tzinfo=UTC))
    assert "Last changed" not in client.get("/fees/").text
