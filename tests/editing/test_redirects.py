"""Addresses survive: what was public once leads on, in one step, and never in a circle."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editing.models import Redirect
from tests.editing.test_versions import address, form_of
from tests.factories import (
    make_article,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = pytest.mark.django_db
FILL = "/admin/editing/redirect/fill/"


@pytest.fixture
def editor(client):
    client.user = make_user("editor", name="Edda Quill")
    client.force_login(client.user)
    return client


def table():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


# Changing an address


@pytest.mark.parametrize(
    "make", [make_published_article, make_page, make_specialty, make_therapist]
)
def test_changing_the_address_of_anything_public_leaves_the_old_one_leading_there(client, make):
    row = make() if make is not make_published_article else make(authors=["Rosa"])
    row = type(row).objects.get(pk=row.pk)
    old = row.get_absolute_url()
    row.slug = "somewhere-new"
    row.save()
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, row.get_absolute_url())
    assert client.get(answer["Location"]).status_code == 200


def test_a_draft_leaves_nothing(client):
    article = make_article(slug="first-idea")
    article.refresh_from_db()
    article.slug = "second-idea"
    article.save()
    assert table() == {}


def test_the_address_is_changed_in_the_admin_and_waits_for_no_text(editor, client):
    article = make_published_article("On sleep", ["Rosa"], slug="on-sleep")
    editor.post(address(article), form_of(article, slug="sleep", title="New", _keep="1"))
    assert client.get("/blog/on-sleep/")["Location"] == "/blog/sleep/"
    assert "New" not in client.get("/blog/sleep/").content.decode()


def test_chains_collapse_and_a_way_back_is_no_circle(client):
    article = make_published_article("On sleep", ["Rosa"], slug="one")
    for slug in ("two", "three", "one"):
        article = type(article).objects.get()
        article.slug = slug
        article.save()
        for old, new in table().items():
            assert new == f"/blog/{slug}/"
            assert new not in table(), old
    assert client.get("/blog/one/").status_code == 200
    assert table() == {"/blog/two/": "/blog/one/", "/blog/three/": "/blog/one/"}


def test_the_query_comes_along_and_other_methods_do_not(client):
    Redirect.objects.leave("/old/", "/new/")
    assert client.get("/old/?a=1&b=2")["Location"] == "/new/?a=1&b=2"
    assert client.head("/old/").status_code == 301
    assert client.post("/old/").status_code == 405


def test_a_page_that_is_there_costs_no_look_at_the_table(client, django_assert_num_queries):
    page = make_page(slug="fees")
    Redirect.objects.create(old_path="/fees/", new_path="/elsewhere/")
    assert client.get(page.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/" + "x" * 5000 + "/", "/%00/", "/%FF%FE/", "/é/ü/", "/a/../b/", "/%0d%0aX: y/"],
)  # fmt: skip
def test_absurd_addresses_are_answered(client, path):
    assert client.get(path).status_code in (301, 400, 404)


# By hand


def test_a_circle_cannot_be_written_and_a_chain_is_shortened():
    Redirect.objects.leave("/a/", "/b/")
    with pytest.raises(ValidationError):
        Redirect(old_path="/b/", new_path="/a/").full_clean()
    longer = Redirect(old_path="/z/", new_path="/a/")
    longer.full_clean()
    assert longer.new_path == "/b/"
    with pytest.raises(ValidationError):
        Redirect(old_path="/same/", new_path="/same").full_clean()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/blog/2024/5/rest", "/blog/2024/5/rest/"),
        ("https://old.example/blog/rest?utm=1#top", "/blog/rest/"),
        ("/caf%C3%A9/", "/café/"),
    ],
)
def test_old_addresses_are_kept_in_one_spelling(editor, typed, kept):
    data = {"old_path": typed, "new_path": "/new/"}
    assert editor.post("/admin/editing/redirect/add/", data).status_code == 302
    row = Redirect.objects.get()
    assert (row.old_path, row.created_by_name) == (kept, "Edda Quill")


@pytest.mark.parametrize(
    "old", ["/", "/blog/", "/get-started/", "no-slash", "/\x00/", "/" + "x" * 900]
)
def test_what_cannot_be_an_old_address_is_refused_with_a_sentence(editor, old):
    answer = editor.post("/admin/editing/redirect/add/", {"old_path": old, "new_path": "/new/"})
    assert answer.status_code in (200, 400)
    assert not Redirect.objects.exists()


def test_the_list_is_searched(editor):
    Redirect.objects.leave("/old/", "/blog/rest/")
    Redirect.objects.leave("/other/", "/blog/sleep/")
    page = editor.get("/admin/editing/redirect/?q=rest").content.decode()
    assert "/old/" in page
    assert "/other/" not in page


# From a table


LINES = """Old URL;New URL
https://old.example/blog/2024/5/rest;/blog/rest/
/blog;/blog/rest/
/same/;/same/

/blog/2024/5/rest;/blog/other/
/only-one
/kept/;/blog/rest/
"""


def test_a_table_is_shown_line_by_line_and_stored_on_a_second_press(editor):
    Redirect.objects.leave("/kept/", "/blog/rest/")
    file = SimpleUploadedFile("old.csv", LINES.encode("utf-8-sig"))
    page = editor.post(FILL, {"file": file})
    outcomes = [(line.number, line.outcome) for line, _words in page.context["lines"]]
    assert outcomes == [
        (2, "new"),
        (3, "skipped"),
        (4, "skipped"),
        (6, "skipped"),
        (7, "skipped"),
        (8, "same"),
    ]
    assert len(table()) == 1, "nothing is stored yet"
    stored = editor.post(FILL, {"text": page.context["text"], "confirmed": "1"}, follow=True)
    assert (
        "One address is stored." in stored.content.decode()
        or "1 address" in stored.content.decode()
    )
    assert table() == {"/kept/": "/blog/rest/", "/blog/2024/5/rest/": "/blog/rest/"}
    again = editor.post(FILL, {"text": page.context["text"]})
    assert again.context["to_store"] == 0, "the same table twice changes nothing"


def test_a_table_from_an_old_spreadsheet_is_read(editor):
    file = SimpleUploadedFile("old.csv", "/café/,/new/\r\n".encode("cp1252"))
    page = editor.post(FILL, {"file": file})
    assert page.context["lines"][0][0].old == "/café/"


def test_a_chain_inside_a_table_is_shortened(editor):
    editor.post(FILL, {"text": "/a/,/b/\n/b/,/c/\n/c/,/a/", "confirmed": "1"})
    for new in table().values():
        assert new not in table()


@pytest.mark.parametrize("text", ["", "   ", "\x00", "x" * 300])
def test_a_table_of_nothing_stores_nothing(editor, text):
    assert editor.post(FILL, {"text": text, "confirmed": "1"}).status_code in (200, 302)
    assert table() == {}


def test_too_large_a_table_is_refused_with_a_sentence(editor):
    file = SimpleUploadedFile("big.csv", b"/a/,/b/\n" * 300_000)
    assert "larger than 2 MB" in editor.post(FILL, {"file": file}).content.decode()


def test_the_table_is_downloaded_as_it_would_be_read(editor):
    Redirect.objects.leave("/old/", "/new/")
    text = editor.get(reverse("admin:editing_redirect_download")).content.decode()
    assert text.splitlines() == ["old web address,leads to", "/old/,/new/"]
    assert editor.post(FILL, {"text": text}).context["to_store"] == 0


@pytest.mark.parametrize("role", ["author", "coordinator", "clinician"])
def test_others_neither_fill_nor_download(client, role):
    client.force_login(make_user(role))
    assert client.get(FILL).status_code == 403
    assert client.get(reverse("admin:editing_redirect_download")).status_code == 403
