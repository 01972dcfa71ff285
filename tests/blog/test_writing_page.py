"""The form of an article as it will look: everything is on it once, and what is closed says what is in it."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from blog.admin.articles import ArticleAdmin
from blog.forms import ArticleForm
from blog.models import Article, Series
from team.models import Supervision
from tests.assertions import queries_of
from tests.blog.desk import ADD, change, form_data
from tests.factories import (
    make_article,
    make_image,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = pytest.mark.django_db
# Buttons, and what of a form is nobody's text.
NOT_FIELDS = {"csrfmiddlewaretoken", "base_version", "copy_revision", "note", "key", "answer"}


def supervise(trainee, supervisor):
    Supervision.objects.create(supervisee=trainee, supervisor=supervisor, from_day="2020-01-01")


class Controls(HTMLParser):
    """The names and ids of a page, in order."""

    def __init__(self, html):
        super().__init__()
        self.names, self.ids, self.buttons, self.inside = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "template":
            self.inside.append(tag)
        if self.inside:
            return
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "button" or attrs.get("type") == "submit":
            if attrs.get("type") != "button" and attrs.get("form") in (None, "article_form"):
                self.buttons.append(attrs.get("name", ""))
        elif tag in ("input", "select", "textarea") and "name" in attrs:
            self.names.append((attrs["name"], attrs.get("value")))

    def handle_endtag(self, tag):
        if tag == "template":
            self.inside.pop()


def summaries(html):
    found = re.findall(r"<summary><b>(.+?)</b> <span>(.+?)</span></summary>", html)
    return dict(found)


def stops_of(html):
    listed = re.search(r'<details class="menu stops".*?</details>', html, re.DOTALL)
    return re.findall(r"<li.*?>(?:<a.*?>)?(.+?)(?:</a>)?</li>", listed[0]) if listed else []


@pytest.fixture
def author(client):
    user = make_user("author")
    client.force_login(user)
    client.user = user
    return client


def inputs_of(name):
    """What the page has for a field, once."""
    if name in ("publish_at", "withdraw_at"):
        return [f"{name}_0", f"{name}_1"]
    return [f"{name}-TOTAL"] if name in ("bylines", "references") else [name]


def test_every_field_is_on_the_page_once(editor):
    make_specialty("Grief")
    Series.objects.create(title="Small hours")
    article = make_article("Once")
    for address in (ADD, change(article)):
        controls = Controls(editor.get(address).text)
        names = [name for name, _value in controls.names]
        for field in ArticleForm.base_fields:
            if field == "modalities":  # there is none to choose
                continue
            for name in inputs_of(field):
                assert names.count(name) == 1, name
        twice = {name for name in controls.ids if controls.ids.count(name) > 1}
        assert twice == set()


def test_everything_an_article_is_has_a_place_or_a_drawer(editor):
    shown = {
        name
        for _title, options in ArticleAdmin.fieldsets
        for line in options["fields"]
        for name in ([line] if isinstance(line, str) else line)
    }
    assert shown == set(ArticleForm.base_fields)


@pytest.mark.parametrize(
    "make", [lambda: make_article("A"), lambda: make_published_article("A", ["B"])]
)
@pytest.mark.parametrize("role", ["editor", "author"])
def test_the_enter_key_never_makes_anything_public(client, role, make):
    user = make_user(role)
    client.force_login(user)
    article = make()
    Article.objects.filter(pk=article.pk).update(created_by=user)
    for address in (ADD, change(article)):
        buttons = Controls(client.get(address).text).buttons
        assert buttons[:1] in ([], ["_keep"], ["_continue"])
        if address == change(article) and article.status() == "live" and role == "editor":
            assert buttons[0] == "_keep"


def test_a_title_is_one_line_however_it_was_pasted(editor):
    for typed in ("One\r\n  two", "One\ntwo", " One\u2028two ", "One\r\r\ntwo\n"):
        Article.objects.all().delete()
        editor.post(ADD, form_data(title=typed, slug=""))
        article = Article.objects.get()
        assert (article.title, article.slug) == ("One two", "one-two")


def test_closed_drawers_say_what_is_in_them(editor):
    grief, sleep = make_specialty("Grief"), make_specialty("Sleep")
    html = editor.get(ADD).text
    assert summaries(html) == {
        "About": "No specialty yet",
        "References": "None",
        "Review": "Nobody yet",
        "Series": "Not part of one",
        "Ending": f"The usual invitation · {html_name(html)}",
        "Times": "Goes out when you publish it",
        "Address and search results": "Made from the title",
    }
    series = Series.objects.create(title="Small hours")
    article = make_article("A drawer", cta_heading="Come <in>", series=series, series_order=2)
    article.specialties.set([grief, sleep])
    Article.objects.filter(pk=article.pk).update(reference_rows=[{"text": "A book", "url": ""}])
    said = summaries(editor.get(change(article)).text)
    assert said["About"] == "Grief, Sleep"
    assert said["References"] == "1 source"
    assert said["Series"] == "Small hours · part 2"
    assert said["Ending"] == "Come &lt;in&gt;"
    assert said["Address and search results"] == f"/blog/{article.slug}/"


def html_name(html):
    return re.search(r'name="posted_by" value="(.*?)"', html)[1]


def test_what_was_typed_and_refused_is_what_a_drawer_says(editor):
    grief = make_specialty("Grief")
    data = form_data(
        specialties=[grief.pk], title="", publish_at_0="2031-02-03", publish_at_1="09:00"
    )
    html = editor.post(ADD, data).text
    assert summaries(html)["About"] == "Grief"
    assert summaries(html)["Times"] == "Goes out 2031-02-03 09:00"


def test_a_drawer_with_something_wrong_in_it_is_open_and_the_others_are_not(editor):
    html = editor.post(ADD, form_data(reviewed_on="2020-01-01")).text
    opened = re.findall(r'<details class="drawer" name="drawer" id="drawer-(\w+)" open>', html)
    assert opened == ["reviewed_by"]
    assert stops_of(html) == ["Clinically reviewed by: Say who reviewed it."]
    assert 'href="#id_reviewed_by"' in html


def test_what_stops_it_is_said_before_anybody_presses(editor):
    assert stops_of(editor.get(ADD).text) == ["A title", "The text", "Who wrote it"]
    article = make_article("Done", ["Rosa Quill"])
    assert stops_of(editor.get(change(article)).text) == []
    live = make_published_article("Out", ["Rosa Quill"])
    assert stops_of(editor.get(change(live)).text) == []


def test_a_yes_that_is_missing_is_waited_for_by_name(editor):
    trainee, supervisor = make_therapist("Ines Calder"), make_therapist("Rosa Quill")
    supervise(trainee, supervisor)
    editor.post(ADD, form_data([{"therapist": trainee.pk}]))
    html = editor.get(change(Article.objects.get())).text
    assert "Waits for Rosa Quill’s yes" in html
    [sentence] = stops_of(html)
    assert sentence.startswith("Ines Calder is supervised. Ask Rosa Quill for a yes")
    assert '/share/">Ines Calder is supervised.' in html


def test_filled_is_what_comes_next(editor):
    def filled(html):
        return re.findall(r'<button class="[^"]*btn-next[^"]*" name="(\w+)"', html)

    assert filled(editor.get(ADD).text) == ["_continue"]
    assert filled(editor.get(change(make_article("A", ["Rosa Quill"]))).text) == ["_publish"]
    live = make_published_article("B", ["Rosa Quill"])
    assert filled(editor.get(change(live)).text) == ["_continue"]


def test_whoever_may_only_look_reads_the_text_and_has_no_buttons(author):
    article = make_published_article("Out", ["A B"], created_by=author.user)
    html = author.get(change(article)).text
    assert 'class="place place-body prose"' in html
    assert 'name="_continue"' not in html
    assert "A B" in html


def test_the_form_costs_at_most_25_queries(client):
    client.force_login(make_user("manager"))
    trainee, supervisor = make_therapist("Ines Calder"), make_therapist("Rosa Quill")
    supervise(trainee, supervisor)
    client.post(ADD, form_data([{"therapist": trainee.pk}, {"name": "June Aldecott"}]))
    assert queries_of(client, change(Article.objects.get())) <= 25


def chips_of(html):
    line = html.partition('class="authors"')[2].partition("</summary>")[0]
    return re.findall(
        r'<span class="author"><(img|span) class="face[^>]*>(?:</span>)?([^<]*)', line
    )


def test_who_wrote_it_stands_as_faces_and_names(editor):
    quill = make_therapist("Rosa Quill", photo=make_image())
    article = make_article("A talk")
    article.bylines.create(therapist=quill, title="LPC", order=0)
    article.bylines.create(name="A. <Guest>", order=1)
    html = editor.get(change(article)).text
    assert chips_of(html) == [("img", "Rosa Quill, LPC"), ("span", "A. &lt;Guest&gt;")]
    assert "Who wrote it?</span>" in editor.get(ADD).text


@pytest.mark.parametrize("sent", ["x", "-1", "9" * 30, "4.5"])
def test_a_person_who_is_none_has_no_face_and_breaks_nothing(editor, sent):
    html = editor.post(ADD, form_data([{"therapist": sent}], title="")).text
    assert chips_of(html) == []


def test_a_face_is_shown_to_whoever_may_write_and_leads_to_the_picture(client, author):
    quill = make_therapist("Rosa Quill", photo=make_image())
    faceless = make_therapist("Ines Calder")
    where = reverse("admin:blog_article_face", args=[quill.pk])
    assert client.get(where)["Location"].startswith("/media/")
    for nobody in (faceless.pk, 10**9):
        assert client.get(reverse("admin:blog_article_face", args=[nobody])).status_code == 404
    client.force_login(make_user("coordinator"))
    assert client.get(where).status_code == 403


def test_what_was_refused_is_listed_once(editor):
    html = editor.post(ADD, form_data(reviewed_on="2020-01-01")).text
    assert html.count("Say who reviewed it.") == 2  # in the list, and at its field
    assert "One thing needs another look." in html


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (0, "No words yet"),
        (1, "1 word, 1 minute to read"),
        (595, "595 words, 3 minutes to read"),
        (1204, "1,204 words, 5 minutes to read"),
        (1547, "1,547 words, 7 minutes to read"),
        (2499, "2,499 words, 11 minutes to read"),
    ],
)
def test_the_form_says_how_long_the_text_is_without_a_script(client, editor, words, said):
    article = make_article("The drawer", body=f"<p>{'word ' * words}</p>" if words else "")
    page = client.get(change(article)).text
    assert f">{said}</p>" in page
    typed = client.post(change(article), form_data(body="<p>Only three words</p>", title="")).text
    assert ">3 words, 1 minute to read</p>" in typed
