"""A part of the site has one name: in the menu, in titles, above headlines, and on whatever leads there."""

import re
from html import unescape

import pytest
from django.urls import reverse

from pages.models import MenuItem
from tests.factories import (
    make_group,
    make_location,
    make_modality,
    make_page,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db
Section = MenuItem.Section
OWN = {
    Section.TEAM: "Wer wir sind & mehr",
    Section.SPECIALTIES: "What helps",
    Section.APPROACHES: "Our <ways>",
    Section.GROUPS: "In company",
    Section.BLOG: "Letters",
    Section.CONTACT: "The front door",
    Section.LOCATIONS: "Getting here",
}
USUAL = {section: str(section.label) for section in OWN}
ANCHOR = re.compile(r'<a [^>]*href="(?P<address>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.S)


@pytest.fixture
def site():
    """Addresses of a page of each kind."""
    make_practice()
    topic, way = make_specialty("Sleep"), make_modality("EMDR")
    person = make_therapist("Ines Calder")
    person.therapistspecialty_set.create(specialty=topic, order=0)
    person.modalities.add(way)
    left = make_therapist("Was Here", is_listed=False)
    article = make_published_article(authors=[person, left], specialties=[topic])
    house, mill = make_location("House"), make_location("Mill")
    group = make_group("Sleepers", [person], [topic], location=house)
    rows = [topic, way, person, article, group, house, mill, make_page("Fees", slug="fees")]
    lists = ["home", *OWN, "blog:months", "intake:inquiry_create", "search:search"]
    return [*(reverse(name) for name in lists), *(row.get_absolute_url() for row in rows)]


def words_of(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def leading(client, address, site):
    page = client.get(address).content.decode()
    return [words_of(found["words"]) for found in ANCHOR.finditer(page) if found["address"] == site]


@pytest.mark.parametrize("names", [OWN, USUAL], ids=["own names", "usual names"])
def test_whatever_leads_to_a_part_of_the_site_says_its_name(client, site, names):
    if names is OWN:
        for order, (section, label) in enumerate(OWN.items()):
            place = "foot" if section == Section.CONTACT else "head"
            MenuItem.objects.create(section=section, label=label, place=place, order=order)
    seen = 0
    for address in site:
        for section, name in names.items():
            for words in leading(client, address, reverse(section)):
                seen += 1
                assert name in words, (address, words)
    assert seen > 30


@pytest.mark.parametrize("section", [section for section in OWN if section != Section.CONTACT])
def test_its_title_and_what_stands_above_its_headline_are_its_name(client, site, section):
    MenuItem.objects.create(section=section, label=OWN[section], place="foot")
    page = client.get(reverse(section)).content.decode()
    title = words_of(re.search(r"<title>(.*?)</title>", page)[1])
    assert title.startswith(OWN[section])
    kicker = words_of(re.search(r'<p class="kicker">(.*?)</p>', page, re.S)[1])
    assert kicker == OWN[section]


def test_the_name_in_the_head_of_the_page_goes_before_that_in_its_foot(client, site):
    MenuItem.objects.create(section=Section.BLOG, label="All letters", place="foot")
    MenuItem.objects.create(section=Section.BLOG, label="Letters", place="head")
    assert "<title>Letters ·" in client.get(reverse(Section.BLOG)).content.decode()


def test_a_hidden_entry_names_nothing(client, site):
    MenuItem.objects.create(section=Section.BLOG, label="Letters", is_shown=False)
    assert "<title>Articles ·" in client.get(reverse(Section.BLOG)).content.decode()


def test_crumbs_name_a_part_as_the_menu_does(client, site):
    MenuItem.objects.create(section=Section.TEAM, label=OWN[Section.TEAM])
    page = client.get("/team/ines-calder/").content.decode()
    assert '"name":"Wer wir sind \\u0026 mehr"' in page
