"""Whom the practice cannot see is told so at once, and once more after sending; the message is taken all the same."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from intake import cannot, form_choices
from intake.documents.choices import AGES
from intake.documents.content import ELSEWHERE
from intake.models import Inquiry
from team.models import PracticeAuthority
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.persons import URL, answers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    return factories.make_practice(states_served=["NY", "NJ", "OR"])


def marked(client, kind="is-far"):
    """Values of choices that are marked so."""
    page = text_of(client.get(URL))
    options = re.findall(r"<(?:option|input)[^>]*>", page)
    return {re.search(r'value="([^"]+)"', one)[1] for one in options if f'class="{kind}"' in one}


def see(*ages, name="Ages"):
    person = factories.make_therapist("Hana Wexler", states=["NY"])
    for number, (youngest, oldest) in enumerate(ages):
        person.populations.create(name=f"{name} {number}", youngest=youngest, oldest=oldest)
    return person


def book(name, *, days=3, **fields):
    day = timezone.localdate() - timedelta(days=days)
    fields = {"states": [], "is_named_to_visitors": True, "last_confirmed_on": day, **fields}
    return factories.make_referral_contact(name, **fields)


def test_states_without_a_license_of_anybody_are_marked_and_nothing_is_before_any_is_known(client):
    assert marked(client) == {ELSEWHERE}
    factories.make_therapist("Hana Wexler", states=["NY", "TX"])
    assert marked(client) == {"NJ", "OR", ELSEWHERE}
    PracticeAuthority.objects.update(to_day=timezone.localdate() - timedelta(days=90))
    form_choices.current()
    assert marked(client) == {ELSEWHERE}


def test_a_state_for_video_alone_is_told_where_others_can_be_met_in_person(client):
    person = factories.make_therapist("Hana Wexler", states=["NY"])
    PracticeAuthority.objects.create(therapist=person, state="NJ", way="video")
    assert marked(client, "is-remote") == {"NJ"}
    assert "In New Jersey we may see people by video, not in person." in text_of(client.get(URL))
    assert marked(client) == {"OR", ELSEWHERE}


@pytest.mark.parametrize(
    ("ages", "far"),
    [
        ([], set()),
        ([(None, None)], set()),
        ([(18, None)], {"under-13", "13-17"}),
        ([(14, 17), (18, 64)], {"under-13", "65-up"}),
        ([(None, 12)], {*AGES} - {"under-13"}),
        ([(0, 150)], set()),
        ([(12, 13)], {*AGES} - {"under-13", "13-17"}),
        ([(25, 26), (None, None)], {*AGES} - {"18-25", "26-64"}),
    ],
)
def test_ages_that_no_group_reaches_are_marked(client, ages, far):
    see(*ages)
    assert marked(client) & {*AGES} == far
    assert ("None of us sees people of that age." in text_of(client.get(URL))) == bool(far)


@pytest.mark.parametrize("state", ["OR", ELSEWHERE])
def test_it_is_taken_all_the_same_and_the_next_page_says_it_once_more(client, state):
    see((18, None))
    response = client.post(URL, answers(state=state, age="13-17"), follow=True)
    assert factories.told(Inquiry.objects.get()).state == state
    page = text_of(response)
    assert "We may see you only while you are in New York." in page
    assert "None of us sees people of that age." in page
    # It is theirs, and only for the first look.
    later = text_of(client.get(response.redirect_chain[-1][0].removesuffix("?new")))
    assert "We may see you only" not in later


def test_whom_we_can_see_is_told_nothing_of_it(client):
    see((18, None))
    page = text_of(client.post(URL, answers(), follow=True))
    assert "It is with us." in page
    assert 'class="word"' not in page


def test_the_words_are_the_practices_own(client, practice):
    see((18, None))
    practice.elsewhere_note = "Only where\nwe live & work."
    practice.ages_note = "Grown-ups alone."
    practice.save()
    page = text_of(client.get(URL))
    assert "Only where<br>we live & work." in page
    assert "Grown-ups alone." in page
    assert "We may see you only" not in page
    told = text_of(client.post(URL, answers(state="OR", age="13-17"), follow=True))
    assert "we live & work." in told
    assert "Grown-ups alone." in told


@pytest.mark.parametrize(
    ("fields", "is_named"),
    [
        ({}, True),
        ({"days": 183}, True),
        ({"days": 184}, False),
        ({"days": -1}, False),
        ({"last_confirmed_on": None}, False),
        ({"is_named_to_visitors": False}, False),
        ({"is_active": False}, False),
        ({"states": ["OR"]}, False),
    ],
)
def test_only_what_is_put_there_and_was_lately_looked_at_is_named_with_its_day(
    client, fields, is_named
):
    contact = book("Help far & wide", phone="211", website="https://far.example", **fields)
    page = text_of(client.get(URL))
    assert ("Help far & wide" in page) == is_named
    if is_named:
        day = contact.last_confirmed_on
        assert f"(checked on {day:%B}\u00a0{day.day},\u00a0{day.year})" in page


def test_after_sending_those_of_their_state_come_first(client):
    see((18, None))
    book("Everywhere")
    book("In Oregon", states=["OR"])
    book("In Texas", states=["TX"])
    sent = answers(state=ELSEWHERE, other_state="Texas")
    page = text_of(client.post(URL, sent, follow=True))
    assert page.index("In Texas") < page.index("Everywhere")
    assert "In Oregon" not in page


@pytest.mark.parametrize(
    ("both", "is_asked"),
    [
        ({"for_whom": "couple", "age": "under-13"}, True),
        ({"for_whom": "me", "age": "under-13", "is_grown_up": "on"}, True),
        ({"for_whom": "child", "age": "under-13"}, False),
        ({"for_whom": "family", "age": "under-13", "is_grown_up": "on"}, False),
        ({"for_whom": "couple", "age": "13-17"}, False),
    ],
)
def test_two_answers_that_hardly_go_together_are_asked_about_once_and_taken(client, both, is_asked):
    first = client.post(URL, answers(**both))
    assert Inquiry.objects.exists() != is_asked
    if is_asked:
        page = text_of(first)
        assert "If that is right, send it again as it is." in page
        asked = re.search(r'name="asked_together" value="([^"]+)"', page)[1]
        again = client.post(URL, answers(**both, asked_together=asked))
        assert again.status_code == 303
        # Meant once is not meant of another pair.
        other = {"for_whom": "couple", "age": "under-13", "asked_together": "me under-13"}
        assert client.post(URL, answers(**other)).status_code == 200


def test_what_an_older_page_of_theirs_holds_still_opens(client, practice):
    assert cannot.in_answer({}, practice, is_referral=False) == []


def test_the_line_about_somebody_elses_plan_is_ours_or_the_practices(client, practice):
    assert "they may get a statement that names us" in text_of(client.get(URL))
    practice.plan_note = "Ask Dana about bills."
    practice.save()
    page = text_of(client.get(URL))
    assert "Ask Dana about bills." in page
    assert "they may get a statement" not in page
