import re

import pytest
from django.core.exceptions import ValidationError

from blog.models import Article
from tests.blog.desk import change, form_data, page_of, saved
from tests.blog.feeds import CONTENT, rss
from tests.factories import make_article, make_published_article, make_user

pytestmark = pytest.mark.django_db

ROWS = [{"text": "Quill R. On rest. 2019.", "url": "https://a.example/rest"}, {"text": "A book."}]


def test_mentions_lead_to_references_and_back(client):
    body = "<h2>Rest [1]</h2><p>So they say [1], and [7].</p>"
    page = page_of(client, make_published_article(authors=["A B"], body=body, reference_rows=ROWS))
    assert '<a href="#reference-1" id="mention-1" role="doc-noteref"' in page
    assert "and [7]." in page
    notes = page[page.index('role="doc-endnotes"') :]
    assert '<li id="reference-1">Quill R. On rest. 2019.' in notes
    assert '<a href="https://a.example/rest" rel="external noopener">a.example/rest</a>' in notes
    assert 'href="#mention-1" role="doc-backlink"' in notes
    assert "#mention-2" not in notes


def test_words_of_a_reference_are_words(client):
    rows = [{"text": "<b>Quill</b>", "url": 'https://a.example/"><script>'}]
    page = page_of(client, make_published_article(authors=["A B"], reference_rows=rows))
    assert "&lt;b&gt;Quill" in page
    assert "<script>" not in page


def test_without_references_brackets_are_brackets(client):
    article = make_published_article(authors=["A B"], body="<p>So [1] it is.</p>")
    page = page_of(client, article)
    assert "So [1] it is." in page
    assert "doc-endnotes" not in page


def test_references_are_saved_in_their_order(editor):
    saved(editor, rows=[{"text": "One", "url": "a.example/1"}, {"text": "Two"}])
    article = Article.objects.get()
    assert article.reference_rows == [
        {"text": "One", "url": "https://a.example/1"},
        {"text": "Two", "url": ""},
    ]
    assert [str(reference) for reference in article.references] == [
        "[1] One https://a.example/1",
        "[2] Two",
    ]


@pytest.mark.parametrize("url", ["http://a.example/", "javascript:alert(1)", "ftp://a.example/x"])
def test_a_link_of_a_reference_is_https(editor, url):
    response = saved(editor, rows=[{"text": "One", "url": url}])
    assert "starts with https://" in response.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "rows", ["x", {"text": "x"}, [{"url": "https://a.example"}], [{"text": 1}], [{"text": " "}],
             [{"text": "x", "url": "http://a.example"}], [{"text": "x"}] * 61]
)  # fmt: skip
def test_odd_rows_are_refused_whoever_writes_them(rows):
    with pytest.raises(ValidationError):
        make_article(reference_rows=rows).full_clean()


def test_a_form_that_knows_nothing_of_references_leaves_them(editor):
    article = make_article(reference_rows=[{"text": "One", "url": ""}])
    data = form_data([{"name": "Rosa Quill"}], slug=article.slug)
    assert editor.post(change(article), data).status_code == 302
    article.refresh_from_db()
    assert article.reference_rows == [{"text": "One", "url": ""}]


def test_a_version_keeps_references_and_can_show_them(editor):
    saved(editor, rows=[{"text": "One", "url": "https://a.example/1"}])
    article = Article.objects.get()
    assert article.versions().get().data["references-0-text"] == ["One"]
    page = editor.get(f"/admin/blog/article/{article.pk}/versions/1/").content.decode()
    assert "One, https://a.example/1" in page


def test_feeds_carry_references_that_lead_to_those_of_the_articles_page(client, settings):
    settings.SITE_URL = "https://practice.example"
    article = make_published_article("One", ["A B"], body="<p>So [1].</p>", reference_rows=ROWS)
    text = rss(client).find("channel/item").findtext(CONTENT)
    page = client.get(article.get_absolute_url()).content.decode()
    led_to = re.findall(r'href="https://practice.example/blog/one/#([^"]+)"', text)
    assert led_to == ["reference-1", "mention-1"]
    assert all(f'id="{place}"' in page and f'id="{place}"' in text for place in led_to)


def test_who_only_reads_sees_references_as_words(client):
    user = make_user("author")
    article = make_published_article(authors=["A B"], created_by=user, reference_rows=ROWS)
    client.force_login(user)
    page = client.get(change(article)).content.decode()
    assert "[1] Quill R. On rest. 2019." in page
    assert "{" not in page[page.index("[1] Quill R.") :][:200]
