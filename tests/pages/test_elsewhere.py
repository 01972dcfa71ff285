"""The form of whatever has a page says how that page looks where others show it."""

import html
import re

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from pages import elsewhere, share_files
from pages.elsewhere import cut
from team.models import Supervision
from tests.factories import (
    make_article,
    make_group,
    make_modality,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
PANEL = re.compile(r"<details[^>]*data-elsewhere>(.*?)</details>", re.DOTALL)
MADE = {
    "article": lambda: make_published_article("The drawer", ["Ines"], summary="What it holds."),
    "page": lambda: make_page("What it costs", lede="All of it."),
    "person": lambda: make_therapist("Ines Calder", opening_lines="Come in."),
    "specialty": lambda: make_specialty("Nights", clinical_name="Insomnia", summary="Awake."),
    "approach": lambda: make_modality("EMDR", summary="With the eyes."),
    "group": lambda: make_group("Sleepers", summary="Together."),
}


@pytest.fixture
def manager(client):
    client.force_login(make_user("manager"))
    return client


def address(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def panel(client, row):
    (found,) = PANEL.findall(client.get(address(row)).text)
    return html.unescape(found)


@pytest.mark.parametrize("kind", MADE)
def test_it_shows_what_the_page_says_of_itself(manager, kind):
    row = MADE[kind]()
    page = manager.get(row.get_absolute_url()).text
    shown = panel(manager, row)
    text = re.sub("</?s>", "", shown)
    said = {
        "title": re.search("<title>(.*?)</title>", page)[1],
        "description": re.search('name="description" content="(.*?)"', page)[1],
        "picture": re.search('og:image" content="http://127.0.0.1:8000(.*?)"', page)[1],
        "heading": re.search('og:title" content="(.*?)"', page)[1],
    }
    for name, words in said.items():
        assert html.unescape(words) in text, name
    assert " › ".join(filter(None, row.get_absolute_url().split("/"))) in shown


@pytest.mark.parametrize("kind", ["article", "page", "person"])
def test_of_what_nobody_may_see_nothing_is_drawn_and_no_picture_shown(manager, kind, monkeypatch):
    monkeypatch.setattr(share_files, "FOLDER", "shared-of-drafts")
    row = {
        "article": lambda: make_article("The drawer", ["Ines"]),
        "page": lambda: make_page("Soon", state="draft"),
        "person": lambda: make_therapist("Ines Calder", is_listed=False),
    }[kind]()
    shown = panel(manager, row)
    assert "Nobody outside sees any of it yet." in shown
    assert "<img" not in shown
    assert not default_storage.exists("shared-of-drafts")


def test_it_is_made_of_what_is_saved_and_not_of_what_a_refused_form_holds(manager):
    topic = make_specialty("Nights", summary="Awake.")
    answer = manager.post(address(topic), {"name": "", "summary": "Typed", "slug": "nights"})
    assert answer.status_code == 200
    (shown,) = PANEL.findall(answer.text)
    assert "Awake." in shown
    assert "Typed" not in shown


def test_whoever_is_kept_out_of_search_is_told_so_and_nothing_is_shown(manager):
    person = make_therapist("Ines Calder", is_out_of_search=True)
    shown = panel(manager, person)
    assert "Search engines leave this page out" in shown
    assert "Ines" not in shown


def test_a_trainee_stands_there_with_whoever_supervises(manager):
    person = make_therapist("June Aldecott", title="Doctoral Intern")
    boss = make_therapist("Marisol Tennant")
    Supervision.objects.create(supervisee=person, supervisor=boss, from_day="2020-01-01")
    assert "Doctoral Intern, supervised by Marisol Tennant" in re.sub(
        "</?s>", "", panel(manager, person)
    )


def test_what_others_cut_off_is_crossed_out(manager):
    title = " ".join(["A long word"] * 8)
    shown = panel(manager, make_published_article(title, ["Ines"]))
    kept, rest = cut(f"{title} · Larchmont", elsewhere.LONGEST_TITLE)
    assert f"{kept}<s>{rest}" in shown or f"{kept}<s>" in shown
    assert "is usually cut off" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", ""), ("Short", "Short"), ("ab cd ef", "ab cd"), ("abcdefgh", "abcdef"), ("a bcdefgh", "a bcde")],
)  # fmt: skip
def test_a_text_is_cut_at_the_end_of_a_word_where_there_is_one(text, shown):
    whole = cut(text, 6)
    assert whole.shown == shown
    assert whole.shown + whole.rest == text


def test_what_has_no_page_has_no_such_part(manager):
    user = make_user("author")
    assert "data-elsewhere" not in manager.get(address(user)).text
    assert "data-elsewhere" not in manager.get("/admin/team/specialty/add/").text


def test_of_a_group_it_withholds_what_the_page_withholds(manager):
    noor = make_therapist("Noor", is_without_place=True)
    told, untold = (
        make_group("Sleepers", begins_at="16:00"),
        make_group("Worry", [noor], begins_at="16:00"),
    )
    assert "4 p.m." in panel(manager, told)
    assert "4 p.m." not in panel(manager, untold)
