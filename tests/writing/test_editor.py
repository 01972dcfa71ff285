import json

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.forms import modelform_factory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.models import Page
from pictures.models import Image
from tests.factories import jpeg, make_user
from writing.admin.editor import MOST_PASTED, EditorAdmin
from writing.fields import RichTextField
from writing.forms import MOST_CHARACTERS

pytestmark = pytest.mark.django_db
PASTE = "/admin/pages/page/editor/paste/"
PICTURES = "/admin/pages/page/pictures/"


def picture(**fields):
    fields = {"alt": "A lake", "file": "images/a.jpg", "width": 8, "height": 6} | fields
    return Image.objects.bulk_create([Image(**fields)])[0]


def test_every_admin_form_with_rich_text_has_the_editor():
    for model, model_admin in admin.site._registry.items():
        if any(isinstance(field, RichTextField) for field in model._meta.fields):
            assert isinstance(model_admin, EditorAdmin), model


def test_the_form_page_brings_the_editor_under_the_strict_policy(editor):
    response = editor.get("/admin/pages/page/add/")
    page = response.content.decode()
    assert 'data-rich-text="{' in page
    assert f"&quot;paste&quot;: &quot;{PASTE}&quot;" in page
    assert '<script src="/static/js/editor/editor.js" type="module">' in page
    policy = set(response["Content-Security-Policy"].split("; "))
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'"} <= policy


def test_a_form_cleans_what_it_takes():
    form = modelform_factory(Page, fields=["body"])({"body": "<p>a<script>x</script></p>"})
    assert form.is_valid()
    assert form.cleaned_data["body"] == "<p>a</p>"


def test_an_editor_left_empty_is_an_empty_text():
    form = modelform_factory(Page, fields=["body"])({"body": "<p></p><p>&nbsp;</p>"})
    assert form.is_valid()
    assert form.cleaned_data["body"] == ""


def test_a_text_longer_than_a_page_can_show_is_refused_with_what_to_do():
    form = modelform_factory(Page, fields=["body"])({"body": "a" * (MOST_CHARACTERS + 1)})
    assert "Divide it into two" in form.errors["body"][0]


def test_the_same_text_in_the_editors_spelling_is_no_change():
    page = Page(body="<ul><li>a</li></ul>")
    form = modelform_factory(Page, fields=["body"])
    assert not form({"body": "<ul><li><p>a</p></li></ul>"}, instance=page).has_changed()
    assert form({"body": "<ul><li><p>b</p></li></ul>"}, instance=page).has_changed()


def test_pasting_answers_with_clean_text_and_what_to_ask(editor):
    html = "<p>Small steps</p><p>A longer sentence follows it.</p><script>x</script><img src=//t.example/x>"
    answer = editor.post(PASTE, {"html": html, "text": ""}).json()
    assert answer == {
        "html": "<p>Small steps</p><p>A longer sentence follows it.</p>",
        "headings": ["Small steps"],
        "question": "One line looks like a heading. Make it a heading?",
        "note": "One picture was left out. Add it from the picture library.",
        "pictures": [1, ["A longer sentence follows it."]],
        "markdown": None,
    }


def test_pasting_plain_text_makes_lists(editor):
    answer = editor.post(PASTE, {"html": "", "text": "• a\n\n• b"}).json()
    assert answer["html"] == "<ul><li>a</li><li>b</li></ul>"


def test_pasting_falls_back_to_the_plain_text_where_the_html_says_nothing(editor):
    answer = editor.post(
        PASTE, {"html": "<meta charset=utf-8><span></span>", "text": "a\n\nb"}
    ).json()
    assert answer["html"] == "<p>a</p><p>b</p>"


def test_pasting_only_what_is_no_text_pastes_nothing_and_says_so(editor):
    html = '<div class="msocomtxt" id="_com_1">SECRET</div><del>SECRET</del>'
    answer = editor.post(PASTE, {"html": html, "text": "SECRET"}).json()
    assert answer["html"] == ""
    assert answer["note"].startswith("1 comment was left out. 1 tracked change was accepted")


def test_pasting_too_much_is_refused(editor):
    assert editor.post(PASTE, {"html": "", "text": "a" * (MOST_PASTED + 1)}).status_code == 413


def test_pasting_needs_the_token_of_the_form(editor):
    editor.handler.enforce_csrf_checks = True
    assert editor.post(PASTE, {"text": "a"}).status_code == 403


def test_the_editors_addresses_answer_only_the_right_method(editor):
    assert editor.get(PASTE).status_code == 405
    assert editor.post(PICTURES).status_code == 405
    assert editor.get(f"{PICTURES}add/").status_code == 405


@pytest.mark.parametrize("address", [PASTE, PICTURES, f"{PICTURES}add/", f"{PICTURES}1/"])
def test_only_those_who_may_write_reach_the_editors_addresses(client, address):
    for_visitor = client.post(address)
    assert (for_visitor.status_code, for_visitor.url) == (302, f"/admin/login/?next={address}")
    client.force_login(make_user("coordinator"))
    assert client.post(address).status_code == 403


def test_pictures_are_found_by_words_of_description_and_credit(editor):
    lake, bridge = picture(), picture(alt="A bridge", credit="Ruth Lake", file="images/b.jpg")
    assert [found["id"] for found in editor.get(PICTURES).json()["pictures"]] == [
        bridge.pk,
        lake.pk,
    ]
    assert [
        found["id"] for found in editor.get(PICTURES, {"q": "bridge LAKE"}).json()["pictures"]
    ] == [bridge.pk]
    assert editor.get(PICTURES, {"q": "tree"}).json() == {"pictures": [], "more": None}


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", ""])
def test_an_odd_page_of_pictures_is_the_nearest_one(editor, page):
    picture()
    assert len(editor.get(PICTURES, {"page": page}).json()["pictures"]) == 1


def test_pictures_come_in_pages_at_the_same_number_of_queries(editor):
    for number in range(3):
        picture(file=f"images/{number}.jpg")
    with CaptureQueriesContext(connection) as few:
        editor.get(PICTURES)
    for number in range(27):
        picture(file=f"images/more-{number}.jpg")
    with CaptureQueriesContext(connection) as many:
        answer = editor.get(PICTURES).json()
    assert len(many) == len(few)
    assert (len(answer["pictures"]), answer["more"]) == (24, 2)
    answer = editor.get(PICTURES, {"page": 2}).json()
    assert (len(answer["pictures"]), answer["more"]) == (6, None)


def test_one_picture_is_described_and_a_missing_one_is_404(editor):
    lake = picture()
    answer = editor.get(f"{PICTURES}{lake.pk}/").json()
    assert (answer["src"], answer["alt"]) == ("/media/images/a.jpg", "A lake")
    assert editor.get(f"{PICTURES}{lake.pk + 1}/").status_code == 404


def test_a_new_picture_needs_a_description_or_is_decoration(editor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def add(**fields):
        file = SimpleUploadedFile("a.jpg", jpeg(), "image/jpeg")
        return editor.post(f"{PICTURES}add/", {"upload": file, **fields})

    refused = add(is_decorative="False", alt="")
    assert refused.status_code == 400
    assert "Describe the picture" in json.dumps(refused.json()["errors"])
    assert add(is_decorative="False", alt="A green square").json()["alt"] == "A green square"
    assert add(is_decorative="True").json()["alt"] == ""


def test_the_editors_addresses_have_names():
    assert reverse("admin:pages_page_editor_paste") == PASTE


@pytest.mark.parametrize("html", ["", "<pre># One\n\n**two**</pre>"])
def test_what_is_plainly_markdown_is_offered_beside_what_was_pasted(editor, html):
    answer = editor.post(PASTE, {"html": html, "text": "# One\n\n**two**"}).json()
    assert "<h2>" not in answer["html"]
    assert answer["markdown"]["html"] == "<h2>One</h2><p><strong>two</strong></p>"
    assert answer["markdown"]["question"].startswith("This is Markdown.")


def test_what_came_with_its_structure_is_not(editor):
    answer = editor.post(PASTE, {"html": "<h2>One</h2><p>two</p>", "text": "# One\n\n**two**"})
    assert answer.json()["markdown"] is None


def test_notes_that_a_form_cannot_make_references_of_are_said(editor):
    html = '<p>So<a href="#_ftn1">[1]</a></p><div id="ftn1"><p><a href="#_ftnref1">[1]</a> A.</p></div>'
    answer = editor.post(PASTE, {"html": html, "text": ""}).json()
    assert answer["html"] == "<p>So[1]</p><p>[1] A.</p>"
    assert answer["note"].startswith("1 foot- or endnote stands at the end")
