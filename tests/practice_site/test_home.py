import pytest
from django.utils.html import escape

from tests.factories import (
    make_article,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db


def test_home_of_a_practice_that_has_entered_nothing_answers(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "Our practice" in response.text


def test_home_sets_no_cookie(client, practice):
    assert not client.get("/").cookies


def test_home_opens_with_the_tagline(client):
    make_practice(tagline="Come in & sit <down>")
    assert f'<h1 id="hello">{escape("Come in & sit <down>")}</h1>' in client.get("/").text


def test_home_promises_the_answer_the_practice_promises(client):
    make_practice(response_days=3, responder="Dana Osei, our coordinator")
    text = client.get("/").text
    assert "within 3 business days" in text
    assert "is read by Dana Osei, our coordinator." in text


def test_home_shows_people_with_room_before_others(client, practice):
    for number in range(3):
        make_therapist(f"Closed {number}", availability="closed", order=0)
    make_therapist("Open Later", order=9)
    assert client.get("/").context["therapists"][0].name == "Open Later"


def test_home_shows_three_people_at_most(client, practice):
    for _number in range(5):
        make_therapist()
    assert client.get("/").text.count('class="therapist-card"') == 3


def test_home_leaves_out_people_who_are_not_listed(client, practice):
    make_therapist("Nobody Knows", is_listed=False)
    assert "Nobody Knows" not in client.get("/").text


def test_home_leaves_out_drafts(client, practice):
    make_article("Half a thought")
    make_published_article("A whole thought", ["A Guest"])
    text = client.get("/").text
    assert "A whole thought" in text
    assert "Half a thought" not in text


def test_home_lists_what_people_bring(client, practice):
    make_specialty("Worry that runs the day")
    assert 'href="/specialties/worry-that-runs-the-day/"' in client.get("/").text


def test_practice_may_have_neither_people_nor_articles(client, practice):
    text = client.get("/").text
    assert "therapist-card" not in text
    assert "entries" not in text


def test_robots_are_told_where_the_sitemap_is(client):
    text = client.get("/robots.txt").text
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text
    assert "Disallow: /admin/" in text
