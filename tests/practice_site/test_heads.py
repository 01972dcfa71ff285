"""What pages say of themselves to search engines, and to whoever is sent their address."""

import json
import re
from datetime import date, time
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from pages import kept_practice, share_images
from pages.models import ClosureDay, Location, OpeningHours
from team.models import Credential, Supervision
from tests import schema_org
from tests.factories import (
    make_article,
    make_group,
    make_image,
    make_location,
    make_modality,
    make_page,
    make_practice,
    make_published_article,
    make_room_ready,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
PAGES = [
    "/", "/blog/", "/blog/by/month/", "/blog/2026/03/", "/blog/the-drawer/", "/blog/author/tam-birch/",
    "/blog/specialty/sleep/", "/team/", "/team/ines-calder/",
    "/team/tam-birch/", "/specialties/", "/specialties/sleep/", "/approaches/", "/approaches/emdr/", "/contact/",
    "/get-started/", "/fees/", "/groups/", "/groups/sleepers/", "/groups/one-day/", "/groups/late/", "/locations/", "/locations/mill/",
]  # fmt: skip
# Whatever somebody may type into a field that a page shows.
STRANGE = [
    "</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028a\u2029b", 'say "when"', "it’s & <b>",
    "\\u003c/script\\u003e", "\\", "{{ name }}", "𝒻ancy 🕯️", "مرحبا", "e\u0301", "'", "line\nline", "\t tabs",
]  # fmt: skip


class Reader(HTMLParser):
    """The head of a page as a browser reads it."""

    def __init__(self, text):
        super().__init__()
        self.meta, self.links, self.title, self.headings, self.within = {}, {}, "", [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs, self.within = dict(attrs), tag
        if tag == "meta":
            self.meta[attrs.get("property") or attrs.get("name")] = attrs.get("content")
        elif tag == "link":
            self.links.setdefault(attrs["rel"], attrs["href"])
        elif tag == "h1":
            self.headings.append("")

    def handle_endtag(self, tag):
        self.within = ""

    def handle_data(self, data):
        if self.within == "title":
            self.title += data
        elif self.within == "h1":
            self.headings[-1] += data


@pytest.fixture
def site(settings):
    settings.SITE_URL = "https://practice.example"
    practice = make_practice(
        tagline="Come in early", introduction="Two rooms.", email="d@practice.example"
    )
    Location.objects.create(
        practice=practice, name="House", street="1 Elm", city="Wendham", state="NY"
    )
    OpeningHours.objects.create(practice=practice, weekday=0, opens=time(9), closes=time(17))
    ClosureDay.objects.create(first_day="2099-12-24", last_day="2099-12-26", reason="Winter")
    make_room_ready()
    sleep = make_specialty(
        "Nights that go on", slug="sleep", clinical_name="Insomnia", plain_word="Sleep"
    )
    emdr = make_modality("EMDR")
    ines = make_therapist(
        "Ines Calder", slug="ines-calder", photo=make_image(400, 500), pronouns="she/her"
    )
    ines.specialties.add(sleep)
    ines.modalities.add(emdr)
    Credential.objects.create(
        therapist=ines,
        kind="license",
        name="Psychologist",
        abbreviation="PhD",
        state="NY",
        number="00001",
    )
    tam = make_therapist("Tam Birch", slug="tam-birch", title="Doctoral Intern")
    Credential.objects.create(
        therapist=tam, kind="license", name="Limited permit", state="NY", number="77777"
    )
    Credential.objects.create(
        therapist=tam, kind="degree", name="Master of Arts", abbreviation="MA"
    )
    Supervision.objects.create(supervisee=tam, supervisor=ines, from_day="2020-01-01")
    make_published_article(
        "The Drawer", slug="the-drawer", authors=[tam, "Guest"], specialties=[sleep], lead_image=make_image(800, 500),
        reviewed_by=ines, reviewed_by_name="Ines Calder, PhD", reviewed_on=date(2026, 3, 3),
        reference_rows=[{"text": "A study", "url": "https://doi.example/1"}, {"text": "A book"}],
        changed_on=date(2026, 4, 1), changed_note="New part.", publish_at="2026-03-02T09:00:00+00:00",
    )  # fmt: skip
    house = Location.objects.get()
    make_group(
        "Sleepers", [ines, tam], [sleep], slug="sleepers", price=40, youngest=18, location=house
    )
    make_group(
        "One day", [ines], slug="one-day", kind="workshop", begins_on="2099-01-03", begins_at="10:00", ends_at="15:00",
        location=house, price=90, is_video=True, room="full",
    )  # fmt: skip
    make_location(
        "Mill", is_step_free=True, map_url="https://map.example/", picture=make_image(300, 200)
    )
    make_location("Barn")
    make_group("Late", [ines], slug="late", begins_on="2020-01-03", is_in_person=False)
    make_page("What it costs", slug="fees", lede="All of it.")
    return practice


def data_of(client, address):
    """The nodes of a page's graph."""
    (text,) = DATA.findall(client.get(address).content.decode())
    assert "\u2028" not in text
    graph = json.loads(text)
    assert graph["@context"] == "https://schema.org"
    return graph["@graph"]


def node_of(client, address, kind):
    return next(node for node in data_of(client, address) if node["@type"] == kind)


def test_every_page_tells_machines_what_the_vocabulary_has(client, site):
    for address in PAGES:
        nodes = data_of(client, address)
        assert schema_org.faults(nodes) == [], address
        assert len({node["@id"] for node in nodes}) == len(nodes), "one node for each thing"
        assert not {"Review", "AggregateRating"} & {node["@type"] for node in nodes}


def test_every_page_says_what_it_is_when_it_is_shared(client, site):
    pages = {address: Reader(client.get(address).content.decode()) for address in PAGES}
    for address, page in pages.items():
        assert (
            page.links["canonical"] == page.meta["og:url"] == f"https://practice.example{address}"
        )
        assert page.meta["og:title"] in page.title
        assert page.meta["description"] == page.meta["og:description"]
        assert len(page.meta["description"]) <= 200
        assert page.meta["og:image"].startswith("https://practice.example/media/shared/")
        assert page.meta["og:image:alt"]
        assert (page.meta["og:locale"], page.meta["twitter:card"]) == (
            "en_US",
            "summary_large_image",
        )
    assert len({page.title for page in pages.values()}) == len(PAGES), "each its own"
    descriptions = {page.meta["description"] for page in pages.values()}
    assert len(descriptions) == len(PAGES), "each its own"


def test_the_plain_words_and_the_place_stand_in_the_title(client, site):
    place = "Larchmont Counseling, in Wendham and online"
    titles = {
        "/": place,
        "/specialties/sleep/": f"Sleep: nights that go on · {place}",
        "/team/ines-calder/": f"Ines Calder, PhD · {place}",
        "/blog/the-drawer/": "The Drawer · Larchmont Counseling",
    }
    found = {address: Reader(client.get(address).content.decode()).title for address in titles}
    assert found == titles


def test_a_page_has_one_address_whatever_is_asked_with_it(client, site):
    for question in ("?utm_source=x", "?page=1", "?q=</script>", "?specialty=sleep&room=1"):
        for address in ("/team/", "/blog/"):
            page = Reader(client.get(address + question).content.decode())
            assert page.links["canonical"] == f"https://practice.example{address}"


def test_whatever_somebody_types_stays_data(client, site):
    article = make_published_article("Plain", slug="strange", authors=["A"])
    for words in STRANGE:
        site.name = site.tagline = site.introduction = words
        site.save()
        article.title = article.summary = words
        article.save()
        for address in ("/", "/blog/strange/"):
            text = client.get(address).content.decode()
            ours = re.findall(r"<script (?:type|src)=", text)
            assert text.count("<script") == len(ours), words
        assert node_of(client, "/blog/strange/", "BlogPosting")["headline"] == words
        assert node_of(client, "/", "MedicalClinic")["description"] == words


def test_the_practice_is_told_with_its_hours_and_the_days_it_is_closed(client, site):
    practice = node_of(client, "/contact/", "MedicalClinic")
    assert practice["openingHoursSpecification"][0]["dayOfWeek"] == "https://schema.org/Monday"
    (closed,) = practice["specialOpeningHoursSpecification"]
    assert (closed["validFrom"], closed["validThrough"]) == ("2099-12-24", "2099-12-26")
    assert closed["opens"] == closed["closes"] == "00:00:00"
    assert practice["address"][0]["addressLocality"] == "Wendham"


def test_closures_that_are_over_are_not_told(client, site):
    ClosureDay.objects.update(first_day="2020-12-24", last_day="2020-12-26")
    assert "specialOpeningHoursSpecification" not in node_of(client, "/", "MedicalClinic")


def test_whoever_is_supervised_is_never_told_with_a_license_of_their_own(client, site):
    text = client.get("/team/tam-birch/").content.decode()
    person = node_of(client, "/team/tam-birch/", "Person")
    assert person["jobTitle"] == "Doctoral Intern, supervised by Ines Calder, PhD"
    assert [row["name"] for row in person["hasCredential"]] == ["Master of Arts"]
    assert "77777" not in DATA.findall(text)[0]
    (author, guest) = node_of(client, "/blog/the-drawer/", "BlogPosting")["author"]
    assert author["jobTitle"] == "Doctoral Intern, supervised by Ines Calder, PhD"
    assert guest == {"@type": "Person", "name": "Guest"}


def test_a_reviewed_article_says_who_read_it_and_when(client, site):
    page = node_of(client, "/blog/the-drawer/", "MedicalWebPage")
    assert (page["lastReviewed"], page["reviewedBy"]["name"]) == ("2026-03-03", "Ines Calder, PhD")
    posting = node_of(client, "/blog/the-drawer/", "BlogPosting")
    assert [row["name"] for row in posting["citation"]] == ["A study", "A book"]
    assert posting["dateModified"].startswith("2026-04-01")


def test_what_is_not_for_everybody_says_nothing(client, site):
    make_published_article("Gone", slug="gone", authors=["A"]).withdraw()
    make_article("Draft", slug="draft")
    make_therapist("Left", slug="left", left_on=date(2020, 1, 1))
    addresses = ["/nothing/", "/blog/gone/", "/blog/draft/", "/team/left/", reverse("person:find")]
    answers = {address: client.get(address) for address in addresses}
    assert [answer.status_code for answer in answers.values()] == [404, 410, 404, 410, 200]
    for address, answer in answers.items():
        text = answer.content.decode()
        assert "ld+json" not in text, address
        assert "og:" not in text, address


def test_a_site_without_a_practice_yet_says_what_it_can(client, db):
    assert Reader(client.get("/").content.decode()).title == "Our practice"
    assert schema_org.faults(data_of(client, "/")) == []
    assert client.get(share_images.of_practice(kept_practice.current()).path).status_code == 200
