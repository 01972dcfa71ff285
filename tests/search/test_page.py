"""The page of what was found: nothing kept, nothing broken, whatever is typed."""

import logging

import pytest
from django.urls import reverse

from practice_site.kept_pages.which import address_of
from tests.factories import make_page, make_practice
from tests.search.texts import published

pytestmark = pytest.mark.django_db
ODD = [
    "", " ", '"', "'", '"a', "a*", "*", "AND", "a OR", "NOT b", "NEAR(a b)", "a NEAR b", "a:b", "title_terms:x", "-x",
    "^a", "(", ")", "{a}", "a + b", "\\", "%", "_", "';--", "|", "&", "!", "<->", ":*", "a:*", "🙂", "مرحبا", "שלום עולם",
    "\u202eabc", "\u2028", "…", "a" * 10_000, "a b " * 2_000, "é" * 500, "a-b-c", "it's", "00", "1e5", "3.14", "ß",
    "\ufffd", "\u0301", "x\u0301\u0302\u0303" * 50, "<script>alert(1)</script>", "null", "search_terms", "的", "%00",
]  # fmt: skip


@pytest.fixture(autouse=True)
def something():
    make_practice()
    published("A and b near it's x", body="<p>null 00 1e5 ß é</p>")


def search(client, typed, **more):
    return client.get(reverse("search:search"), {"q": typed, **more})


@pytest.mark.parametrize("typed", ODD)
def test_whatever_is_typed_is_answered(client, typed):
    response = search(client, typed)
    assert response.status_code == 200
    assert "<script>" not in response.text


@pytest.mark.parametrize("query", ["q=%00", "q=a%00b"])
def test_what_no_text_holds_is_refused_kindly(client, query):
    assert client.get(f"/search/?{query}").status_code in (200, 400)


@pytest.mark.parametrize("query", ["q=%ED%A0%80", "q=%FF%FE", "q[]=a", "q=a&q=b", "q=a&page=x", "q=a&page=99999",
                                   "q=a&page=-1", "q=a&page=0", "q=a&page=²"])  # fmt: skip
def test_strange_addresses_are_answered(client, query):
    assert client.get(f"/search/?{query}").status_code == 200


def test_nothing_of_it_is_kept_or_told(client, caplog):
    caplog.set_level(logging.DEBUG)
    response = search(client, "quokka")
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex">' in response.text
    title = response.text[response.text.index("<title>") : response.text.index("</title>")]
    assert "quokka" not in title
    assert 'rel="canonical" href="http://127.0.0.1:8000/search/"' in response.text
    assert not response.cookies
    ours = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert not any("quokka" in record.getMessage() for record in ours)


def test_the_keeper_of_finished_pages_leaves_it_alone():
    assert address_of("/search/", "q=quokka") is None
    assert address_of("/search/", "") is None


def test_it_says_what_was_looked_for_instead(client):
    published("The hedgehog")
    text = search(client, "hedgehgo").text
    assert "Looked for <strong>hedgehog</strong>" in text
    assert "1 result" in text


def test_it_leads_on_where_nothing_is_found(client):
    text = search(client, "xyzzyx").text
    for address in ("/team/", "/specialties/", "/blog/", "/get-started/"):
        assert f'<li><a href="{address}">' in text


def test_results_go_on_by_pages(client):
    for number in range(14):
        published(f"Heron {number}")
    first, second = search(client, "heron").text, search(client, "heron", page=2).text
    assert 'href="?q=heron&amp;page=2"' in first
    assert 'href="?q=heron&amp;page=1"' in second
    assert first.count("<li><h2>") == 12
    assert second.count("<li><h2>") == 2


def test_a_box_leads_there_from_every_page_and_from_where_nothing_is(client):
    for address in ("/", "/team/", "/blog/"):
        text = client.get(address).text
        assert text.count('class="seek" role="search" action="/search/"') == 1
        assert '<a href="/search/"><span>Search</span></a>' in text
    assert client.get("/search/").text.count('role="search"') == 1
    assert 'class="find" role="search" action="/search/"' in client.get("/no-such-page/").text
    page = make_page("Gone", slug="gone")
    page.first_published_at = page.publish_at
    page.withdraw()
    page.save()
    gone = client.get("/gone/")
    assert gone.status_code == 410
    assert 'class="find" role="search" action="/search/"' in gone.text
