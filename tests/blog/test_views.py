import re

import pytest
from django.utils import timezone

from blog.models import Article
from tests.factories import (
    make_article,
    make_image,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db


def test_draft_is_404_for_visitors(client):
    article = make_article(authors=["Ines Calder"])
    assert client.get(article.get_absolute_url()).status_code == 404


def test_draft_is_404_even_for_its_editor(admin_client):
    article = make_article(authors=["Ines Calder"])
    assert admin_client.get(article.get_absolute_url()).status_code == 404


def test_withdrawn_article_is_gone_with_neighbors_to_read(client):
    near, gone = (make_published_article(authors=["Ines Calder"]) for _number in range(2))
    gone.withdraw()
    response = client.get(gone.get_absolute_url())
    assert response.status_code == 410
    assert near.title in response.content.decode()
    assert gone.title not in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex"


def test_an_article_past_its_time_is_gone_and_one_that_never_was_here_is_not(client):
    past = make_published_article(authors=["Ines Calder"])
    Article.objects.filter(pk=past.pk).update(withdraw_at=timezone.now())
    assert client.get(past.get_absolute_url()).status_code == 410
    draft = make_article()
    draft.withdraw()
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_articles_are_listed_newest_first(client):
    for day in (1, 3, 2):
        make_published_article(
            f"Day {day}", ["A B"], publish_at=timezone.make_aware(timezone.datetime(2026, 1, day))
        )
    page = client.get("/blog/").content.decode()
    assert page.index("Day 3") < page.index("Day 2") < page.index("Day 1")


@pytest.mark.parametrize(
    "number", ["0", "-1", "2", "abc", "99999999999999999999999", "", "1\x00", "１"]
)
def test_odd_page_number_is_no_server_error(client, number):
    make_published_article(authors=["A B"])
    assert client.get("/blog/", {"page": number}).status_code in {200, 400, 404}


def test_byline_links_to_a_listed_profile_only(client):
    listed, left = make_therapist("Ines Calder"), make_therapist("Rosa Quill", is_listed=False)
    article = make_published_article(authors=[listed, left])
    page = client.get(article.get_absolute_url()).content.decode()
    assert listed.get_absolute_url() in page
    assert "Rosa Quill" in page
    assert left.get_absolute_url() not in page


def test_poster_is_shown_small_and_never_as_author(client, practice):
    article = make_published_article(authors=["Ines Calder"], posted_by="Rupert Finch")
    practice.is_poster_shown = True
    practice.save()
    page = client.get(article.get_absolute_url()).content.decode()
    byline = page[page.index('class="byline') : page.index('class="prose')]
    assert "Rupert Finch" in page
    assert "Rupert Finch" not in byline
    practice.is_poster_shown = False
    practice.save()
    assert "Rupert Finch" not in client.get(article.get_absolute_url()).content.decode()


def test_opening_lines_touch_the_first_paragraph(client):
    article = make_published_article(
        authors=["Ines Calder"], opening_lines="“Why?”", body="<p>Because.</p>"
    )
    page = "".join(client.get(article.get_absolute_url()).content.decode().split())
    opening = page.index("“Why?”", page.index("<main"))
    between = page[opening + len("“Why?”") : page.index("Because.", opening)]
    assert between.replace("</p>", "").replace("</blockquote>", "") == "<p>"


def test_call_to_action_carries_topics_and_article(client):
    article = make_published_article("On sleep", ["A B"], [make_specialty("Sleep")])
    page = client.get(article.get_absolute_url()).content.decode()
    assert "/get-started/?specialty=sleep&amp;from=on-sleep" in page
    assert 'href="/team/"' in page


def test_own_words_replace_the_usual_invitation(client):
    article = make_published_article(
        authors=["A B"], cta_heading="Come by", cta_start_label="Write to us"
    )
    cta = article.call_to_action
    assert (cta.heading, cta.start_label) == ("Come by", "Write to us")
    page = client.get(article.get_absolute_url()).content.decode()
    assert re.search(r'href="/team/">Team</a>\s*</div>', page)


@pytest.mark.parametrize("slug", ["nothing-here", "x" * 300, "%00", "..%2f..", "é"])
def test_unknown_address_is_404(client, slug):
    assert client.get(f"/blog/{slug}/").status_code in {400, 404}


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_wrong_method_is_405(client, method):
    article = make_published_article(authors=["A B"])
    assert getattr(client, method)(article.get_absolute_url()).status_code == 405


def test_a_long_article_begins_with_its_contents_once(client):
    body = "".join(f"<h2>{name}</h2><p>Words.</p>" for name in ["First", "Second", "Third"])
    page = client.get(make_published_article("Rest", ["Ines"], body=body).get_absolute_url()).text
    assert page.count('class="contents"') == 1
    for name in ["First", "Second", "Third"]:
        assert f'<li><a href="#part-{name.lower()}">{name}</a></li>' in page
        assert page.count(f'id="part-{name.lower()}"') == 1


def test_a_short_article_has_no_contents(client):
    page = client.get(make_published_article("Rest", ["Ines"]).get_absolute_url()).text
    assert 'class="contents"' not in page


def test_every_list_says_when_an_article_came_out_and_how_long_it_is(client):
    image = make_image(800, 500)
    for number in range(3):
        make_published_article(f"Rest {number}", ["Ines"], lead_image=image, body="<p>word</p>")
    for address in ["/blog/", "/", "/blog/rest-0/"]:
        page = client.get(address).text
        rows = page.count('<p class="role">')
        assert rows >= 2
        assert len(re.findall(r"1 minute\s*</p>", page)) >= rows - 1
        assert page.count('class="cover"') == len(re.findall(r"<h[23]><a href=./blog/rest-", page))


def test_a_picture_in_a_list_says_nothing_that_the_title_beside_it_says(client):
    make_published_article("Rest", ["Ines"], lead_image=make_image(800, 500))
    make_published_article("Work", ["Ines"], lead_image=make_image(800, 500))
    for address in ["/blog/", "/", "/blog/rest/"]:
        for picture in re.findall(r'<img class="cover"[^>]*>', client.get(address).text):
            assert 'alt=""' in picture


def test_topics_below_an_article_have_a_label_that_is_seen(client):
    article = make_published_article("Rest", ["Ines"], [make_specialty("Sleep")])
    page = client.get(article.get_absolute_url()).text
    assert '<p class="small" id="about">More on</p>' in page
    assert 'aria-labelledby="about"' in page
