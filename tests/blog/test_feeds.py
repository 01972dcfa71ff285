from xml.etree import ElementTree

import pytest
from django.test import override_settings

from tests.factories import (
    make_article,
    make_image,
    make_practice,
    make_published_article,
    make_specialty,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def rss(client):
    response = client.get("/blog/feed/")
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def atom(client):
    return ElementTree.fromstring(client.get("/blog/feed/atom/").content)


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
    make_published_article("Ti\x0ctle", ["In\x07es"], posted_by="x")
    assert rss(client).findtext("channel/item/title") == "Title"


def test_markup_in_a_title_is_text(client):
    make_published_article("<script>alert(1)</script> & more", ["Ines Calder"])
    assert rss(client).findtext("channel/item/title") == "<script>alert(1)</script> & more"
