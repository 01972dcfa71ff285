import datetime
from importlib import import_module
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import Article
from editing.models import Version
from pages.models import Practice
from practice_site.sitemaps import sections as sitemap_sections
from practice_site.sitemaps.parts import PARTS
from team.models import Specialty
from tests.assertions import assert_cost_does_not_grow
from tests.factories import (
    make_article,
    make_group,
    make_image,
    make_location,
    make_modality,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
)
from tests.sitemap import dates, paths_in, public_paths, sections, text_at
from tests.sitemap_schema import IMAGES, faults

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.make_aware(datetime.datetime(2025, 3, 7, 9, 0))  # noqa: DTZ001


@pytest.fixture(autouse=True)
def _practice(practice):
    """Days are those of its zone."""


@pytest.fixture
def short_sections(monkeypatch):
    monkeypatch.setattr(sitemap_sections, "LONGEST_SECTION", 3)


def day_of(when):
    return f"{timezone.localtime(when):%Y-%m-%d}"


def test_sitemap_lists_what_the_public_may_see(client):
    make_published_article("Seen", ["A Guest"])
    make_article("Unseen")
    make_page("Fees")
    make_page("Hidden", state="draft")
    make_therapist("Listed Person")
    make_therapist("Unlisted Person", is_listed=False)
    make_specialty("Grief")
    make_modality("Talking")
    text = "".join(sections(client).values())
    for path in ["/", "/blog/seen/", "/fees/", "/team/listed-person/", "/specialties/grief/"]:
        assert f"<loc>http://127.0.0.1:8000{path}</loc>" in text
    for path in ["unseen", "hidden", "unlisted-person"]:
        assert path not in text


def test_sitemap_takes_no_host_from_the_request(client):
    make_page("Fees")
    for path in ["/sitemap.xml", *sections(client)]:
        assert "localhost" not in client.get(path, headers={"host": "localhost"}).text


def test_every_address_in_the_sitemap_answers(client):
    rows = [
        make_published_article("Seen", ["A Guest"]),
        make_page("Fees"),
        make_therapist("Listed Person"),
        make_specialty("Grief"),
        make_modality("Talking"),
    ]
    paths = public_paths(client)
    assert {row.get_absolute_url() for row in rows} < set(paths)
    for path in paths:
        assert client.get(path).status_code == 200, path


def test_index_and_sections_are_what_the_schema_asks_for(client):
    person = make_therapist("Ines Calder", photo=make_image(90, 90))
    topics = [make_specialty("Sleep & dreams")]
    make_published_article("Seen", [person], topics, lead_image=make_image())
    make_page("Fees")
    make_modality("Talking")
    make_group("Nights")
    make_location("House")
    found = sections(client)
    assert len(found) >= len(PARTS) - 2
    for text in [text_at(client, "/sitemap.xml"), *found.values()]:
        assert faults(text, "http://127.0.0.1:8000") == []


def test_a_picture_stands_with_the_page_that_shows_it_and_can_be_had(client):
    article = make_published_article("Seen", ["A Guest"], lead_image=make_image())
    person = make_therapist("Ines Calder", photo=make_image(90, 90))
    make_published_article("Without", ["A Guest"])
    found = {}
    for text in sections(client).values():
        for url in ElementTree.fromstring(text):
            for image in url.iter(f"{IMAGES}image"):
                (place,) = image
                assert place.tag == f"{IMAGES}loc"
                found[url[0].text] = place.text
    host = "http://127.0.0.1:8000"
    assert found == {
        f"{host}{row.get_absolute_url()}": f"{host}{picture.file.url}"
        for row, picture in ((article, article.lead_image), (person, person.photo))
    }
    for address in found.values():
        assert client.head(address.removeprefix(host)).status_code == 200


@pytest.mark.parametrize(("zone", "hour"), [("Pacific/Kiritimati", 3), ("Pacific/Pago_Pago", 21)])
def test_the_index_and_its_sections_are_of_the_day_where_the_practice_is(client, zone, hour):
    """At hours at which it is another day where the server is."""
    Practice.objects.update(time_zone=zone)
    make_therapist("Leaving Soon", left_on=datetime.date(2026, 3, 2))
    with time_machine.travel(datetime.datetime(2026, 3, 2, hour, tzinfo=ZoneInfo(zone))):
        assert not [path for path in sections(client) if "/team-" in path]
    with time_machine.travel(datetime.datetime(2026, 3, 1, hour, tzinfo=ZoneInfo(zone))):
        (team,) = [text for path, text in sections(client).items() if "/team-" in path]
        assert paths_in(team) == ["/team/leaving-soon/"]


@pytest.mark.parametrize("gone", [(), (2, 3), (0, 1, 2, 3, 4, 5)])
@pytest.mark.usefixtures("short_sections")
def test_each_address_is_in_exactly_one_short_section(client, gone):
    articles = [make_published_article(f"Article {n}", ["A Guest"]) for n in range(10)]
    for number in gone:
        articles[number].put_in_trash("Somebody")
    found = {path: text for path, text in sections(client).items() if "/articles-" in path}
    assert all(1 <= text.count("<url>") <= 3 for text in found.values())
    paths = [path for text in found.values() for path in paths_in(text)]
    public = [one.get_absolute_url() for one in Article.objects.published()]
    assert sorted(paths) == sorted(public)
    assert len(public) == 10 - len(gone)


@pytest.mark.usefixtures("short_sections")
def test_a_section_keeps_its_address_and_what_is_in_it(client):
    first = make_published_article("First", ["A Guest"])
    [(path, text)] = [
        (path, text) for path, text in sections(client).items() if "/articles-" in path
    ]
    for number in range(4):
        make_published_article(f"Later {number}", ["A Guest"])
    assert first.get_absolute_url() in paths_in(text_at(client, path))
    first.withdraw()
    after = text_at(client, path) if path in sections(client) else ""
    assert set(paths_in(text)) - set(paths_in(after)) == {first.get_absolute_url()}


@pytest.mark.parametrize(
    "name",
    [
        "articles-0", "articles-2", "articles-1000", "articles-900001", "articles-1", "pages-01",
        "nothing-1", "articles", "articles-9223372036854775001", f"articles-{10**40}1",
    ],
)  # fmt: skip
def test_there_is_no_section_where_none_begins_or_nothing_is(client, name):
    make_page("Fees")
    assert client.get(f"/sitemap/{name}.xml").status_code == 404


def test_a_section_costs_the_same_for_all_and_reads_no_texts(client, monkeypatch):
    monkeypatch.setattr(sitemap_sections, "LONGEST_SECTION", 10**9)

    def grow(size):
        for number in range(Article.objects.count(), size):
            make_published_article(f"Article {number}", ["A Guest"])
            make_page(f"Page {number}")

    grow(1)
    with CaptureQueriesContext(connection) as captured:
        addresses = ["/sitemap.xml", *sections(client)]
    assert not [query["sql"] for query in captured if '"body"' in query["sql"]]
    costs = assert_cost_does_not_grow(client, addresses, grow)
    # And whether the practice, whose day it is, is another one.
    assert costs["/sitemap.xml"] == 1 + len(PARTS)
    assert costs["/sitemap/articles-1.xml"] == 2
    assert costs["/sitemap/pages-1.xml"] == 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL goes by what it counted")
@pytest.mark.parametrize("name", PARTS)
def test_a_section_looks_at_no_row_of_another(name):
    plan = PARTS[name].rows_from(5001).explain()
    assert "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in plan
    assert "SCAN" not in plan


def test_an_article_is_as_old_as_its_last_change_of_substance(client):
    article = make_published_article("Seen", ["A Guest"], publish_at=LONG_AGO)
    assert dates(client)["/blog/seen/"] == "2025-03-07"
    article.save()
    assert dates(client)["/blog/seen/"] == "2025-03-07"
    article.changed_on, article.changed_note = datetime.date(2025, 9, 1), "A section on sleep."
    article.save()
    assert dates(client)["/blog/seen/"] == "2025-09-01"


DATED = {
    "page": (lambda: make_page("Fees", publish_at=LONG_AGO), "body", "updated_at"),
    "group": (lambda: make_group("Nights", publish_at=LONG_AGO), "for_whom", "rhythm"),
    "profile": (lambda: make_therapist("Ines Calder"), "opening_lines", "availability_note"),
    "specialty": (lambda: make_specialty("Sleep"), "summary", "synonyms"),
    "approach": (lambda: make_modality("EMDR"), "body", "synonyms"),
}


def saved_on(row, month, **values):
    """The row as somebody else reads it, saved at noon on the first of a month to come."""
    row = type(row).objects.get(pk=row.pk)
    for name, value in values.items():
        setattr(row, name, value)
    with time_machine.travel(datetime.datetime(2031, month, 1, 12, tzinfo=datetime.UTC)):
        row.save()


@pytest.mark.parametrize("kind", DATED)
def test_whatever_has_words_is_as_old_as_these(client, kind):
    make, words, other = DATED[kind]
    row = make()
    address = row.get_absolute_url()
    first = dates(client).get(address)
    assert first == ("2025-03-07" if kind in ("page", "group") else None)
    saved_on(row, 4)
    saved_on(row, 5, **{other: LONG_AGO if kind == "page" else "x"})
    assert dates(client).get(address) == first, "nothing of what a reader reads"
    saved_on(row, 6, **{words: "<p>Other words.</p>"})
    assert dates(client)[address] == "2031-06-01"
    saved_on(row, 7)
    assert dates(client)[address] == "2031-06-01"


def test_words_that_are_saved_alone_are_dated_as_well(client):
    row = make_therapist("Ines Calder")
    row.biography = "<p>Other.</p>"
    row.save(update_fields=["availability_note"])
    assert row.get_absolute_url() not in dates(client)
    row.save(update_fields=["biography"])
    assert dates(client)[row.get_absolute_url()] == day_of(timezone.now())


def test_what_was_not_read_is_not_taken_for_changed(client):
    topic = make_specialty("Sleep", body="<p>Words.</p>")
    part = Specialty.objects.for_naming().get(pk=topic.pk)
    part.save()
    assert topic.get_absolute_url() not in dates(client)
    part.name = "Nights"
    assert part.body == "<p>Words.</p>", "read by now"
    part.save()
    assert dates(client)[topic.get_absolute_url()] == day_of(timezone.now())


def test_a_page_that_had_versions_keeps_the_date_they_know():
    page = make_page("Fees", publish_at=LONG_AGO)
    days = [90, 60, 30]
    for number, (words, ago) in enumerate(zip("abb", days, strict=True), start=1):
        went_out_at = timezone.now() - datetime.timedelta(days=ago)
        Version.objects.create(
            content=page, number=number, data={}, substance=words, went_out_at=went_out_at
        )
    import_module("pages.migrations.0015_dates_of_words").tell_dates(apps, None)
    page.refresh_from_db()
    changed = timezone.now() - datetime.timedelta(days=60)
    assert day_of(page.words_changed_at) == day_of(changed)
