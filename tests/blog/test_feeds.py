import time
from datetime import timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.test import override_settings
from django.utils import timezone
from django.utils.http import http_date

from blog.models import Article
from tests.blog.feeds import ATOM, CONTENT, atom, rss
from tests.factories import (
    make_article,
    make_image,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db


def test_rss_carries_the_full_text_and_the_opening_lines(client):
    make_published_article(
        "On drawers", ["Ines Calder"], opening_lines="“Shut.”", body="<p>First.</p><p>Last.</p>"
    )
    text = rss(client).find("channel/item").findtext(CONTENT)
    assert "“Shut.”" in text
    assert "<p>Last.</p>" in text


def test_atom_carries_the_full_text_and_the_byline(client):
    make_published_article(authors=["Ines Calder", "Theo Brandvold"])
    entry = atom(client).find(f"{ATOM}entry")
    assert "Most of us know the ceiling." in entry.findtext(f"{ATOM}content")
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ines Calder and Theo Brandvold"


def test_draft_is_in_no_feed(client):
    make_article("Not yet", ["Ines Calder"])
    assert rss(client).findall("channel/item") == []
    assert atom(client).findall(f"{ATOM}entry") == []


def test_ids_stay_when_the_web_address_changes(client):
    article = make_published_article(authors=["Ines Calder"])
    before = (
        rss(client).findtext("channel/item/guid"),
        atom(client).findtext(f"{ATOM}entry/{ATOM}id"),
    )
    article.slug = "another-address"
    article.save()
    after = (
        rss(client).findtext("channel/item/guid"),
        atom(client).findtext(f"{ATOM}entry/{ATOM}id"),
    )
    assert before == after
    assert before[0] == before[1] == article.uid.urn


@override_settings(SITE_URL="https://practice.example")
def test_every_link_is_absolute_and_comes_from_site_url(client):
    image = make_image()
    make_published_article(
        "Links",
        ["Ines Calder"],
        [make_specialty("Sleep")],
        lead_image=image,
        body='<p><a href="/fees/">Fees</a></p>',
    )
    feed = client.get("/blog/feed/", headers={"host": "localhost"}).content.decode()
    assert "localhost" not in feed
    text = ElementTree.fromstring(feed).find("channel/item").findtext(CONTENT)
    assert 'href="https://practice.example/fees/"' in text
    assert 'href="https://practice.example/team/"' in text
    assert "https://practice.example/get-started/?specialty=sleep" in text
    assert 'src="https://practice.example/media/' in text
    assert 'href="/' not in text


def test_control_characters_do_not_break_the_feed(client):
    make_practice(name="A\x0b practice")
    picture = make_image(alt="A\x0b lamp")
    make_published_article("Ti\x0ctle", ["In\x07es"], posted_by="x", lead_image=picture)
    assert rss(client).findtext("channel/item/title") == "Title"


def test_markup_in_a_title_is_text(client):
    make_published_article("<script>alert(1)</script> & more", ["Ines Calder"])
    assert rss(client).findtext("channel/item/title") == "<script>alert(1)</script> & more"


@override_settings(SITE_URL="https://practice.example")
@pytest.mark.parametrize("address", ["/blog/feed/", "/blog/feed/atom/", "/blog/feed/json/"])
def test_no_link_leads_into_the_readers_own_pages(client, address):
    body = '<h2>Later</h2><p>So [1], <a href="#part-later">see</a> <a href="?page=2">more</a>.</p>'
    references = [{"text": "Smith", "url": ""}]
    article = make_published_article("Rest", ["Ines"], body=body, reference_rows=references)
    text = client.get(address, headers={"host": "localhost"}).content.decode()
    page = client.get(article.get_absolute_url(), headers={"host": "localhost"}).content.decode()
    whole = f"https://practice.example{article.get_absolute_url()}"
    for start in ("/", "#", "?"):
        assert f"href=&quot;{start}" not in text
        assert f'href="{start}' not in text.partition("<entry>")[2]
    for place in ("#part-later", "#reference-1", "#mention-1"):
        assert f"{whole}{place}" in text
        assert f'id="{place[1:]}"' in page
    assert f"{whole}?page=2" in text


FEEDS = pytest.mark.parametrize(
    "address",
    ["/blog/feed/", "/blog/feed/atom/", "/blog/feed/json/", "/blog/author/june/feed/"],
)


@pytest.fixture
def june():
    return make_therapist("June Aldecott", slug="june")


def known(response):
    """What a reader asks with who has this answer."""
    return {
        "both": {
            "If-None-Match": response["ETag"],
            "If-Modified-Since": response["Last-Modified"],
        },
        "tag": {"If-None-Match": response["ETag"]},
        "moment": {"If-Modified-Since": response["Last-Modified"]},
    }


@FEEDS
@pytest.mark.parametrize("way", ["both", "tag", "moment"])
@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_a_reader_who_has_the_feed_is_told_so(client, address, way, coding, june):
    make_published_article("Rest", [june])
    first = client.get(address, headers={"Accept-Encoding": coding})
    again = client.get(address, headers={"Accept-Encoding": coding} | known(first)[way])
    assert (again.status_code, again.content) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary"):
        assert again[name] == first[name]
    assert first["Cache-Control"] == "no-cache"


@FEEDS
@pytest.mark.parametrize("way", ["both", "tag", "moment"])
@pytest.mark.parametrize("what", ["withdrawn", "edited", "trashed", "new", "renamed", "due"])
def test_whatever_changes_a_feed_is_sent(client, address, way, what, june):
    older = make_published_article("Older", [june])
    article = make_published_article("Rest", [june])
    due = make_published_article("Due", [june])
    Article.objects.filter(pk=due.pk).update(publish_at=timezone.now() + timedelta(hours=1))
    first = client.get(address)
    if what == "withdrawn":
        article.withdraw()
    elif what == "edited":
        Article.objects.filter(pk=older.pk).update(body="<p>Other words.</p>")
    elif what == "trashed":
        Article.objects.filter(pk=article.pk).update(trashed_at=timezone.now())
    elif what == "new":
        make_published_article("New", [june])
    elif what == "renamed":
        article.bylines.update(name="Ines Calder")
    with time_machine.travel(timezone.now() + timedelta(hours=2 if what == "due" else 0)):
        again = client.get(address, headers=known(first)[way])
    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]


def test_a_moment_of_other_content_in_another_process_counts_for_nothing(client):
    article = make_published_article("Rest", ["Ines"])
    client.get("/blog/feed/")
    later = http_date(time.time() + 60)
    article.withdraw()
    answer = client.get("/blog/feed/", headers={"If-Modified-Since": later})
    assert answer.status_code == 200
