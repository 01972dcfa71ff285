"""The table of old addresses is filled from a spreadsheet after a look, and does what it said."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editing.models import Redirect
from tests.factories import make_published_article, make_user

pytestmark = pytest.mark.django_db
FILL = "/admin/editing/redirect/fill/"

LINES = """Old URL;New URL
https://old.example/blog/2024/5/rest;/blog/rest/
/blog;/blog/rest/
/same/;/same/

/blog/2024/5/rest;/blog/other/
/only-one
/kept/;/blog/rest/
/moved/;/blog/rest/
/blog/alive/;/blog/rest/
/admin/x/;/blog/rest/
/plain/;http://other.example/
"""


def table():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def look(client, text):
    return client.post(FILL, {"text": text})


def outcomes(response):
    return {line.number: line.outcome for line, _words in response.context["lines"]}


def upload(client, data):
    return client.post(FILL, {"file": SimpleUploadedFile("old.csv", data)})


def test_a_table_is_shown_line_by_line_and_stored_on_a_second_press(editor):
    make_published_article(authors=["Rosa"], slug="alive")
    Redirect.objects.leave("/kept/", "/blog/rest/")
    Redirect.objects.leave("/moved/", "/elsewhere/")
    before = table()
    page = upload(editor, LINES.encode("utf-8-sig"))
    assert outcomes(page) == dict.fromkeys((3, 4, 6, 7, 10, 11, 12), "skipped") | {
        2: "new",
        8: "same",
        9: "changed",
    }
    assert "Left out: <strong>7</strong>" in page.content.decode()
    assert table() == before, "nothing is stored yet"
    text = page.context["text"]
    stored = editor.post(FILL, {"text": text, "confirmed": "1"}, follow=True)
    assert "2 addresses are stored." in stored.content.decode()
    assert table() == dict.fromkeys(["/kept/", "/moved/", "/blog/2024/5/rest/"], "/blog/rest/")
    by = dict(Redirect.objects.values_list("old_path", "created_by_name"))
    assert by == {"/kept/": "", "/moved/": "Edda Quill", "/blog/2024/5/rest/": "Edda Quill"}
    assert look(editor, text).context["to_store"] == 0, "the same table twice changes nothing"


@pytest.mark.parametrize(
    "data",
    [
        "/café/,/new/\r\n/b/,/new/".encode("cp1252"),
        "/café/,/new/\r/b/,/new/\r".encode(),
        "/café/\t/new/\n/b/\t/new/\n".encode("utf-16"),
        '\ufeff"/café/";"/new/"\n"/b/";"/new/"'.encode(),
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(editor, data):
    page = upload(editor, data)
    assert [line.old for line, _words in page.context["lines"]] == ["/café/", "/b/"]
    assert set(outcomes(page).values()) == {"new"}


def test_a_quotation_mark_too_many_spoils_one_line(editor):
    page = look(editor, '/a/,/new/\n"/b/,/new/\n/c/,"/new/\n/d/,/new/')
    assert outcomes(page) == {1: "new", 2: "skipped", 3: "new", 4: "new"}


def test_a_line_longer_than_any_address_is_left_out(editor):
    assert outcomes(look(editor, "/a/,/b/\n/c/," + "x" * 200_000)) == {1: "new", 2: "skipped"}


def test_what_is_promised_is_stored_chains_and_circles_too(editor):
    text = "/a/,/b/\n/b/,/c/\n/c/,/a/\n/d/,/a/"
    page = look(editor, text)
    assert outcomes(page) == {1: "new", 2: "new", 3: "skipped", 4: "new"}
    shown = {line.old: line.new for line, _ in page.context["lines"] if line.outcome == "new"}
    editor.post(FILL, {"text": text, "confirmed": "1"})
    assert table() == shown == dict.fromkeys(["/a/", "/b/", "/d/"], "/c/")


def test_what_led_to_an_address_is_sent_on_by_a_table_too(editor):
    Redirect.objects.leave("/a/", "/b/")
    Redirect.objects.leave("/p/", "/x/")
    text = "/b/,/c/\n/p/,/q/\n/q/,/r/"
    editor.post(FILL, {"text": text, "confirmed": "1"})
    assert table() == {"/a/": "/c/", "/b/": "/c/", "/p/": "/r/", "/q/": "/r/"}
    assert Redirect.objects.get(old_path="/a/").created_by is None
    assert look(editor, text).context["to_store"] == 0


def test_an_earlier_line_follows_where_a_later_one_leads(editor):
    Redirect.objects.leave("/a/", "/x/")
    Redirect.objects.leave("/p/", "/x/")
    text = "/p/,/a/\n/a/,/y/"
    editor.post(FILL, {"text": text, "confirmed": "1"})
    assert table() == {"/a/": "/y/", "/p/": "/y/"}
    assert look(editor, text).context["to_store"] == 0


def test_turning_a_way_around_is_no_circle(editor):
    Redirect.objects.leave("/a/", "/b/")
    assert outcomes(look(editor, "/b/,/a/")) == {1: "skipped"}
    assert outcomes(look(editor, "/a/,/c/\n/b/,/a/")) == {1: "changed", 2: "new"}
    assert outcomes(look(editor, "/c/,/a/\n/a/,/c/")) == {1: "new", 2: "skipped"}


def test_a_circle_that_came_about_otherwise_is_walked_once(editor):
    Redirect.objects.bulk_create(
        [Redirect(old_path="/a/", new_path="/b/"), Redirect(old_path="/b/", new_path="/a/")]
    )
    assert editor.post(FILL, {"text": "/c/,/a/\n/d/,/e/", "confirmed": "1"}).status_code == 302
    assert table()["/d/"] == "/e/"


@pytest.mark.parametrize("text", ["", "   ", "\x00", "x" * 300])
def test_a_table_of_nothing_stores_nothing(editor, text):
    assert editor.post(FILL, {"text": text, "confirmed": "1"}).status_code in (200, 302)
    assert table() == {}


def test_too_large_a_table_is_refused_with_a_sentence(editor):
    assert "larger than 2 MB" in upload(editor, b"/a/,/b/\n" * 300_000).content.decode()
    assert "more than 20,000 lines" in look(editor, "/a/,/b/\n" * 20_001).content.decode()


def test_a_whole_site_moves_in_one_table(editor):
    text = "".join(f"/2016/05/article-{n}/,/blog/article-{n}/\n" for n in range(2000))
    assert set(outcomes(look(editor, text)).values()) == {"new"}
    editor.post(FILL, {"text": text, "confirmed": "1"})
    assert len(table()) == 2000


def test_the_table_is_downloaded_as_it_would_be_read(editor):
    Redirect.objects.leave("/café, old/", "/new/")
    Redirect.objects.leave("/=1+1/", "https://other.example/")
    data = editor.get(reverse("admin:editing_redirect_download")).content
    assert data.startswith(b"\xef\xbb\xbf"), "or spreadsheets misread an é"
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [
        ["old web address", "leads to"],
        ["/=1+1/", "https://other.example/"],
        ["/café, old/", "/new/"],
    ]
    assert outcomes(upload(editor, data)) == {2: "same", 3: "same"}


@pytest.mark.parametrize("role", ["author", "coordinator", "clinician"])
def test_others_neither_fill_nor_download(client, role):
    client.force_login(make_user(role))
    assert client.get(FILL).status_code == 403
    assert client.get(reverse("admin:editing_redirect_download")).status_code == 403
