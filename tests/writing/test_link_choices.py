"""What a link may lead to is found by a few letters, and only what visitors may see."""

import pytest
from django.urls import reverse

from pages.models import Page
from tests.factories import (
    make_article,
    make_modality,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)
from writing import link_choices

pytestmark = pytest.mark.django_db


def labels(typed):
    return [(choice.label, choice.kind) for choice in link_choices.find(typed)]


@pytest.fixture
def everything():
    make_published_article("Sleep, again", ["Rosa Quill"])
    make_article("Sleep that is a draft")
    page = Page.objects.create(title="How we sleep", slug="how-we-sleep", body="<p>Well.</p>")
    page.publish()
    Page.objects.create(title="Sleep, not out", slug="sleep-not-out")
    make_specialty("Nights", synonyms="insomnia, sleep")
    make_modality("CBT-I", synonyms="sleep training")
    make_therapist("Slee Pington")


def test_everything_public_of_the_name_and_nothing_else(everything):
    assert set(labels("sleep")) == {
        ("Sleep, again", "Article"),
        ("How we sleep", "Page"),
        ("Nights", "Specialty"),
        ("CBT-I", "Approach"),
    }
    assert labels("sleep")[0] == ("Sleep, again", "Article"), "what begins so comes first"
    assert ("Slee Pington", "Therapist") in labels("sle")


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "%", "_", "zzz", "' OR 1=1", "sleep zzz"])
def test_what_means_nothing_finds_nothing(everything, typed):
    assert labels(typed) == []


def test_words_may_stand_in_any_order_and_half(everything):
    assert labels("agai SLEE") == [("Sleep, again", "Article")]


def test_long_and_many_words_are_cut(everything):
    assert labels("sleep " * 10_000)


def test_only_a_few_of_a_kind():
    for number in range(9):
        make_published_article(f"Sleep {number}", ["Rosa Quill"])
    assert len(labels("sleep")) == link_choices.MOST_OF_A_KIND


@pytest.mark.parametrize(
    ("role", "status"), [("author", 200), ("editor", 200), ("coordinator", 403)]
)
def test_only_whoever_writes_is_answered(client, everything, role, status):
    client.force_login(make_user(role))
    address = reverse("admin:blog_article_editor_links")
    response = client.get(address, {"q": "sleep"})
    assert response.status_code == status
    if status == 200:
        assert len(response.json()["choices"]) == 4
