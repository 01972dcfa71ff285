from datetime import timedelta

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from blog.link_offers import Target, link_offers, link_targets
from tests.factories import (
    make_modality,
    make_page,
    make_practice,
    make_specialty,
    make_therapist,
    make_user,
)
from writing.forms import MOST_CHARACTERS

EMDR = Target("the type of therapy EMDR", "/approaches/emdr/", ("EMDR", "eye movement therapy"))
TRAUMA = Target("the specialty Trauma", "/specialties/trauma/", ("Trauma", "trauma-focused work"))
HANA = Target("the profile of Hana Wexler", "/team/hana/", ("Hana Wexler",), is_name=True)


def offered(html, *targets):
    return [(offer.words, offer.url) for offer in link_offers(html, targets)]


def words(html, *targets):
    return [offer.words for offer in link_offers(html, targets)]


def target(*names, url="/x/", **more):
    return Target("x", url, names, **more)


def test_the_first_mention_is_offered_once():
    html = "<p>Before.</p><p>We use EMDR. EMDR helps some.</p>"
    [offer] = link_offers(html, [EMDR])
    assert (offer.words, offer.before, offer.url) == ("EMDR", "We use ", EMDR.url)


def test_a_synonym_is_a_mention_too():
    assert words("<p>Eye movement therapy, then EMDR.</p>", EMDR) == ["Eye movement therapy"]


def test_several_are_offered_in_reading_order():
    html = "<p>Hana Wexler on trauma.</p><ul><li>EMDR</li></ul>"
    assert words(html, EMDR, TRAUMA, HANA) == ["Hana Wexler", "trauma", "EMDR"]


@pytest.mark.parametrize("kind", ["h2", "h3", "h4"])
def test_headings_are_left_alone(kind):
    assert words(f"<{kind}>Trauma</{kind}><p>Of trauma.</p>", TRAUMA) == ["trauma"]


def test_pull_quotes_and_captions_repeat_and_are_left_alone():
    html = (
        '<blockquote class="pull"><p>Trauma</p></blockquote>'
        '<figure data-image="3"><figcaption>Trauma</figcaption></figure>'
    )
    assert words(html, TRAUMA) == []
    assert words("<blockquote><p>Trauma</p></blockquote>", TRAUMA) == ["Trauma"]


def test_cells_of_a_table_are_lines_as_others():
    html = "<table><tr><td>For</td><td>By</td></tr><tr><td>Trauma</td><td>EMDR</td></tr></table>"
    assert words(html, EMDR, TRAUMA) == ["Trauma", "EMDR"]
    linked = html.replace("EMDR", '<a href="/approaches/emdr/">EMDR</a>')
    assert words(linked, EMDR, TRAUMA) == ["Trauma"]


def test_what_the_text_links_already_is_not_offered():
    for href in [
        "/specialties/trauma/", "/specialties/trauma", "/specialties/trauma/?x=1#part-a",
    ]:  # fmt: skip
        html = f'<p>Trauma comes first.</p><p><a href="{href}">here</a></p>'
        assert words(html, TRAUMA) == []


@override_settings(SITE_URL="https://practice.example")
def test_a_whole_address_of_this_site_is_the_same_link_and_another_site_is_not():
    html = '<p>Trauma.</p><p><a href="https://{}/specialties/trauma/">here</a></p>'
    assert words(html.format("practice.example"), TRAUMA) == []
    assert words(html.format("else.example"), TRAUMA) == ["Trauma"]


def test_words_inside_of_another_link_wait_for_the_next_mention():
    html = '<p><a href="https://a.example/">On trauma</a>. We treat Trauma.</p>'
    assert words(html, TRAUMA) == ["Trauma"]


@pytest.mark.parametrize("text", ["CBT-I", "pre-CBT", "CBTs", "aCBT", "CBT_x", "cbt", "Cbt"])
def test_only_whole_words_and_acronyms_as_they_are_written(text):
    assert words(f"<p>We use {text} here.</p>", target("CBT")) == []


@pytest.mark.parametrize("text", ["CBT", "(CBT)", "CBT’s", "CBT.", "<em>C</em>BT", "“CBT”"])
def test_punctuation_and_marks_do_not_hide_a_word(text):
    assert words(f"<p>We use {text} here.</p>", target("CBT")) == ["CBT"]


def test_an_act_is_not_act_and_other_words_are_in_either_case():
    act = target("ACT skills")
    assert words("<p>An act skills people.</p>", act) == []
    assert words("<p>Some ACT Skills.</p>", act) == ["ACT Skills"]


def test_names_are_matched_as_they_are_written():
    assert words("<p>A haven for hana wexler.</p>", target("Haven", is_name=True), HANA) == []
    assert words("<p>At Haven.</p>", target("Haven", is_name=True)) == ["Haven"]


def test_the_longest_words_win():
    therapy = target("EMDR therapy", url="/long/")
    html = "<p>EMDR therapy first, EMDR later.</p>"
    assert offered(html, EMDR, therapy) == [("EMDR therapy", "/long/"), ("EMDR", EMDR.url)]


def test_straight_and_curly_apostrophes_and_odd_spaces_are_the_same():
    assert words("<p>Parkinson’s&nbsp;disease</p>", target("Parkinson's disease")) != []
    assert words("<p>Parkinson's disease</p>", target("Parkinson’s disease")) != []


def test_odd_words_and_texts_break_nothing():
    odd = target("(", "a", "[x", "*+?", "", "C++")
    for html in ["", "<", "<p></p>", "<p>C++ ( a [x *+?</p>", '<a href="http://[">x</a>', "\x00"]:
        assert all(offer.url for offer in link_offers(html, [odd]))
    assert link_offers("<p>EMDR</p>", []) == []


# What there is to lead to


@pytest.mark.django_db
def test_names_are_read_apart_from_their_brackets_and_synonyms_by_comma_or_line():
    topic = make_modality("Cognitive behavioral therapy (CBT)", synonyms="one, two\n three ,\n\n")
    assert topic.words_for_it == [
        "Cognitive behavioral therapy (CBT)", "CBT", "Cognitive behavioral therapy", "one", "two",
        "three",
    ]  # fmt: skip
    assert make_specialty("Worry", clinical_name="Anxiety").words_for_it == ["Worry", "Anxiety"]


@pytest.mark.django_db
def test_only_what_visitors_can_open_is_offered():
    practice = make_practice(short_name="Larch")
    make_therapist("Hana Wexler")
    make_therapist("Theo Brandvold", is_listed=False)
    make_therapist("Rosa Quill", left_on=timezone.localdate() - timedelta(days=1))
    make_page("About us", slug="about", state="draft")
    html = "<p>At Larch: Hana Wexler, Theo Brandvold, Rosa Quill.</p>"
    assert words(html, *link_targets(practice)) == ["Hana Wexler"]


@pytest.mark.django_db
def test_the_short_name_leads_to_the_page_about_the_practice():
    practice = make_practice(short_name="Larch")
    make_page("About us", slug="about")
    assert offered("<p>At Larch.</p>", *link_targets(practice)) == [("Larch", "/about/")]
    practice.short_name = ""
    assert list(link_targets(practice)) == []


# Asking


@pytest.fixture
def address():
    return reverse("admin:blog_article_offers")


@pytest.mark.django_db
def test_a_writer_is_answered_in_sentences(client, address, practice):
    make_modality("EMDR")
    client.force_login(make_user("author"))
    answer = client.post(address, {"text": "<p>We use EMDR.</p>"}).json()
    assert answer["heading"] == "One place could lead somewhere on this site"
    assert answer["button"] == "Link it"
    assert answer["offers"] == [
        {
            "words": "EMDR",
            "before": "We use ",
            "label": "the type of therapy EMDR",
            "url": "/approaches/emdr/",
            "sentence": "“EMDR” could lead to the type of therapy EMDR.",
        }
    ]


@pytest.mark.django_db
def test_nobody_else_is_answered(client, address, practice):
    assert client.post(address, {"text": ""}).status_code == 302
    client.force_login(make_user("coordinator"))
    assert client.post(address, {"text": ""}).status_code == 403
    client.force_login(make_user("editor"))
    assert client.get(address).status_code == 405


@pytest.mark.django_db
def test_too_much_at_once_is_refused(client, address, practice):
    client.force_login(make_user("editor"))
    assert client.post(address, {"text": "x" * (MOST_CHARACTERS + 1)}).status_code == 413


@pytest.mark.django_db
def test_nothing_is_linked_by_saving(client, practice):
    from blog.models import Article
    from tests.blog.desk import ADD, form_data

    make_modality("EMDR")
    client.force_login(make_user("editor"))
    client.post(ADD, form_data(body="<p>We use EMDR.</p>"))
    assert Article.objects.get().body == "<p>We use EMDR.</p>"
