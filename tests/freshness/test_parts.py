"""A piece of a page is made once for a row that is kept, and each time where more than the row goes into it."""

import re
from itertools import chain

import pytest
from django.conf import settings
from django.template import engines
from django.utils import timezone, translation
from django.utils.autoreload import file_changed

from freshness import basis, parts
from freshness.kept import Kept
from pages import frame, kept_practice
from pages.models import Practice
from team.models import Therapist
from tests.factories import make_inquiry, make_key_holder, make_published_article
from tests.intake.coordinators import address as address_of_inquiry
from tests.intake.coordinators import sign_in, unlock

pytestmark = pytest.mark.django_db
NAMED = re.compile(r'\{% part "([\w./]+)"')
PAGES = [
    "/", "/blog/", "/blog/the-drawer/", "/team/", "/team/ines-calder/", "/specialties/sleep/", "/contact/",
    "/blog/feed/", "/groups/",
]  # fmt: skip


class Loader:
    """Templates of a test, and how often each was made."""

    def __init__(self, texts):
        self.texts, self.made = texts, []

    def render(self, name, context):
        self.made.append(name)
        return engines["django"].from_string(self.texts[name]).render(dict(context))


@pytest.fixture
def loader(monkeypatch):
    loader = Loader(
        {
            "name": "{{ person.name }}{{ ending }}",
            "count": "{{ person.credentials.count }}",
            "day": "{% load tz %}{{ person.since|date:'Y-m-d H' }}",
            "words": "{% load i18n %}{% get_current_language as l %}{{ l }}",
        }
    )
    monkeypatch.setattr(parts, "render_to_string", loader.render)
    return loader


@pytest.fixture
def person():
    return Therapist.objects.create(name="Ines & Calder", slug="ines", title="PhD", is_listed=True)


def test_of_a_kept_row_a_part_is_made_once_for_each_way_it_is_shown(loader, person):
    parts.keep_with([person])
    for _time in range(3):
        assert parts.part("name", "person", person, {}) == "Ines &amp; Calder"
        assert parts.part("name", "person", person, {"ending": "!"}) == "Ines &amp; Calder!"
    assert loader.made == ["name", "name"]


def test_of_another_row_it_is_made_each_time(loader, person):
    parts.part("name", "person", person, {})
    person.name = "Other"
    assert parts.part("name", "person", person, {}) == "Other"


def test_what_asks_the_database_is_made_each_time_and_noted_for_the_page(loader, person):
    parts.keep_with([person])
    for number in (0, 1):
        with basis.of() as own:
            assert parts.part("count", "person", person, {}) == str(number)
        assert len(own.statements) == 1
        person.credentials.create(abbreviation="PhD", kind="degree")


def test_what_the_clock_turns_is_made_each_time_and_noted_for_the_page(loader, person, monkeypatch):
    parts.keep_with([person])
    soon = timezone.now() + timezone.timedelta(hours=1)
    monkeypatch.setattr(Therapist, "name", property(lambda self: basis.turns(soon) or "x"))
    for _time in range(2):
        with basis.of() as own:
            parts.part("name", "person", person, {})
        assert own.until == soon
    assert loader.made == ["name", "name"]


def test_each_language_and_each_zone_has_its_own(loader, person):
    parts.keep_with([person])
    person.since = timezone.datetime(2026, 3, 4, 2, tzinfo=timezone.get_fixed_timezone(0))
    shown = set()
    for zone in ("UTC", "America/New_York"):
        with timezone.override(zone):
            shown.add(parts.part("day", "person", person, {}))
    assert shown == {"2026-03-04 02", "2026-03-03 21"}
    for language in ("en", "es"):
        with translation.override(language):
            assert parts.part("words", "person", person, {}) == language


def test_a_second_row_in_a_part_is_refused(loader, person):
    with pytest.raises(TypeError, match="practice"):
        parts.part("name", "person", person, {"practice": Practice()})


def test_a_template_that_a_developer_changes_is_seen(client, practice):
    before, changed = client.get("/").text, settings.BASE_DIR / "templates/_promise.html"
    around = frame.current()
    file_changed.send(sender=None, file_path=changed)
    assert frame.current() is not around
    assert not kept_practice.current()._kept_parts
    assert client.get("/").text == before


def test_every_part_of_a_page_shows_its_row_and_nothing_else(client, something_of_everything):
    """Or it would be made for each page anew, which is what it is there to save."""
    coordinator = sign_in(client, "coordinator")
    make_key_holder(coordinator)
    unlock(client)
    make_published_article("Another", ["Rosa"])  # so that the list has more than the first
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    named = set(chain.from_iterable(NAMED.findall(path.read_text()) for path in templates))
    for address in [*PAGES, address_of_inquiry(make_inquiry())]:
        assert client.get(address).status_code == 200
    found = {template for row in kept_rows() for template, *_how in row._kept_parts}
    assert found == named


def kept_rows():
    def kept(name):
        return Kept.every[name].held["en"].value

    return [
        kept("pages.practice"),
        *kept("team.people").everybody.people,
        *kept("blog.newest").articles,
        *kept("groups.groups"),
        *kept("blog.articles").values(),
    ]
