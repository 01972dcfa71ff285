"""A child who writes alone meets a page of their own before anything could be typed, and nothing typed is kept."""

import re

import pytest

from intake.actions.take_down_form import TakeDownForm
from intake.models import CareAloneAge, Inquiry, UsedToken
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.persons import URL, answers
from tests.whole_database import every_text

pytestmark = pytest.mark.django_db
ALONE = {"age": "under-13", "name": "Wrenna-Sentinel", "message": "At night I am afraid."}


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    return factories.make_practice(states_served=["NY", "OR"])


def allowed_from(age, state="NY"):
    CareAloneAge.objects.create(state=state, age=age, checked_by="Dana")


def test_the_way_to_it_stands_before_the_first_field(client):
    page = text_of(client.get(URL))
    assert page.index('href="/get-started/young/"') < page.index('name="name"')


def test_it_has_no_field_and_says_who_helps(client):
    page = text_of(client.get("/get-started/young/"))
    main = page[page.index("<main") : page.index("</main>")]
    assert "<input" not in main
    assert "<textarea" not in main
    for words in ["988", "a grown-up", "(555) 010-0199", 'href="/get-started/"']:
        assert words in main
    assert "data-quick-exit" in page


@pytest.mark.parametrize(
    "more",
    [{}, {"for_whom": "me"}, {"name": ""}, {"consent": ""}, {"token": "x"}, {"state": "zzz"}],
)
def test_what_a_child_sends_is_answered_with_it_and_kept_nowhere(client, more):
    before = sorted(every_text())
    response = client.post(URL, answers(**ALONE | more))
    page = text_of(response)
    assert response.status_code == 200
    assert "Nothing you wrote was sent or kept." in page
    assert "988" in page[page.index("<main") :]
    assert sorted(every_text()) == before
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "more",
    [
        {"is_grown_up": "on"},
        {"for_whom": "child"},
        {"for_whom": "family"},
        {"for_whom": "other"},
        {"age": "13-17"},
        {"age": "13-17", "for_whom": "me"},
    ],
)
def test_what_a_grown_up_or_somebody_older_sends_is_taken(client, more):
    assert client.post(URL, answers(**ALONE | more)).status_code == 303
    assert Inquiry.objects.count() == 1


def test_a_grown_up_who_had_not_said_so_sends_their_words_with_one_press(client):
    page = client.post(URL, answers(**ALONE)).content.decode()
    form = page[page.index("For the grown-up") :]
    sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    assert client.post(URL, sent | {"is_grown_up": "on"}).status_code == 303
    told = factories.told(Inquiry.objects.get())
    assert (told.for_whom, told.age, told.message) == ("child", "under-13", ALONE["message"])


def test_the_words_stand_in_it_for_a_grown_up_and_are_no_markup(client):
    sent = answers(**ALONE | {"message": 'a"><b>'}, topics=["sleep", "trauma"])
    page = client.post(URL, sent).content.decode()
    assert 'name="message" value="a&quot;&gt;&lt;b&gt;"' in page
    assert page.count('name="topics"') == 2
    assert page.count('name="is_grown_up"') == 1


@pytest.mark.parametrize(("age", "is_taken"), [(10, True), (12, True), (13, False), (14, False)])
def test_where_the_practice_knows_of_an_earlier_age_it_is_taken(client, age, is_taken):
    allowed_from(age)
    allowed_from(10, "OR")
    client.post(URL, answers(**ALONE))
    assert Inquiry.objects.exists() == is_taken
    assert UsedToken.objects.exists() == Message.objects.exists() == is_taken


def test_at_the_desk_it_is_taken_down_as_it_was_told():
    assert "is_grown_up" not in TakeDownForm.base_fields
    assert "asked_together" not in TakeDownForm.base_fields
