import io
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from blog.docx import upload
from blog.docx.upload import html_of_docx
from blog.models import Article
from blog.start import forms, roles, text_form
from tests.blog.docx.word_files import p, t, word_file
from tests.blog.start.whole_text import LETTER, START, proposed
from tests.factories import make_article, make_therapist, make_user
from tests.writing.reading.marked_samples import WORD_WITH_A_COMMENT

pytestmark = pytest.mark.django_db


def test_first_step_stores_nothing(editor):
    response = editor.post(START, {"text": LETTER})
    assert response.status_code == 200
    assert "The Drawer Nobody Opens" in response.content.decode()
    assert not Article.objects.exists()


def test_confirmed_text_becomes_a_draft(editor):
    data = proposed(editor.post(START, {"text": LETTER}))
    response = editor.post(START, data | {"confirm": "1"})
    article = Article.objects.get()
    assert response.status_code == 302
    assert article.status() == "draft"
    assert article.title == "The Drawer Nobody Opens"
    assert article.byline_text == "Ines Calder, Doctoral Intern"
    assert article.opening_lines.startswith("“I keep it shut")
    assert article.body.count("<h2>") == 2
    assert article.body.count("<li>") == 3
    assert article.cta_text == "Meet our team and get started by clicking below."
    assert article.posted_by == "Rupert Finch"


def test_author_with_a_profile_is_linked_and_keeps_the_title_of_the_text(editor):
    profile = make_therapist("Ines Calder", title="Licensed psychologist")
    data = proposed(editor.post(START, {"text": LETTER}))
    editor.post(START, data | {"confirm": "1"})
    byline = Article.objects.get().bylines.get()
    assert (byline.therapist, byline.title) == (profile, "Doctoral Intern")


def row_of(response, words):
    """The name of the field that says what the row with these words is."""
    rows = response.context["form"].asked
    return next(name for name, row in rows.items() if row.text.startswith(words))


def confirmed(client, response, told=None, **more):
    """The article that is made when the page is confirmed with ``{words of a row: role}``."""
    told = {row_of(response, words): role for words, role in (told or {}).items()}
    client.post(START, proposed(response) | told | {"confirm": "1"} | more)
    return Article.objects.latest("pk")


def test_what_is_said_to_be_text_stays_in_it(editor):
    first = editor.post(START, {"text": LETTER})
    article = confirmed(editor, first, {"Rupert Finch": "text", "Opening It Slowly": "text"})
    assert article.posted_by == ""
    assert "<p>Rupert Finch</p>" in article.body
    assert article.body.count("<h2>") == 1
    assert "<p>Opening It Slowly</p>" in article.body


def test_every_row_can_be_told_everything(editor):
    """One click mends a miss, and each word is in one place."""
    for role in roles.LABELS:
        first = editor.post(START, {"text": LETTER})
        article = confirmed(editor, first, {"None of it is rubbish": role, "by Ines": "text"})
        told = {
            "title": article.title, "opening": article.opening_lines, "cta": article.cta_text,
            "posted_by": article.posted_by, "authors": article.byline_text,
            "reference": " ".join(row["text"] for row in article.reference_rows),
            "heading": "".join(re.findall("<h2>(.*?)</h2>", article.body)),
            "list": "".join(re.findall("<li>(.*?)</li>", article.body)),
            "quote": "".join(re.findall("<blockquote>(.*?)</blockquote>", article.body)),
        }  # fmt: skip
        where = [name for name, text in told.items() if "None of it is rubbish" in text]
        in_body = "None of it is rubbish" in article.body
        if role in ("date", "authors"):
            continue
        assert where == ([role] if role in told else []), role
        assert in_body == (role in roles.BODY), role


def test_what_cannot_be_a_date_is_said_and_nothing_is_stored(editor):
    first = editor.post(START, {"text": LETTER})
    data = proposed(first) | {row_of(first, "None of it"): "date", "confirm": "1"}
    assert "A date is one row" in editor.post(START, data).content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize("role", ["title", "opening", "cta", "posted_by", "authors", "reference"])
def test_a_part_that_is_too_long_is_said_and_nothing_is_stored(editor, role):
    first = editor.post(START, {"text": f"{LETTER}\n\n{'A long one. ' * 60}\n\nThat is it."})
    data = proposed(first) | {row_of(first, "A long one."): role, "confirm": "1"}
    response = editor.post(START, data)
    assert "Say of" in response.content.decode()
    assert not Article.objects.exists()


def test_what_it_becomes_can_be_looked_at_without_storing_anything(editor):
    first = editor.post(START, {"text": LETTER})
    data = proposed(first) | {row_of(first, "Rupert Finch"): "title", "again": "1"}
    response = editor.post(START, data)
    assert response.context["proposal"].title == "The Drawer Nobody Opens Rupert Finch"
    assert not Article.objects.exists()
    again = editor.post(START, proposed(response) | {"confirm": "1"})
    assert again.status_code == 302
    assert Article.objects.get().title == "The Drawer Nobody Opens Rupert Finch"


def test_a_day_that_is_told_is_the_day_it_goes_out_under(editor):
    first = editor.post(START, {"text": f"The Lamp\nPublished March 3, 2025\n\n{LETTER}"})
    article = confirmed(editor, first)
    assert timezone.localdate(article.publish_at).isoformat() == "2025-03-03"
    assert article.status() == "draft"


def test_of_a_very_long_text_the_ends_and_the_headings_are_asked_about(editor):
    text = "\n\n".join(f"Part {n}\n\nIt goes on, as {n} does, for a while." for n in range(1000))
    first = editor.post(START, {"text": f"The Lamp\n\n{text}\n\nby Rosa Quill"})
    assert len(first.context["form"].asked) == forms.MOST_ROWS
    article = confirmed(editor, first)
    assert article.byline_text == "Rosa Quill"
    assert article.body.count("<h2>") == 1000


def test_back_returns_to_the_text_as_it_was(editor):
    response = editor.post(START, {"text": LETTER, "back": "1"})
    assert LETTER.splitlines()[4] in response.content.decode()


def test_second_article_of_the_same_title_gets_an_address_of_its_own(editor):
    make_article("The Drawer Nobody Opens")
    data = proposed(editor.post(START, {"text": LETTER}))
    editor.post(START, data | {"confirm": "1"})
    assert Article.objects.filter(slug="the-drawer-nobody-opens-2").exists()


RICH = "<h1>The Lamp</h1><p>It was <b>on</b> all night.</p><ul><li>one</li><li>two</li></ul><p>Nobody <i>knew</i> why.</p>"
TYPED = "The Lamp\n\nIt was on all night.\n\n• one\n• two\n\nNobody knew why."


def test_what_is_left_alone_keeps_its_formatting(editor):
    text = TYPED.replace("Nobody knew why.", "Nobody ever knew why.\n\nNor did we.")
    first = editor.post(START, {"html": RICH, "text": text, "touched": "1"})
    article = confirmed(editor, first)
    assert article.body == (
        "<p>It was <strong>on</strong> all night.</p><ul><li>one</li><li>two</li></ul>"
        "<p>Nobody ever knew why.</p><p>Nor did we.</p>"
    )


def test_another_text_in_its_place_takes_over_nothing(editor):
    hidden = f"{RICH}<p hidden>SECRET</p>"
    first = editor.post(START, {"html": hidden, "text": "New\n\nWords of today.", "touched": "1"})
    assert first.context["left_out"] == []
    assert confirmed(editor, first).body == "<p>Words of today.</p>"


def test_back_from_a_word_file_shows_its_text_and_its_name(editor):
    file = SimpleUploadedFile(
        "lamp.docx", word_file(p(t("The Lamp")) + p(t("It was "), t("on", "<w:b/>"), t(".")))
    )
    first = editor.post(START, {"document": file})
    back = editor.post(START, proposed(first) | {"back": "1"})
    page = back.content.decode()
    assert "This is the text of lamp.docx." in page
    assert "The Lamp\n\nIt was on." in page
    data = {
        name: field.value() or ""
        for name, field in zip(back.context["form"].fields, back.context["form"], strict=True)
    }
    del data["document"]
    assert confirmed(editor, editor.post(START, data)).body == "<p>It was <strong>on</strong>.</p>"
    data["text"] = data["text"].replace("The Lamp", "A Lamp")
    changed = confirmed(editor, editor.post(START, data))
    assert (changed.title, changed.body) == ("A Lamp", "<p>It was <strong>on</strong>.</p>")


@pytest.mark.parametrize("text", ["", "  \n ", "\x00", "\x01\x02"])
def test_empty_text_gets_a_sentence(editor, text):
    response = editor.post(START, {"text": text})
    assert response.status_code == 200
    assert response.context["form"].errors


def docx(document):
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def word_document(*lines):
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return docx(
        '<?xml version="1.0"?><w:document xmlns:w='
        f'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )


def test_word_document_starts_an_article(editor):
    file = SimpleUploadedFile(
        "a.docx",
        word_document("The Lamp", "by Ines Calder, Doctoral Intern", "It was on all night."),
    )
    data = proposed(editor.post(START, {"document": file}))
    editor.post(START, data | {"confirm": "1"})
    article = Article.objects.get()
    assert (article.title, article.byline_text) == ("The Lamp", "Ines Calder, Doctoral Intern")
    assert article.body == "<p>It was on all night.</p>"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip",
        b"PK\x03\x04 cut off",
        docx("<broken"),
        docx('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ],
)
def test_damaged_document_gets_a_sentence(editor, content):
    response = editor.post(START, {"document": SimpleUploadedFile("a.docx", content)})
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Article.objects.exists()


def test_document_that_unpacks_to_too_much_is_refused(editor):
    out = io.BytesIO()
    with ZipFile(out, "w", compression=8) as archive:
        archive.writestr("word/document.xml", b"0" * (61 * 1024 * 1024))
    response = editor.post(START, {"document": SimpleUploadedFile("a.docx", out.getvalue())})
    assert "Divide it into two" in response.content.decode()


PARAGRAPH = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "inside",
    [
        PARAGRAPH * 20_001,
        "<w:p/>" * 20_001,
        f"<w:p>{'<w:r/>' * 300_000}</w:p>",
        "<w:tbl>" * 101 + "</w:tbl>" * 101,
        f"<w:p><w:r><w:t>{'a' * 5 * 1024 * 1024}</w:t></w:r></w:p>",
    ],
    ids=["paragraphs", "empty ones", "pieces", "nested", "one long one"],
)
def test_a_small_file_that_is_much_inside_gets_a_sentence(editor, inside):
    content = word_file(inside)
    response = editor.post(START, {"document": SimpleUploadedFile("a.docx", content)})
    assert "Divide it into two" in response.content.decode()


def test_what_an_archive_says_about_itself_is_not_believed():
    """The size of the text is counted while it is unpacked."""
    content = word_file(PARAGRAPH * 150_000)
    with ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    assert content.count(size)
    with pytest.raises(ValidationError):
        html_of_docx(SimpleUploadedFile("a.docx", content.replace(size, b"\1\0\0\0")))


def test_a_whole_book_is_taken(editor):
    book = word_file("".join(p(t(f"{number} " + "word " * 10)) for number in range(6000)))
    assert html_of_docx(SimpleUploadedFile("a.docx", book))[0].count("<p>") == 6000


@pytest.mark.parametrize("way", ["text", "html", "document"])
def test_every_way_in_ends_at_the_same_length(editor, way):
    most = text_form.MOST_CHARACTERS
    ways = {
        "text": lambda words: words,
        "html": lambda words: f"<p>{words}</p>",
        "document": lambda words: SimpleUploadedFile("a.docx", word_file(p(t(words)))),
    }
    sixty_thousand = "every " * 60_000
    assert editor.post(START, {way: ways[way](sixty_thousand)}).context["form"].is_bound is False
    refused = editor.post(START, {way: ways[way]("every " * (most // 6 + 1))})
    assert refused.context["form"].errors
    assert not Article.objects.exists()


def test_nobody_waits_for_another_document(monkeypatch):
    monkeypatch.setattr(upload, "LONGEST_WAIT", 0)
    file = SimpleUploadedFile("a.docx", word_file(p(t("A"))))
    with upload.one_at_a_time, pytest.raises(ValidationError, match="Try again in a minute"):
        html_of_docx(file)
    assert html_of_docx(file)[0] == "<p>A</p>"


@pytest.mark.parametrize(
    "handed_in",
    [
        {"text": "The Lamp\n\nIt was on[JA1] all night.\n\n[JA1]SECRET"},
        {"html": f"<h1>The Lamp</h1>{WORD_WITH_A_COMMENT}<p hidden>SECRET</p>"},
        {"html": '<h1>The Lamp</h1><p>On.</p><div class="msocomtxt" id="_com_1">SECRET</div>'},
    ],
)
def test_comments_never_become_text_and_are_said_to_be_left_out(editor, handed_in):
    response = editor.post(START, handed_in)
    assert "1 comment was left out." in response.content.decode()
    editor.post(START, proposed(response) | {"confirm": "1"})
    article = Article.objects.get()
    assert article.title == "The Lamp"
    assert "SECRET" not in article.body
    assert "M.?" not in article.body


def commented_file():
    comment = f'<w:comment w:id="0">{p(t("SECRET"))}</w:comment>'
    body = p(t("The Lamp")) + p(t("It was on all night."), t("SECRET", "<w:vanish/>"))
    return SimpleUploadedFile("a.docx", word_file(body, comments=comment))


def test_what_a_word_file_could_not_bring_is_said_on_both_pages_and_on_the_draft(editor):
    first = editor.post(START, {"document": commented_file()})
    wrong = editor.post(START, proposed(first) | {"confirm": "1", "row-1": "date"})
    editor.post(START, proposed(first) | {"confirm": "1"})
    article = Article.objects.get()
    form = editor.get(f"/admin/blog/article/{article.pk}/change/")
    for page in (first, wrong, form):
        assert "1 comment was left out." in page.content.decode()
        assert "1 hidden passage was left out." in page.content.decode()
    assert "SECRET" not in article.body


def test_what_was_left_out_is_said_until_somebody_who_may_change_it_dismisses_it(client):
    article = make_article("The Lamp", left_out={"comment": 2, "nonsense": 1})
    address = f"/admin/blog/article/{article.pk}/left-out/"
    client.force_login(make_user("author"))
    assert client.post(address).status_code in (302, 403, 404)
    article.refresh_from_db()
    assert article.left_out
    client.force_login(make_user("editor"))
    assert client.get(address).status_code == 405
    form = f"/admin/blog/article/{article.pk}/change/"
    assert "2 comments were left out." in client.get(form).content.decode()
    client.post(address)
    assert "were left out" not in client.get(form).content.decode()


def test_the_place_of_what_was_left_out_is_said_until_it_is_dismissed(editor):
    html = "<h1>The Lamp</h1><p>It was on all night.</p><p><img alt='A lamp'></p><p>And <s>by</s> morning<b hidden>no</b>.</p>"
    first = editor.post(START, {"html": html})
    article = confirmed(editor, first)
    form = editor.get(f"/admin/blog/article/{article.pk}/change/")
    for page in (first, form):
        assert "“…It was on all night.”" in page.content.decode()
        assert "And by morning”" in page.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "[]",
        "{",
        '{"comment": -1}',
        '{"comment": "1"}',
        '{"x": 1}',
        '{"comment": 1e99}',
        "null",
        '{"comment": [1]}',
        '{"comment": [1, [2]]}',
        '{"comment": [[1, []], []]}',
    ],
)
def test_odd_counts_sent_back_count_for_nothing(editor, sent):
    data = proposed(editor.post(START, {"html": "<p>The Lamp</p><p>On.</p>"}))
    editor.post(START, data | {"file_left_out": sent, "confirm": "1"})
    assert Article.objects.get().left_out == {}


def test_a_confirmation_sent_twice_leads_to_the_draft_it_made(editor):
    data = proposed(editor.post(START, {"text": LETTER})) | {"confirm": "1"}
    first = editor.post(START, data)
    second = editor.post(START, data | {"row-0": "text"}, follow=True)
    assert Article.objects.count() == 1
    assert second.redirect_chain[0][0] == first.url
    assert "This draft was made already." in second.content.decode()


def test_the_same_text_handed_in_again_is_another_draft(editor):
    for _time in range(2):
        data = proposed(editor.post(START, {"text": LETTER}))
        editor.post(START, data | {"confirm": "1"})
    assert Article.objects.count() == 2


@pytest.mark.parametrize("sent", ["", "forged", None])
def test_a_confirmation_that_was_not_given_out_is_asked_again_and_keeps_what_was_typed(
    editor, sent
):
    data = proposed(editor.post(START, {"text": LETTER})) | {"confirm": "1", "row-0": "out"}
    if sent is None:
        author = Client()
        author.force_login(make_user("author", email="a@practice.example"))
        sent = author.post(START, {"text": LETTER}).context["source"]["confirmation"]
    response = editor.post(START, data | {"confirmation": sent})
    assert not Article.objects.exists()
    assert response.context["form"]["row-0"].value() == "out"
    editor.post(START, proposed(response) | {"confirm": "1"})
    assert Article.objects.get().title == "Untitled"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("drafts", [1, 3])
def test_confirmations_at_once_make_one_draft_each(drafts):
    user = make_user("editor")
    forms, gate = [], Barrier(2 * drafts)
    for _draft in range(drafts):
        client = Client()
        client.force_login(user)
        forms.append(proposed(client.post(START, {"text": LETTER})) | {"confirm": "1"})

    def confirm(data):
        client = Client()
        client.force_login(user)
        gate.wait()
        try:
            return client.post(START, data).url
        finally:
            connection.close()

    with ThreadPoolExecutor(2 * drafts) as pool:
        answers = list(pool.map(confirm, forms * 2))
    assert Article.objects.count() == drafts
    assert answers[:drafts] == answers[drafts:]
    assert len(set(answers)) == drafts
