"""The own title and description of a page for search engines and shared addresses: empty changes nothing."""

import html
import re

import pytest
from django.urls import reverse

from editing import contents
from pages import elsewhere, own_words
from pages.models import Location, Page
from search.indexing import catch_up_for_good
from search.models import Document
from team.models import Therapist
from tests.factories import (
    make_group,
    make_location,
    make_modality,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
)
from tests.pages.told import told, train

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
OWN = {
    "search_title": "When the mind does not stop",
    "search_description": "What worry is, and who here sees it.",
}
PAGES = {
    "article": lambda: make_published_article("The drawer", ["A Guest"]),
    "page": lambda: make_page("Fees"),
    "specialty": lambda: make_specialty("Worry"),
    "approach": lambda: make_modality("EMDR"),
    "group": lambda: make_group("Worry, in company", [make_therapist()]),
    "place": lambda: make_location(),
}  # fmt: skip


def write(row, **words):
    for name, text in words.items():
        setattr(row, name, text)
    row.save()


@pytest.mark.parametrize("kind", PAGES)
def test_own_words_take_the_place_of_what_is_said_otherwise_and_go_with_them(client, kind):
    row = PAGES[kind]()
    before, page = told(client, row)
    write(row, **OWN)
    (title, description, shared_title, shared), page = told(client, row)
    assert title.startswith(f"{OWN['search_title']} · ")
    assert shared_title == OWN["search_title"]
    assert description == shared == OWN["search_description"]
    # Visitors read the page as it was.
    assert OWN["search_title"] not in re.search(r"<h1\b.*?</h1>", page)[0]
    write(row, search_title="", search_description="")
    assert told(client, row)[0] == before


def test_of_a_person_the_line_stands_before_the_words(client):
    tam = train("Tam Birch")
    write(tam, search_description="Tam Birch sees people who cannot sleep.")
    (title, description, _title, shared), _page = told(client, tam)
    assert description.startswith("Tam Birch, Doctoral Intern, supervised by Ines Calder")
    assert description.endswith("Tam Birch sees people who cannot sleep.")
    assert "supervised by" in title
    assert shared == description


def test_nobody_who_is_training_is_named_without_the_line_now_or_later(client, editor):
    train("Tam Birch")
    page = make_page("Sleep")
    change = reverse("admin:pages_page_change", args=[page.pk])
    typed = {
        "title": "Sleep",
        "slug": page.slug,
        "body": "<p>Words.</p>",
        "base_version": "0",
        "_save": "1",
    }
    typed |= {"publish_at_0": "2026-01-05", "publish_at_1": "09:00"}
    answer = client.post(change, typed | {"search_title": "Sleep, with tam birch"})
    assert "Tam Birch is training here" in str(
        answer.context["adminform"].form.errors["search_title"]
    )
    assert (
        client.post(change, typed | {"search_title": "Sleep, with Ines Calder"}).status_code == 302
    )
    assert told(client, page)[0][0].startswith("Sleep, with Ines Calder · ")
    # Words from before somebody began to train.
    Page.objects.update(
        search_title="Sleep, with Tam Birch", search_description="Tam Birch knows sleep."
    )
    page.refresh_from_db()
    (title, description, *_shared), _page = told(client, page)
    assert title.startswith("Sleep · ")
    assert "Tam Birch" not in description


def test_the_desk_shows_what_comes_of_it_and_names_whatever_says_the_same(client, editor):
    page, other = make_page("Fees"), make_page("Prices")
    draft = make_page("A draft", state="draft", publish_at=None)
    write(draft, **OWN)
    write(page, **OWN)
    assert elsewhere.of(page).twins == []
    write(other, search_title=OWN["search_title"].upper())
    write(make_specialty("Worry"), search_description=OWN["search_description"])
    shown = client.get(reverse("admin:pages_page_change", args=[page.pk])).text
    assert f'<p class="result-title">{OWN["search_title"]}' in shown
    assert "“Prices” has the same title" in html.unescape(shown)
    assert "“Worry” has the same description" in html.unescape(shown)
    write(page, search_title="Worry", search_description="")
    assert [text.split(" has ")[0] for text in elsewhere.of(page).twins] == ["“Worry”"]
    assert elsewhere.of(Location(name="Somewhere")) is None


def test_versions_carry_it_and_those_from_before_open(client, editor):
    page = make_page("Fees")
    change = reverse("admin:pages_page_change", args=[page.pk])
    typed = {"title": "Fees", "slug": page.slug, "body": "<p>Words.</p>", "_save": "1"}
    typed |= {"publish_at_0": "2026-01-05", "publish_at_1": "09:00"}
    client.post(change, typed | {"base_version": "0"} | OWN)
    first, second = page.versions().order_by("number")
    content = contents.of(page)
    changed = {change.name for change in content.changes_between(first.data, second.data)}
    assert changed >= {*OWN}
    # As a version from before this field holds it.
    first.data = {name: value for name, value in first.data.items() if name not in OWN}
    first.save()
    assert (
        client.get(reverse("admin:pages_page_version", args=[page.pk, first.number])).status_code
        == 200
    )
    client.post(reverse("admin:pages_page_restore", args=[page.pk, first.number]))
    page.refresh_from_db()
    client.post(
        change,
        typed
        | {"base_version": str(page.latest_version), "search_title": "", "search_description": ""},
    )
    page.refresh_from_db()
    assert (page.search_title, page.search_description) == ("", "")


@pytest.mark.parametrize("kind", [*PAGES, "person"])
def test_our_own_search_knows_none_of_them_whoever_wrote_them_there(client, kind):
    row = {**PAGES, "person": make_therapist}[kind]()
    words = {name: "Halabrand" for name in own_words.FIELDS if hasattr(row, name)}
    type(row).objects.filter(pk=row.pk).update(**words)
    catch_up_for_good()
    documents = list(Document.objects.all())
    assert documents
    assert not [one for one in documents if "halabrand" in str(vars(one)).casefold()]
    assert row.get_absolute_url() not in client.get("/search/?q=halabrand").text


def test_everything_with_a_page_of_its_own_has_words_of_its_own():
    missing = {model for model in elsewhere.HEADS if not hasattr(model, "search_description")}
    assert missing == set()
    assert not hasattr(Therapist, "search_title")  # a person's name is the title, with the line
