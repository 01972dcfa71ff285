"""Old addresses lead on in one step, and never in a circle."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editing.models import Redirect
from editing.models.redirects import normal_path, normal_target
from tests.factories import make_page, make_published_article, make_therapist, make_user

pytestmark = pytest.mark.django_db
ADD = "/admin/editing/redirect/add/"


def table():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def faults(response):
    return response.context["adminform"].form.errors


# Visitors


def test_the_query_comes_along_and_other_methods_do_not(client):
    Redirect.objects.leave("/old/place/", "/new/")
    assert client.get("/old/place/?a=1&b=2")["Location"] == "/new/?a=1&b=2"
    assert client.head("/old/place/").status_code == 301
    assert client.post("/old/place/").status_code == 404


def test_the_query_is_joined_to_one_that_is_there(client):
    Redirect.objects.leave("/old/", "https://other.example/rooms?house=2#stairs")
    assert client.get("/old/")["Location"] == "https://other.example/rooms?house=2#stairs"
    joined = "https://other.example/rooms?house=2&a=1#stairs"
    assert client.get("/old/?a=1")["Location"] == joined


def test_a_page_that_is_there_costs_no_look_at_the_table(client):
    page = make_page(slug="fees")
    Redirect.objects.create(old_path="/fees/", new_path="/elsewhere/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(page.get_absolute_url()).status_code == 200
    assert not [query for query in queries if "editing_redirect" in query["sql"]]


@pytest.mark.parametrize("make", [lambda: make_published_article(authors=["Rosa"]), make_page])
def test_what_is_gone_says_so_and_leads_on_where_staff_wish(client, make):
    row = make()
    row.withdraw()
    address = row.get_absolute_url()
    gone = client.get(address)
    assert (gone.status_code, gone["X-Robots-Tag"]) == (410, "noindex")
    assert "no longer here" in gone.content.decode()
    Redirect.objects.leave(address, "/blog/sleep/")
    assert client.get(address)["Location"] == "/blog/sleep/"


@pytest.mark.parametrize("path", ["/admin/nothing/here/", "/static/none.css", "/media/none.jpg"])
def test_nobody_is_led_away_from_files_and_the_desk(admin_client, path):
    Redirect.objects.bulk_create([Redirect(old_path=path, new_path="/new/")])
    assert admin_client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/caf%C3%A9/", "/100%25/", "/what%3F/", "/a%2523b/", "/post.php"])
def test_an_odd_address_is_found_as_it_was_written(client, path):
    Redirect.objects.leave(path, "/new/")
    assert client.get(path)["Location"] == "/new/"


@pytest.mark.parametrize(
    "path",
    ["/" + "x" * 5000 + "/", "/" + "é" * 390 + "/", "/%00/", "/%2500/", "/%FF%FE/", "/%ED%A0%80/",
     "/é/ü/", "/a/../b/", "/%2e%2e/", "/%0d%0aX: y/", "/[x/", "/a%5Cb/", "/?" + "q" * 20_000],
)  # fmt: skip
def test_absurd_addresses_are_answered(client, path):
    assert client.get(path).status_code in (200, 301, 400, 404)


@pytest.mark.parametrize(
    "path", ["//[/", "//other.example/old/", "no-slash", "", "\\\\x", "/\x7f/"]
)
def test_absurd_requests_are_answered(client, path):
    Redirect.objects.leave("/old/", "/new/")
    assert client.get("/", PATH_INFO=path).status_code in (200, 400, 404)


def test_a_question_too_long_for_an_answer_is_refused(client):
    Redirect.objects.leave("/old/", "/new/")
    assert client.get("/old/?" + "q" * 20_000).status_code == 400


# What is written


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/blog/2024/5/rest", "/blog/2024/5/rest/"),
        ("https://old.example/blog/rest?utm=1#top", "/blog/rest/"),
        ("https://old.example", "/"),
        ("/caf%C3%A9/", "/café/"),
        ("/100%25/", "/100%25/"),
        ("/what%3F", "/what%3F/"),
        ("/post.php?id=3", "/post.php"),
        ("/post.html/", "/post.html"),
        ("/a//", "/a/"),
    ],
)
def test_an_address_has_one_spelling_and_keeps_it(typed, kept):
    assert normal_path(typed) == kept
    assert normal_path(kept) == kept


@pytest.mark.parametrize(
    "typed",
    ["no-slash", "//other.example/a/", "javascript:/a/", "mailto:/a/", "https:///a/", "/\x7f/",
     "/%0A/", "/%2Fother.example/", "/a/../b/", "/" + "x" * 900, "https://[/", "https://a.example:x/b/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed):
    for spell in (normal_path, normal_target):
        with pytest.raises(ValidationError):
            spell(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/blog/rest", "/blog/rest/"),
        ("/blog/feed.json", "/blog/feed.json"),
        ("https://practice.example/rest", "/rest/"),
        ("http://Practice.example:443/rest/", "/rest/"),
        ("HTTPS://other.example/A?b=1", "https://other.example/A?b=1"),
    ],
)
def test_a_target_is_a_page_here_or_a_secure_address_elsewhere(typed, kept, settings):
    settings.SITE_URL = "https://practice.example"
    assert normal_target(typed) == kept


@pytest.mark.parametrize(
    "typed", ["http://other.example/a/", "https://other.example/a b", "/team/?a=1", "/fees/#b", "ftp://a/b"]
)  # fmt: skip
def test_a_target_that_would_be_misread_is_refused(typed):
    with pytest.raises(ValidationError):
        normal_target(typed)


# By hand


def test_a_circle_cannot_be_written_and_a_chain_is_shortened():
    Redirect.objects.leave("/a/", "/b/")
    with pytest.raises(ValidationError, match="in a circle"):
        Redirect(old_path="/b/", new_path="/a/").full_clean()
    longer = Redirect(old_path="/z/", new_path="/a/")
    longer.full_clean()
    assert longer.new_path == "/b/"
    with pytest.raises(ValidationError, match="itself"):
        Redirect(old_path="/same/", new_path="/same").full_clean()


def test_what_led_to_an_address_is_sent_on_with_it(editor):
    Redirect.objects.leave("/a/", "/b/")
    assert editor.post(ADD, {"old_path": "/b/", "new_path": "/c/"}).status_code == 302
    assert table() == {"/a/": "/c/", "/b/": "/c/"}


def test_who_wrote_an_address_is_kept(editor):
    editor.post(ADD, {"old_path": "https://old.example/rest?a=1", "new_path": "/new"})
    row = Redirect.objects.get()
    assert (row.old_path, row.new_path, row.created_by_name) == ("/rest/", "/new/", "Edda Quill")


@pytest.mark.parametrize(
    "old", ["/", "/blog", "/get-started/", "https://old.example/team/?page=2", "/fees/", "/team/hana/"]
)  # fmt: skip
def test_an_address_where_a_page_lives_is_refused_with_a_sentence(editor, old):
    make_page(slug="fees")
    make_therapist(slug="hana")
    answer = editor.post(ADD, {"old_path": old, "new_path": "/new/"})
    assert "A page lives at this address" in str(faults(answer)["old_path"])
    assert table() == {}


@pytest.mark.parametrize("old", ["", "no-slash", "/\x00/", "/" + "x" * 900, "/admin/x/"])
def test_a_fault_is_said_at_its_field(editor, old):
    answer = editor.post(ADD, {"old_path": old, "new_path": "nonsense"})
    assert set(faults(answer)) == {"old_path", "new_path"}
    assert all(len(sentences) == 1 for sentences in faults(answer).values())


def test_the_list_says_by_whom_and_is_searched(editor):
    Redirect.objects.leave("/old/", "/blog/rest/")
    Redirect.objects.leave("/other/", "/blog/sleep/", make_user(name="Walt Enderby"))
    page = editor.get("/admin/editing/redirect/").content.decode()
    assert "the site, when an address changed" in page
    assert "Walt Enderby" in page
    page = editor.get("/admin/editing/redirect/?q=rest").content.decode()
    assert "/old/" in page
    assert "/other/" not in page
