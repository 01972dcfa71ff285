"""Every feed keeps to the rules of its kind, whatever stands in the articles."""

import json
from xml.etree import ElementTree

import pytest

from tests.blog.feeds import ATOM, CONTENT
from tests.factories import (
    make_image,
    make_modality,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)
from tests.feed_rules import MEDIA, atom_faults, json_faults, rss_faults

pytestmark = pytest.mark.django_db
FORMS = {"feed/": rss_faults, "feed/atom/": atom_faults, "feed/json/": json_faults}
PLACES = ["/blog/", "/blog/author/june/", "/blog/specialty/sleep/", "/blog/approach/emdr/"]


@pytest.fixture
def picture():
    return make_image(1600, 1000, alt="A gate & a “path”")


@pytest.fixture
def site(settings, picture):
    settings.SITE_URL = "https://practice.example"
    make_practice(tagline="Come in")
    june = make_therapist("June Aldecott", slug="june")
    sleep = make_specialty("Nights that go on", slug="sleep", clinical_name="Insomnia")
    strange = f'<h2>Part</h2><p><a href="#part-part">Up</a> ]]> [1]</p><figure data-image="{picture.pk}"></figure>'
    for title, body in [("Rest", strange), ("Tom & <Jerry> 🕯️ مرحبا", "<p>x</p>")]:
        article = make_published_article(
            title, [june, "A Guest"], [sleep], body=body, lead_image=picture,
            reference_rows=[{"text": "A study", "url": "https://doi.example/1"}],
        )  # fmt: skip
        article.modalities.add(
            make_modality("EMDR", slug="emdr") if title == "Rest" else sleep_too()
        )


def sleep_too():
    return make_modality("Sleep therapy")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("below", FORMS)
def test_a_feed_has_no_fault(client, site, place, below):
    response = client.get(place + below, headers={"host": "localhost"})
    assert response.status_code == 200
    assert FORMS[below](response.content.decode()) == []
    assert "localhost" not in response.text


@pytest.mark.parametrize("below", FORMS)
def test_a_feed_without_an_article_has_none_either(client, practice, below):
    assert FORMS[below](client.get(f"/blog/{below}").content.decode()) == []


def test_a_picture_has_the_size_of_the_file_that_is_named(client, site, picture):
    item = ElementTree.fromstring(client.get("/blog/feed/").content).find("channel/item[2]")
    shown = picture.renditions["crops"]["original"]["jpg"][1]
    width, height, name = shown
    (media,) = item.findall(f"{MEDIA}content")
    assert media.get("url").endswith(name)
    assert (media.get("width"), media.get("height")) == (str(width), str(height)) == ("800", "500")
    assert media.findtext(f"{MEDIA}description") == picture.alt
    text = item.findtext(CONTENT)
    assert text.count(f'{name}" width="800" height="500"') == 2, "at the top, and in the text"


def test_a_topic_is_there_by_the_plain_word_and_by_the_practices_own(client, site):
    item = ElementTree.fromstring(client.get("/blog/feed/").content).find("channel/item[2]")
    words = ["Insomnia", "Nights that go on", "EMDR"]
    assert [one.text for one in item.findall("category")] == words
    entry = ElementTree.fromstring(client.get("/blog/feed/atom/").content).findall(f"{ATOM}entry")[
        1
    ]
    assert [one.get("term") for one in entry.findall(f"{ATOM}category")] == words
    assert json.loads(client.get("/blog/feed/json/").content)["items"][1]["tags"] == words


def test_every_feed_has_the_practices_mark(client, site):
    mark = "https://practice.example/apple-touch-icon.png"
    rss = ElementTree.fromstring(client.get("/blog/feed/").content)
    assert rss.findtext("channel/image/url") == mark
    atom = ElementTree.fromstring(client.get("/blog/feed/atom/").content)
    assert atom.findtext(f"{ATOM}icon") == mark
    assert json.loads(client.get("/blog/feed/json/").content)["icon"] == mark


def test_json_feed_names_each_author_and_where_they_are(client, site):
    response = client.get("/blog/feed/json/")
    assert response["Content-Type"].startswith("application/feed+json")
    (june, guest) = response.json()["items"][0]["authors"]
    assert june == {
        "name": "June Aldecott, Licensed psychologist",
        "url": "https://practice.example/team/june/",
    }
    assert guest == {"name": "A Guest"}
