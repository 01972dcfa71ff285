"""An article's invitation is counted by month, and whoever followed it is not known."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from blog.models import Article
from practice_site import after_answers, click_counts
from practice_site.models import FollowedMonth
from tests import factories

pytestmark = pytest.mark.django_db
CLICK = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def at_once(request, monkeypatch):
    """Another thread sees nothing of a test that is taken back."""
    if "transactional_db" not in request.fixturenames:
        monkeypatch.setattr(after_answers, "do", lambda function, *given: function(*given))


@pytest.fixture(autouse=True)
def article(at_once):
    factories.make_practice()
    factories.open_intake()
    return factories.make_published_article("On waking", authors=["A guest"])


def follow(client, headers=CLICK, address="/get-started/?from=on-waking", method="get"):
    return getattr(client, method)(address, headers=headers)


def number():
    return FollowedMonth.objects.get().number if FollowedMonth.objects.exists() else 0


def test_each_click_counts_for_this_month_and_sets_no_cookie(client, article):
    for _click in range(3):
        response = follow(client)
        assert response.status_code == 200
        assert not response.cookies
    row = FollowedMonth.objects.get()
    assert (row.article, row.number, row.month.day) == (article, 3, 1)


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({}, "/get-started/?from=on-waking"),
        ({"Sec-Fetch-Site": "cross-site"}, "/get-started/?from=on-waking"),
        ({**CLICK, "Sec-Purpose": "prefetch"}, "/get-started/?from=on-waking"),
        (CLICK, "/get-started/?from=nothing-here"),
        (CLICK, "/get-started/?from=" + "x" * 3000),
        (CLICK, "/get-started/"),
    ],
)
def test_programs_and_other_sites_do_not_count(client, headers, address):
    assert follow(client, headers, address).status_code == 200
    assert number() == 0


def test_sending_the_form_does_not_count(client):
    follow(client, method="post")
    assert number() == 0


def test_a_draft_is_not_counted(client, article):
    Article.objects.update(state="draft")
    follow(client)
    assert number() == 0


def test_the_page_of_numbers_shows_closed_months_and_no_small_ones(client, article):
    other = factories.make_published_article("On sleeping", authors=["A guest"])
    this = timezone.localdate().replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    for one, month, number in [(article, last, 7), (other, last, 4), (article, this, 90)]:
        FollowedMonth.objects.create(article=one, month=month, number=number)
    assert click_counts.of_the_year() == [(article, 7), (other, None)]
    client.force_login(factories.make_user("manager"))
    page = client.get("/admin/intake/monthlydemand/").content.decode()
    assert "On waking" in page
    assert "fewer than 5" in page
    assert ">97<" not in page


@pytest.fixture
def locked():
    """As by somebody else who writes, until it is called."""
    other = connection.copy()
    cursor = other.cursor()
    if connection.vendor == "sqlite":
        cursor.execute("BEGIN IMMEDIATE")
    else:
        cursor.execute("BEGIN")
        cursor.execute("LOCK TABLE practice_site_followedmonth IN ACCESS EXCLUSIVE MODE")
    yield lambda: cursor.execute("ROLLBACK")
    other.close()


def test_the_form_comes_while_nothing_can_be_counted(transactional_db, article, locked, client):
    response = follow(client)
    assert response.status_code == 200
    assert "<form" in response.content.decode()
    locked()
    after_answers.waiting.join()
    assert number() == 1


def test_a_click_that_cannot_be_counted_is_lost_without_a_word(
    transactional_db, article, client, caplog, monkeypatch
):
    def fail(*_given):
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(click_counts, "count", fail)
        assert follow(client).status_code == 200
        after_answers.waiting.join()
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
    follow(client)
    after_answers.waiting.join()
    assert number() == 1, "the next one is counted"


def test_clicks_beyond_what_may_wait_are_lost_and_hold_nobody_up(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(after_answers, "start", lambda: None)
    monkeypatch.setattr(after_answers, "waiting", type(after_answers.waiting)(2))
    for _click in range(3):
        after_answers.do(print)
    assert after_answers.waiting.qsize() == 2
