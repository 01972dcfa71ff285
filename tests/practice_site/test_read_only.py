"""What somebody may read and not change stands there in words, never as it is stored."""

import re

import pytest
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from tests import factories
from tests.factories import make_practice, make_user

pytestmark = pytest.mark.django_db


def page_of(role, row):
    client = Client()
    client.force_login(make_user(role))
    answer = client.get(reverse(admin_urlname(row._meta, "change"), args=[row.pk]))
    assert answer.status_code == 200
    return answer.text


def shown(role, row, field):
    """What stands in place of the control, without the line breaks of the template."""
    part = page_of(role, row).split(f"field-{field}")[-1]
    value = re.search(
        r'<div class="readonly">(.*?)</div>\s*(?:</div>|<div class="help)', part, re.DOTALL
    )
    return value[1].strip()


@pytest.fixture
def therapist():
    return factories.make_therapist(
        biography="<p>I keep <strong>bees</strong>.</p><h2>How I work</h2>",
        photo=factories.make_image(alt="Hana, smiling"),
        is_video=True,
        is_phone=False,
    )


def test_states_are_named():
    practice = make_practice(states_served=["OR", "WA"])
    assert shown("coordinator", practice, "states_served") == "Oregon, Washington"


def test_a_text_looks_as_its_readers_see_it_under_the_headings_of_the_page(therapist):
    text = shown("coordinator", therapist, "biography")
    assert "I keep <strong>bees</strong>." in text
    assert re.search(r"<h3[^>]*>How I work</h3>", text)


def test_a_box_to_tick_is_yes_or_no(therapist):
    assert shown("coordinator", therapist, "is_video") == "Yes"
    assert shown("coordinator", therapist, "is_phone") == "No"


def test_nothing_leads_to_what_somebody_may_not_open(therapist):
    assert shown("coordinator", therapist, "photo") == "Hana, smiling"
    assert 'href="' in shown("editor", therapist, "photo")


def test_what_only_the_form_names_is_named():
    practice = make_practice(time_zone="America/Los_Angeles")
    assert shown("coordinator", practice, "time_zone") == "Pacific"


def test_how_to_fill_in_a_field_is_said_to_those_who_may(therapist):
    says = "weekday mornings; from December 7"
    assert says in strip_tags(page_of("manager", therapist))
    assert says not in strip_tags(page_of("coordinator", therapist))


def test_a_picture_that_is_only_looked_at_is_the_picture_and_its_words():
    image = factories.make_image(alt="A kettle")
    page = page_of("author", image)
    assert "A kettle" in page
    assert "<img" in page
    for words in ("sliders", "Focus", "Upload", "cannot be deleted", "Nowhere yet. It may"):
        assert words not in page


def test_an_article_of_ones_own_that_is_out_shows_its_picture_and_reviewer_by_name(therapist):
    author = make_user("author")
    article = factories.make_published_article(
        authors=[factories.make_therapist(user=author)],
        created_by=author,
        lead_image=factories.make_image(alt="A lamp"),
        reviewed_by=therapist,
        reviewed_by_name=therapist.name,
        reviewed_on="2026-01-05",
    )
    client = Client()
    client.force_login(author)
    page = client.get(reverse("admin:blog_article_change", args=[article.pk])).text
    assert "A lamp" in page
    assert f">{therapist.name}</div>" in page
