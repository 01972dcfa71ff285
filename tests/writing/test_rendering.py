import re

import pytest
from django.template import Context, Template

from pictures.models import Image
from writing.rendering import fetch_pictures, for_feed, for_page, with_whole_links

pytestmark = pytest.mark.django_db


def picture(**fields):
    fields = {"alt": "A lake", "file": "images/a.jpg", "width": 800, "height": 600} | fields
    return Image.objects.bulk_create([Image(**fields)])[0]


def test_headings_get_an_address_of_their_own():
    html = for_page("<h2>One &amp; <em>two</em></h2><h3>One two</h3><h2>¿…?</h2>")
    assert html == (
        '<h2 id="part-one-two">One &amp; <em>two</em></h2><h3 id="part-one-two-2">One two</h3>'
        '<h2 id="part-of-text">¿…?</h2>'
    )


def test_two_texts_on_one_page_never_share_an_address():
    page = Template("{% load richtext %}{% rich_text text %}{% rich_text text %}")
    html = page.render(Context({"text": "<h2>One</h2>"}))
    assert html == '<h2 id="part-one">One</h2><h2 id="part-one-2">One</h2>'


def test_no_heading_level_is_skipped():
    html = for_page("<h4>a</h4><h3>b</h3><h2>c</h2><h4>d</h4><h3>e</h3>", top=3)
    assert re.findall(r"<h(\d)[^>]*>(\w)", html) == [
        ("3", "a"), ("3", "b"), ("3", "c"), ("4", "d"), ("4", "e"),
    ]  # fmt: skip


def test_a_figure_shows_the_librarys_picture_with_caption_and_credit():
    image = picture(alt='A "lake"', credit="R. <b>")
    html = for_page(
        f'<figure data-image="{image.pk}"><figcaption>By <em>dawn</em></figcaption></figure>'
    )
    assert f'<figure data-image="{image.pk}"><picture>' in html
    assert 'alt="A &quot;lake&quot;"' in html
    assert "<figcaption>By <em>dawn</em> <small>R. &lt;b&gt;</small></figcaption></figure>" in html


def test_a_figure_whose_picture_is_gone_is_left_out_with_its_caption():
    assert (
        for_page('<p>a</p><figure data-image="99"><figcaption>b</figcaption></figure>')
        == "<p>a</p>"
    )


def test_all_figures_of_a_text_cost_one_query(django_assert_num_queries):
    images = [picture(file=f"images/{n}.jpg") for n in range(3)]
    text = "".join(f'<figure data-image="{image.pk}"></figure>' for image in images)
    with django_assert_num_queries(1):
        assert for_page(text).count("<picture>") == 3
    with django_assert_num_queries(0):
        for_page("<p>no picture</p>")


def cells(number):
    header = '<th scope="col">a</th>'
    return f"<thead><tr>{header * number}</tr></thead>"


def test_a_table_that_fits_a_phone_stands_as_it_is():
    html = f"<table><caption>Fees</caption>{cells(2)}</table>"
    assert for_page(html) == html


def test_a_wider_one_is_moved_sideways_by_itself_and_has_a_name():
    wide = f"<table>{cells(3)}</table>"
    html = for_page(
        f"{wide}<h2>Fees</h2>{wide}{wide}<table><caption>All</caption>{cells(9)}</table><p>a</p>"
    )
    starts = re.findall(
        r'<div class="sideways" role="region" tabindex="0" ([^>]*)><table>(.{4})', html
    )
    assert starts == [
        ('aria-label="Table 1"', "<the"),
        ('aria-labelledby="part-fees"', "<the"),
        ('aria-label="Table 3"', "<the"),
        ('aria-labelledby="table-4"', "<cap"),
    ]
    assert '<caption id="table-4">All</caption>' in html
    assert html.count("</table></div>") == 4


def test_a_table_that_runs_from_right_to_left_has_its_name_too():
    html = for_page(
        f"<h2>שלום</h2><table>{cells(3)}</table><table><caption>מחירים</caption>{cells(3)}</table>"
    )
    assert '<h2 dir="rtl" id="part-of-text">' in html
    assert 'tabindex="0" aria-labelledby="part-of-text"><table>' in html
    assert '<caption id="table-2" dir="rtl">' in html


def test_tables_of_two_texts_on_one_page_have_names_of_their_own():
    page = Template("{% load richtext %}{% rich_text text %}{% rich_text text %}")
    html = page.render(
        Context({"text": f"<table><caption>All</caption>{cells(3)}</table><h2>Table 1</h2>"})
    )
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(set(ids)) == len(ids) == 4


def test_a_table_written_around_the_field_breaks_no_page():
    odd = "<table><tr><td><table><tr><td>a</td><td>b</td><td>c</td></tr></table></td></tr></table>"
    html = for_page(f"{odd}<table></table>")
    assert html.count("<div") == html.count("</div>")
    assert html.count("<table>") == html.count("</table>") == 3


class Row:
    def __init__(self, body):
        self.body = body


def test_all_pictures_of_many_texts_cost_one_query(django_assert_num_queries):
    figure = f'<figure data-image="{picture().pk}"></figure>'
    with django_assert_num_queries(1):
        rows = fetch_pictures([Row(figure), Row("<p>a</p>"), Row(figure)])
        assert "<img" in for_feed(rows[2].body, "https://practice.example")


def feed(html):
    site = "https://practice.example"
    return with_whole_links(for_feed(html, site), site, f"{site}/blog/rest/")


def test_links_in_feeds_lead_to_the_article_and_its_headings_keep_their_ids():
    html = feed(
        "<h2>Later</h2><p><a href='#part-later'>a</a> <a href='?page=2'>b</a> <a rel=me href='/'>c</a></p>"
        "<h2>Later</h2><h4>Deep</h4>"
    )
    assert html == (
        '<h2 id="part-later">Later</h2><p><a href="https://practice.example/blog/rest/#part-later">a</a> '
        '<a href="https://practice.example/blog/rest/?page=2">b</a> '
        '<a href="https://practice.example/">c</a></p>'
        '<h2 id="part-later-2">Later</h2><h3 id="part-deep">Deep</h3>'
    )


def test_feeds_get_the_table_alone_with_whole_links():
    row = '<tbody><tr><td><a href="/fees/">a</a></td><td>b</td><td>c</td></tr></tbody>'
    html = f"<table><caption>All</caption>{cells(3)}{row}</table>"
    assert feed(html) == html.replace("/fees/", "https://practice.example/fees/")


def test_feeds_get_whole_links_and_plain_pictures():
    image = picture()
    html = feed(
        f'<p><a href="/team/?a=1&amp;b=2">a</a> <a href="mailto:a@b.example">b</a></p><figure data-image="{image.pk}"></figure>',
    )
    assert '<a href="https://practice.example/team/?a=1&amp;b=2">a</a>' in html
    assert '<a href="mailto:a@b.example">b</a>' in html
    assert (
        '<figure><img src="https://practice.example/media/images/a.jpg" width="800" height="600"'
        in html
    )
    assert "<picture" not in html


@pytest.mark.parametrize(
    "render", [for_page, lambda html: for_feed(html, "https://practice.example")]
)
def test_what_was_written_around_the_field_is_still_clean_when_shown(render):
    html = render('<p onclick="x()">a<script>alert(1)</script><a href="javascript:x()">b</a></p>')
    assert html == "<p>a<a>b</a></p>"


def test_text_is_never_escaped_twice_and_empty_is_empty():
    page = Template("{% load richtext %}{{ text|rich_text }}")
    assert page.render(Context({"text": "<p>Tea &amp; cake</p>"})) == "<p>Tea &amp; cake</p>"
    assert page.render(Context({"text": ""})) == ""
    assert page.render(Context({"text": None})) == ""
