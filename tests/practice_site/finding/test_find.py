"""Finding from anywhere: for each role what it may open, in whatever spelling, and no word that is sealed."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from practice_site.finding import MOST, find
from practice_site.finding.rows import FOUND_BY, NOT_SEARCHED
from practice_site.finding.words import Query
from search import indexing
from staff.roles import ROLES
from tests.factories import (
    make_article,
    make_content,
    make_inquiry,
    make_page,
    make_practice,
    make_therapist,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

# What was typed, by what is found of it for each role: titles as they are shown.
EVERYBODY = {"manager", "editor", "author", "coordinator", "clinician"}
FOUND = {
    "phone number": {"manager": "Phone", "coordinator": "Practice facts"},
    "change our phone number": {"manager": "Phone", "coordinator": "Practice facts"},
    "Time zone": {"manager": "Time zone", "coordinator": "Practice facts"},
    "opening hours": {"manager": "Phone hours", "coordinator": "Practice facts"},
    "address": {"manager": "Locations", "coordinator": "Practice facts"},
    "menu": {"manager": "Menu"},
    "holidays": {"manager": "Closure days", "coordinator": "Closure days"},
    "redirects": {"manager": "Old web addresses", "editor": "Old web addresses"},
    "two-step verification": dict.fromkeys(EVERYBODY, "Two-step verification"),
    "2fa": dict.fromkeys(EVERYBODY, "Two-step verification"),
    "invite": {"manager": "Invite somebody"},
    "posts": {"manager": "Articles", "editor": "Articles", "author": "Articles"},
    "statistics": {"manager": "Reports", "coordinator": "Reports"},
    "ubung der stille": {"manager": "Übung der Stille", "editor": "Übung der Stille"},
    "ÜBUNG": {"manager": "Übung der Stille", "editor": "Übung der Stille"},
    "zoe": {"manager": "Zoë Ålund", "editor": "Zoë Ålund", "coordinator": "Zoë Ålund"},
    "alund zoe": {"manager": "Zoë Ålund", "editor": "Zoë Ålund", "coordinator": "Zoë Ålund"},
    "grossstadt": {"manager": "Großstadt", "editor": "Großstadt"},
    "noor": {"manager": "Noor Abadi"},
    "rowan": {},
    "stille strasse": {},
}


@pytest.fixture
def house():
    make_practice()
    make_article("Übung der Stille")
    make_page(title="Großstadt")
    make_therapist("Zoë Ålund")
    make_user("author", name="Noor Abadi")
    make_inquiry(make_content(name="Rowan"))


def titles(query, user):
    return [str(found.title) for group in find(query, user) for found in group.found]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("query", FOUND)
def test_what_a_role_finds(query, role):
    user = make_user(role, name="Somebody else")
    wanted = FOUND[query].get(role)
    found = titles(query, user)
    if wanted:
        assert wanted in found
    else:
        assert not {*FOUND[query].values()} & {*found}
        assert found == [] or FOUND[query]


@pytest.mark.parametrize("role", ROLES)
def test_whatever_is_found_may_be_opened(client, role):
    user = make_user(role)
    client.force_login(user)
    for query in ("e", "a", "o", "s"):
        for group in find(query, user):
            for found in group.found:
                assert client.get(found.url, follow=True).status_code == 200, found
            if group.more:
                assert client.get(group.more).status_code == 200


def test_an_author_finds_own_texts_only():
    author = make_user("author")
    make_article("Night hours", created_by=author)
    make_article("Night owls")
    assert titles("night", author) == ["Night hours"]


def in_texts(query, user):
    groups = [group for group in find(query, user) if str(group.name) == "In texts"]
    return {found.title: str(found.detail) for group in groups for found in group.found}


def test_a_text_is_found_by_its_words_a_draft_as_well():
    make_article("Night owls", body="<p>A heron stood in the réeds, &lt;b&gt; and waited.</p>")
    editor = make_user("editor")
    for typed in ("heron waited", "HERONS", "reeds", "herron"):
        found = in_texts(typed, editor)
        assert list(found) == ["Night owls"], typed
        assert "<mark>" in found["Night owls"]
    assert "&lt;b&gt;" in found["Night owls"]
    assert in_texts("heron flew", editor) == {}


def test_in_texts_nobody_finds_what_they_may_not_open():
    author = make_user("author")
    make_article("Mine", body="<p>Of herons.</p>", created_by=author)
    make_article("Not mine", body="<p>Of herons.</p>")
    make_page(title="A page", body="<p>Of herons.</p>")
    assert {*in_texts("heron", author)} == {"Mine"}
    assert {*in_texts("heron", make_user("manager"))} == {"Mine", "Not mine", "A page"}
    assert in_texts("heron", make_user("coordinator")) == {}


def test_what_has_the_words_in_its_title_is_named_once():
    make_article("Of herons", body="<p>A heron.</p>")
    assert titles("herons", make_user("editor")) == ["Of herons"]


def test_texts_are_asked_for_as_often_however_many_there_are():
    editor = make_user("editor")

    def cost():
        indexing.catch_up_for_good()
        find("heron", editor)
        with CaptureQueriesContext(connection) as captured:
            find("heron", editor)
        return len(captured)

    make_article("One", body="<p>Of herons.</p>")
    few = cost()
    for number in range(5 * MOST):
        make_article(f"Number {number}", body="<p>Of herons.</p>")
    assert cost() == few
    assert len(in_texts("heron", editor)) == MOST


def test_a_clinician_finds_the_fields_of_the_own_profile():
    clinician = make_user("clinician")
    profile = make_therapist("Ines Abara", user=clinician)
    groups = find("taking new clients", clinician)
    addresses = [found.url for group in groups for found in group.found]
    assert f"/admin/team/therapist/{profile.pk}/change/#id_availability" in addresses


def test_a_setting_leads_to_its_field():
    urls = [found.url for group in find("time zone", make_user("manager")) for found in group.found]
    assert "/admin/pages/practice/1/change/#id_time_zone" in urls


def test_every_registered_model_is_found_or_said_not_to_be():
    registered = {model._meta.label for model in admin.site._registry}
    assert FOUND_BY.keys() | NOT_SEARCHED == registered
    assert not FOUND_BY.keys() & NOT_SEARCHED


def test_no_table_of_what_is_sealed_is_asked():
    everybody = make_user(is_superuser=True)
    # What was written before goes into the index with the next search, whatever that is for.
    indexing.catch_up_for_good()
    with CaptureQueriesContext(connection) as captured:
        find("rowan", everybody)
        find("a", everybody)
    sealed = ("intake_inquiry", "intake_entry", "intake_roomevent", "intake_keyholder", "outbox_")
    asked = [query["sql"] for query in captured if any(table in query["sql"] for table in sealed)]
    assert asked == []
    assert all(query["sql"].lstrip().startswith("SELECT") for query in captured), (
        "nothing is kept of it"
    )


@pytest.mark.parametrize(
    "query", ["", "   ", "\0", "…", "?", "/", "' OR 1=1", "%", "_", "(", "a" * 500]
)
def test_odd_words_find_nothing_and_break_nothing(query):
    assert titles(query, make_user("editor")) == []


def test_whoever_may_not_enter_finds_nothing():
    user = make_user("manager")
    user.is_active = False
    assert find("menu", user) == []
    assert find("menu", make_user("manager", is_staff=False)) == []


def test_what_is_found_is_bounded_and_costs_no_more_with_more_rows():
    editor = make_user("editor")

    def cost():
        indexing.catch_up_for_good()
        find("otter", editor)
        with CaptureQueriesContext(connection) as captured:
            groups = find("otter", type(editor).objects.get(pk=editor.pk))
        return len(captured), groups

    make_article("Otter 0")
    few, _groups = cost()
    for number in range(1, 30):
        make_article(f"Otter {number}")
    many, [group] = cost()
    assert many == few
    assert len(group.found) == MOST
    assert group.found[0].title == "Otter 29"
    assert group.more == "/admin/blog/article/?q=otter"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how do I change the menu?", "menu"),
        ("where is our logo", "logo"),
        ("the", "the"),
        ("phone", "phone"),
    ],
)
def test_words_around_what_is_meant_do_not_count_for_pages(typed, meant):
    assert Query(typed).asks_for(f"xx {meant} yy")
    assert not Query(typed).asks_for("xx yy")


def test_in_titles_every_word_counts():
    assert Query("the night").stands_in("Through the night")
    assert not Query("the night").stands_in("A night")
