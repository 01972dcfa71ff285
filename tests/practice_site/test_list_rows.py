"""Rows of the desk's lists: what they show, in which words, and at what cost."""

import re
from datetime import timedelta

import pytest
from django.contrib import admin
from django.utils import timezone

from practice_site.list_words import WORDS, words_of
from team.models import Supervision
from tests.assertions import assert_cost_does_not_grow
from tests.factories import (
    make_article,
    make_image,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
ARTICLES = "/admin/blog/article/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor"))
    return client


def rows_of(client, address):
    page = client.get(address).content.decode()
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    plain = (re.sub(r"<[^>]+>", " ", row) for row in body.split("</tr>")[:-1])
    return [" ".join(row.split()) for row in plain]


def test_an_article_says_who_wrote_it_what_about_and_where_it_stands(editor):
    sleep = make_specialty("Sleep")
    make_published_article("On sleep", ["Rosa", "Ines"], specialties=[sleep])
    assert rows_of(editor, ARTICLES) == ["On sleep Rosa and Ines Sleep On the site " + changed()]


def changed():
    now = timezone.localtime()
    return f"today {now.hour % 12 or 12}:{now.minute:02} {'a.m.' if now.hour < 12 else 'p.m.'}"


@pytest.mark.parametrize(
    ("fields", "door", "words"),
    [
        ({}, "shut", "Draft"),
        ({"state": "withdrawn"}, "shut", "Withdrawn"),
        ({"state": "approved", "publish_at": -1}, "ajar", "On the site"),
        (
            {"state": "approved", "publish_at": -1, "latest_version": 3, "current_version": 2},
            "ajar",
            "On the site, changes wait",
        ),
        ({"state": "approved", "publish_at": 1}, "clock", "Goes out"),
    ],
)
def test_the_door_says_what_the_words_say(editor, fields, door, words):
    if days := fields.get("publish_at"):
        fields = {**fields, "publish_at": timezone.now() + timedelta(days=days)}
    make_article("On sleep", **fields)
    page = editor.get(ARTICLES).content.decode()
    assert re.search(rf'desk-icons[^"]*\.svg#{door}"></use></svg></span>{words}', page)


def test_a_therapist_says_whether_there_is_room_and_since_when_that_is_known(editor):
    make_therapist("Hana Wexler", availability_confirmed_on=None)
    [row] = rows_of(editor, "/admin/team/therapist/")
    assert "Hana Wexler" in row
    assert "never confirmed" in row


def test_what_somebody_wrote_stays_words(editor):
    make_article("<b>bold</b>", ["<i>Rosa</i>"], specialties=[make_specialty("<u>Sleep</u>")])
    page = editor.get(ARTICLES).content.decode()
    assert not re.search("<(b>bold|i>Rosa|u>Sleep)", page)


def test_a_row_of_articles_and_of_people_costs_no_query(editor):
    def grow(size):
        for number in range(size):
            topic = make_specialty(f"Topic {size} {number}", slug=f"topic-{size}-{number}")
            make_article(f"{size} {number}", ["A"], [topic], lead_image=make_image())
            make_therapist(f"Hana {size} {number}", photo=make_image())
            make_page(title=f"{size} {number}")

    addresses = [ARTICLES, "/admin/team/therapist/", "/admin/pages/page/"]
    assert_cost_does_not_grow(editor, addresses, grow)


@pytest.mark.parametrize("label", sorted(WORDS))
def test_an_empty_list_says_what_to_do(client, label):
    client.force_login(make_user(is_superuser=True))
    model = next(model for model in admin.site._registry if model._meta.label == label)
    if label == "staff.User" or model.objects.exists():
        return  # never empty
    opts = model._meta
    page = client.get(f"/admin/{opts.app_label}/{opts.model_name}/").content.decode()
    words = WORDS[label]
    assert str(words.nothing) in page
    if words.add:
        assert page.count(str(words.add)) == 2, "above, and where the rows would be"


def test_a_list_without_words_of_its_own_names_what_is_added():
    language = next(m for m in admin.site._registry if m._meta.label == "team.Language")
    assert str(words_of(language._meta).add) == "Add spoken language"


def test_a_search_that_finds_nothing_leads_back(editor):
    page = editor.get(ARTICLES, {"q": "xyzzy"}).content.decode()
    assert "Nothing here fits what you asked for." in page
    assert "No article yet" not in page


@pytest.mark.parametrize(("days", "word"), [(0, "Yes"), (-400, "No")])
def test_a_yes_or_a_no_is_a_word_and_no_icon(client, days, word):
    client.force_login(make_user("manager"))
    today = timezone.localdate()
    Supervision.objects.create(
        supervisee=make_therapist("Rosa"),
        supervisor=make_therapist("Ines"),
        from_day=today - timedelta(days=800),
        to_day=today + timedelta(days=days),
    )
    page = client.get("/admin/team/supervision/").content.decode()
    assert re.search(r'data-label="Now"[^>]*>(\w+)<', page)[1] == word
    assert "/icon-" not in page
