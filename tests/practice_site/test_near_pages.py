"""A cut or misspelled address leads to the one public page it begins like, or offers a few; never what is not public."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError
from django.utils import timezone

from blog.models import Article, Series
from editing import near_addresses
from editing.models import Redirect
from pages import error_page_facts
from practice_site import near_pages
from tests.factories import (
    make_article,
    make_group,
    make_location,
    make_modality,
    make_page,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(settings, tmp_path, monkeypatch):
    settings.STATE_DIR = tmp_path
    monkeypatch.setattr(near_pages, "budget", near_pages.Budget(most=1000, each_second=0))
    make_practice()
    error_page_facts.refresh()
    june = make_therapist("June Aldecott")
    sunday = make_published_article("What Sunday evening is trying to say", [june])
    make_published_article("What sisters know", [june])
    sunday.specialties.add(make_specialty("Grief"))
    sunday.modalities.add(make_modality("Psychodynamic therapy"))
    Article.objects.update(series=Series.objects.create(title="Letters from the house"))
    make_location("The mill", slug="the-mill", city="Wendham", entrance="One step.")
    make_group("Living on", [june])
    make_page("Fees")
    make_page("Training with us")


def leads_to(client, path):
    response = client.get(path)
    return response["Location"] if response.status_code == 301 else response.status_code


def offered(client, path):
    response = client.get(path)
    assert response.status_code in (404, 410)
    part = response.text.partition("<h2>Did you mean</h2>")[2].partition("</ul>")[0]
    return [line.partition('">')[2].partition("</a>")[0] for line in part.split("href=")[1:]]


SUNDAY = "/blog/what-sunday-evening-is-trying-to-say/"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/blog/what-sunday-evening-is-trying/", SUNDAY),
        ("/blog/what-sunday-evening-is-tr/", SUNDAY),
        ("/blog/what-su/", SUNDAY),
        ("/Blog/What-Sunday-Evening/", SUNDAY),
        ("/blog/what-sunday-evening-is-trying-to-say/)/", SUNDAY),
        ("/blog/what-sunday-evening-is-trying-to-say.", SUNDAY),
        ("/blog/what-sunday-evening-is-trying-to-say…/", SUNDAY),
        ("/blog/what-sunday-evening-is-trying-to-say/.", SUNDAY),
        ("/team/june/", "/team/june-aldecott/"),
        ("/specialties/grie/", "/specialties/grief/"),
        ("/approaches/psychodyn/", "/approaches/psychodynamic-therapy/"),
        ("/blog/author/june-ald/", "/blog/author/june-aldecott/"),
        ("/blog/specialty/grie/", "/blog/specialty/grief/"),
        ("/blog/approach/psychody/", "/blog/approach/psychodynamic-therapy/"),
        ("/blog/series/letters-from/", "/blog/series/letters-from-the-house/"),
        ("/groups/livin/", "/groups/living-on/"),
        ("/locations/the-m/", "/locations/the-mill/"),
        ("/grou/", "/groups/"),
        ("/trainin/", "/training-with-us/"),
        ("/contac/", "/contact/"),
        ("/get-start/", "/get-started/"),
        ("/special/", "/specialties/"),
    ],
)
def test_the_one_public_address_that_begins_so_is_led_to(client, path, url):
    assert leads_to(client, path) == url
    assert client.get(url).status_code == 200


def test_head_is_led_on_too_and_a_question_stays_behind(client):
    response = client.head("/blog/what-sunday-eve/?q=private&utm=1")
    assert (response.status_code, response["Location"]) == (301, SUNDAY)
    assert leads_to(client, "/blog/what-sunday-eve/?token=abc") == SUNDAY


def test_several_that_begin_so_are_offered_with_titles(client):
    assert set(offered(client, "/blog/what-s/")) == {"What sisters know", "What Sunday evening is trying to say"}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/blog/what-sunday-evning-is-trying-to-say/", "What Sunday evening is trying to say"),
        ("/blog/waht-sunday-evening/", "What Sunday evening is trying to say"),
        ("/team/june-aldecot-t/", "June Aldecott"),
        ("/team/jun-aldecott/", "June Aldecott"),
        ("/specialties/greif/", "Grief"),
        ("/specialites/", "Specialties"),
        ("/what-sunday-evening-is-trying-to-say/", "What Sunday evening is trying to say"),
        ("/posts/what-sunday-evening-is-trying-to-say/", "What Sunday evening is trying to say"),
        ("/june-aldecott/", "June Aldecott"),
        ("/blog/author/june-aldecot-t/", "Articles by June Aldecott"),
        ("/blog/series/leters-from-the-house/", "Letters from the house"),
    ],
)
def test_what_is_a_letter_off_or_in_another_place_is_offered_and_never_led_to(client, path, title):
    assert title in offered(client, path)


@pytest.mark.parametrize(
    "path",
    [
        "/wha/", "/blog/wha/", "/blog/x/", "/team/j/", "/nothing-like-anything/", "/blog/quite-another-thing/",
        "/blog/" + "a" * 500 + "/", "/blog/%25%5F%25%25%25/", "/blog/what%00sunday/", "/blog/a/b/what-su/",
        "/admin/what-sunday/", "/static/what-sunday-evening/", "/media/what-sunday-evening/", "/r/what-sunday-evening/x/",
    ],
)  # fmt: skip
def test_nothing_is_offered_for_too_little_or_for_nothing_like_it(client, path):
    response = client.get(path)
    assert "Did you mean" not in response.text
    assert "sunday-evening-is" not in response.headers.get("Location", "")


def test_a_word_in_another_place_is_offered_as_the_page_and_not_as_its_lists(client):
    assert offered(client, "/people/june-aldecott/") == ["June Aldecott"]
    assert offered(client, "/topics/grief/") == ["Grief"]


def test_a_list_with_nothing_to_read_is_named_nowhere(client):
    make_therapist("Quentin Writes-Nothing")
    make_specialty("Quentin topic")
    alone = Series.objects.create(title="Quentin alone")
    make_published_article("Part one", ["A Guest"], series=alone)
    make_published_article("Wren", [make_therapist("Quentin Quiet", is_out_of_search=True)])
    make_published_article("Hush", [make_therapist("Quentina Hush", first_name_only="Quentina")])
    for kind in ("author", "specialty", "series"):
        for asked in (
            "quentin",
            "quentin-writes-nothin",
            "quentin-topi",
            "quentin-alon",
            "quentin-hus",
        ):
            response = client.get(f"/blog/{kind}/{asked}/")
            assert response.status_code == 404, asked
            near = response.text.partition("<h2>Did you mean</h2>")[2].partition("</ul>")[0]
            assert "/blog/" not in near


def test_nothing_that_is_not_public_is_named_or_led_to(client):
    june = make_therapist("Quentin Listless", is_listed=False)
    hidden = make_therapist("Quentin Quiet", is_out_of_search=True)
    later = timezone.now() + timedelta(days=1)
    make_article("Quentin in a draft", [june])
    make_published_article("Quentin comes tomorrow", [june], publish_at=later)
    left = make_published_article("Quentin left", [june])
    left.withdraw_at = timezone.now()
    left.save()
    make_page("Quentin page", publish_at=later)
    assert hidden.pk
    for path in (
        "/quentin/",
        "/blog/quentin/",
        "/team/quentin/",
        "/team/quentin-listles/",
        "/quentin-page/",
    ):
        for asked in (path, path.replace("n-", "m-")):
            response = client.get(asked)
            assert response.status_code == 404, asked
            assert "Did you mean" not in response.text


def test_at_a_set_time_it_can_be_found_and_no_second_before(client):
    at = timezone.now() + timedelta(days=1)
    make_published_article("Winter birds", [make_therapist("Wren")], publish_at=at)
    with time_machine.travel(at - timedelta(seconds=1), tick=False):
        assert leads_to(client, "/blog/winter/") == 404
    with time_machine.travel(at, tick=False):
        assert leads_to(client, "/blog/winter/") == "/blog/winter-birds/"


def test_never_more_than_a_handful(client):
    author = make_therapist("Wren")
    for number in range(20):
        make_published_article(f"Letters number {number}", [author])
    assert len(offered(client, "/blog/letters-number/")) == near_addresses.MOST
    assert len(offered(client, "/blog/lettres-number-1/")) == near_addresses.MOST


def test_what_staff_said_of_an_old_address_comes_first(client):
    Redirect.objects.create(old_path="/blog/what-sunday/", new_path="/fees/")
    assert leads_to(client, "/blog/what-sunday/") == "/fees/"


def test_titles_are_escaped(client):
    author = make_therapist("Wren")
    make_published_article("<b>Sharp</b> edges", [author], slug="sharp-edges-one")
    make_published_article("Sharp two", [author], slug="sharp-edges-two")
    text = client.get("/blog/sharp-edges/").text
    assert "&lt;b&gt;Sharp&lt;/b&gt; edges" in text
    assert "<b>Sharp" not in text


def test_the_page_is_there_when_the_database_is_not(client, monkeypatch):
    def away(path):
        raise DatabaseError("gone")

    monkeypatch.setattr(near_pages, "near", away)
    response = client.get("/blog/what-sunday-eve/")
    assert response.status_code == 404
    assert "There is no room at this address" in response.text


def test_a_page_without_what_was_asked_of_it_leads_nowhere(client):
    assert leads_to(client, "/blog/?page=99") == 404
    assert "Did you mean" not in client.get("/blog/?page=99").text


def test_a_trainee_is_named_without_a_title(client):
    make_therapist("Quentin Young", title="Doctoral Intern")
    assert offered(client, "/team/quentim-young/") == ["Quentin Young"]


def test_a_post_is_never_led_on(client):
    assert client.post("/blog/what-sunday-eve/").status_code in (403, 404, 405)


def test_whoever_asks_for_thousands_gets_the_plain_page(client, monkeypatch):
    monkeypatch.setattr(near_pages, "budget", near_pages.Budget(most=3, each_second=0))
    asked = [leads_to(client, "/blog/what-sunday-eve/") for _n in range(5)]
    assert asked == [SUNDAY] * 3 + [404] * 2


def test_the_budget_comes_back_with_time():
    budget = near_pages.Budget(most=2, each_second=1)
    assert [budget.spend(100) for _n in range(3)] == [True, True, False]
    assert [budget.spend(101) for _n in range(2)] == [True, False]
    assert [budget.spend(200) for _n in range(3)] == [True, True, False]


@pytest.mark.parametrize(
    "path", ["/blog/what-sunday-eve/", "/blog/what-s/", "/blog/waht-sunday/", "/nowhere-at-all/"]
)
def test_it_asks_the_same_number_of_questions_whatever_there_is(
    client, path, django_assert_max_num_queries
):
    author = make_therapist("Wren")
    for number in range(30):
        make_published_article(f"More of it {number}", [author])
    client.get("/contact/")  # what the menu asks of groups and people is kept from then on
    with django_assert_max_num_queries(30):
        client.get(path)


@pytest.mark.parametrize("word", ["what-brothers-kn", "what-brothers-knoow", "what-brothers-know"])
def test_what_has_no_address_in_our_language_is_neither_led_to_nor_named(client, word):
    make_published_article("What brothers know", ["A B"], language="es")
    response = client.get(f"/blog/{word}/")
    assert response.status_code == 404
    assert "brothers" not in response.text.partition("<main")[2].replace(word, "")


@pytest.mark.parametrize("word", ["christina-li", "christina-l", "christina-lee"])
def test_a_last_name_that_is_held_back_leads_nobody_on(client, word):
    make_therapist("Christina Li", slug="christina", first_name_only="Christina")
    assert offered(client, f"/team/{word}/") == []
