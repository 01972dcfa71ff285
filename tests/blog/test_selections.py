"""What one author wrote, and what was written about one topic: a list and feeds, as long as there is something in it."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog import selections
from editing.models import Redirect
from team.models import Supervision
from tests.factories import (
    make_article,
    make_image,
    make_modality,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)
from tests.sitemap import dates, public_paths

pytestmark = pytest.mark.django_db
FEEDS = ["feed/", "feed/atom/", "feed/json/"]


@pytest.fixture
def june(practice):
    return make_therapist("June Aldecott", slug="june")


@pytest.fixture
def sleep():
    return make_specialty(
        "Nights that go on", slug="sleep", clinical_name="Insomnia", summary="Lying awake."
    )


def titles(page):
    return re.findall(r'<h2><a href="/blog/[^"]*">([^<]*)</a></h2>', page)


def test_of_an_author_everything_that_visitors_may_read_is_listed_once(client, june):
    make_published_article("One", [june])
    make_published_article("Two", ["A Guest", june])
    make_published_article("Other", ["A Guest"])
    make_article("Draft", [june])
    twice = make_published_article("Twice", [june, june])
    assert titles(client.get("/blog/author/june/").text) == ["Twice", "Two", "One"]
    twice.withdraw()
    assert titles(client.get("/blog/author/june/").text) == ["Two", "One"]


@pytest.mark.parametrize("kind", ["specialty", "approach"])
def test_of_a_topic_likewise(client, practice, sleep, kind):
    topic = sleep if kind == "specialty" else make_modality("EMDR", slug="emdr")
    article = make_published_article("One", ["A Guest"])
    (article.specialties if kind == "specialty" else article.modalities).add(topic)
    make_published_article("Other", ["A Guest"])
    page = client.get(f"/blog/{kind}/{topic.slug}/").text
    assert titles(page) == ["One"]
    assert f'href="{topic.get_absolute_url()}"' in page


def test_where_there_is_nothing_to_read_there_is_no_page_and_no_feed(client, june, sleep):
    make_article("Draft", [june], [sleep])
    for kind, slug in [("author", "june"), ("specialty", "sleep"), ("author", "nobody")]:
        for below in ["", *FEEDS]:
            assert client.get(f"/blog/{kind}/{slug}/{below}").status_code == 404
    assert not [path for path in public_paths(client) if path.startswith("/blog/author/")]
    assert 'aria-labelledby="topics"' not in client.get("/blog/").text


def test_an_author_who_is_not_shown_has_no_list_and_no_link_to_one(client, june):
    article = make_published_article("One", [june])
    june.is_listed = False
    june.save()
    assert client.get("/blog/author/june/").status_code == 404
    assert "/blog/author/" not in client.get(article.get_absolute_url()).text


def test_whoever_has_left_is_named_without_a_title_and_asked_for_nowhere(client, june):
    article = make_published_article("One", [june])
    june.left_on = timezone.localdate()
    june.save()
    page = client.get("/blog/author/june/").text
    assert "June Aldecott has left the practice." in page
    assert "therapist=june" not in page
    before_the_list = page.partition('<ol class="entries">')[0]
    assert june.title not in before_the_list
    assert (
        '<a class="more" href="/blog/author/june/">' in client.get(article.get_absolute_url()).text
    )


def test_a_trainee_has_a_title_there_with_whoever_supervises_or_none(client, june):
    make_published_article("One", [june])
    june.title = "Doctoral Intern"
    june.save()
    boss = make_therapist("Marisol Tennant")
    row = Supervision.objects.create(supervisee=june, supervisor=boss, from_day="2020-01-01")
    page = client.get("/blog/author/june/").text
    assert "June Aldecott, Doctoral Intern, supervised by Marisol Tennant" in page
    assert "Intern" not in re.search("<title>(.*?)</title>", page)[1]
    row.delete()
    june.authorities.all().delete()
    june.authorities.create(kind="supervised", state="NY")
    before_the_list = client.get("/blog/author/june/").text.partition('<ol class="entries">')[0]
    assert "Intern" not in before_the_list


def test_whoever_shows_a_first_name_only_has_no_other_there(client, june):
    make_published_article("One", [june])
    june.first_name_only = "June"
    june.save()
    for below in ["", *FEEDS]:
        text = client.get(f"/blog/author/{june.slug}/{below}").text
        assert "June" in text
        assert "Aldecott" not in text


def test_whoever_is_not_to_be_found_outside_is_not_found_by_a_list_either(client, june):
    make_published_article("One", [june])
    june.is_out_of_search = True
    june.save()
    page = client.get("/blog/author/june/").text
    assert '<meta name="robots" content="noindex">' in page
    assert "ld+json" not in page
    assert "og:" not in page
    assert "/blog/author/june/" not in public_paths(client)


def test_a_list_is_at_the_address_of_now_where_its_person_moved(client, june):
    make_published_article("One", [june])
    june.slug = "june-aldecott"
    june.save()
    assert client.get("/blog/author/june/").url == "/blog/author/june-aldecott/"
    june.first_name_only = "June"
    june.save()
    assert client.get("/blog/author/june-aldecott/").status_code == 404


@pytest.mark.parametrize(
    "to", ["/team/a/b/", "/team/nobody/", "/team/", "/elsewhere/", "/team/%00/"]
)
def test_an_old_address_that_leads_to_no_list_is_led_on_to_none(client, to):
    Redirect.objects.create(old_path="/team/before/", new_path=to)
    assert client.get("/blog/author/before/").status_code == 404


def test_writing_leads_to_topics_in_plain_words_and_a_byline_to_its_author(client, june, sleep):
    article = make_published_article("One", [june], [sleep])
    assert '<a href="/blog/specialty/sleep/">Insomnia</a>' in client.get("/blog/").text
    page = client.get(article.get_absolute_url()).text
    assert '<a class="more" href="/blog/author/june/">More by June Aldecott</a>' in page


def test_a_profile_and_a_topic_lead_to_the_rest_where_there_is_more(client, june, sleep):
    pages = {june.get_absolute_url(): "author/june", sleep.get_absolute_url(): "specialty/sleep"}
    for number in range(1, 5):
        make_published_article(f"Article {number}", [june], [sleep])
        for page, address in pages.items():
            assert (f'href="/blog/{address}/"' in client.get(page).text) == (number == 4)


def test_every_list_and_each_page_of_it_has_words_of_its_own(client, june, sleep, settings):
    settings.SITE_URL = "https://practice.example"
    article = make_published_article("One", [june], [sleep])
    article.modalities.add(make_modality("Sleep", slug="sleep"))
    for number in range(13):
        make_published_article(f"More {number}", [june], [sleep])
    pages = [
        "/blog/", "/blog/author/june/", "/blog/author/june/?page=2", "/blog/specialty/sleep/",
        "/blog/specialty/sleep/?page=2", "/blog/approach/sleep/", "/specialties/sleep/", "/approaches/sleep/",
        "/team/june/",
    ]  # fmt: skip
    said = {}
    for page in pages:
        text = client.get(page).text
        assert f'<link rel="canonical" href="https://practice.example{page}">' in text
        said[page] = re.search("<title>(.*?)</title>", text)[1]
    assert len(set(said.values())) == len(pages)
    assert client.get("/blog/author/june/?page=3").status_code == 404


def test_a_page_tells_readers_of_its_own_feeds(client, june):
    make_published_article("One", [june])
    page = client.get("/blog/author/june/").text
    for kind, below in [("rss+xml", ""), ("atom+xml", "atom/"), ("feed+json", "json/")]:
        link = f'<link rel="alternate" type="application/{kind}" title="Articles by June Aldecott" href="/blog/author/june/feed/{below}">'
        assert link in page
    assert 'href="/blog/feed/json/"' in client.get("/blog/").text
    assert 'href="/blog/feed/"' in client.get("/").text


def test_the_sitemap_has_them_with_the_day_of_the_newest(client, june, sleep):
    for title, day in [("Old", 3), ("New", 7)]:
        moment = timezone.make_aware(datetime.datetime(2025, 3, day, 9))  # noqa: DTZ001
        make_published_article(title, [june], [sleep], publish_at=moment)
    known = dates(client)
    assert known["/blog/author/june/"] == known["/blog/specialty/sleep/"] == "2025-03-07"


def test_a_list_costs_the_same_however_long_it_is(client, june, sleep):
    def cost(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        assert not [
            query for query in queries if '"body"' in query["sql"] and "feed" not in address
        ]
        return len(queries)

    pages = [f"/blog/author/june/{below}" for below in ["", *FEEDS]] + ["/blog/specialty/sleep/"]
    make_published_article("First", [june], [sleep], lead_image=make_image())
    before = [cost(page) for page in pages]
    for number in range(20):
        make_published_article(f"More {number}", [june], [sleep], lead_image=make_image())
    assert [cost(page) for page in pages] == before


def test_every_kind_says_which_it_is(june, sleep):
    rows = {"author": june, "specialty": sleep, "approach": make_modality()}
    assert {kind: selections.kind_of(row) for kind, row in rows.items()} == {
        kind: kind for kind in selections.KINDS
    }


def test_a_practice_without_a_word_of_its_own_still_has_feeds(client):
    make_practice(tagline="")
    make_published_article("One", ["A Guest"])
    for below in FEEDS:
        assert client.get(f"/blog/{below}").status_code == 200
