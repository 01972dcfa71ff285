"""In the list of inquiries, whoever speaks Spanish sees who wrote in it, while the list is unlocked, and finds it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intake.documents.choices import FOR_WHOM
from tests import factories
from tests.intake.coordinators import LIST, address, sign_in, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
SAID = "wrote in Spanish"


@pytest.fixture
def coordinator(client):
    factories.make_room_ready()
    factories.make_key_holder(sign_in(client, "coordinator"))


@pytest.fixture
def unlocked(client, coordinator):
    unlock(client)


def wrote(written_in="es", **told):
    return factories.make_inquiry(factories.make_content(written_in=written_in, **told))


def cell(page, inquiry):
    """How to answer, as the row of an inquiry says it."""
    row = page.split('id="result_list"')[1].split(address(inquiry))[1]
    return re.search(r'<td class="queue-way" data-private>(.*?)</td>', row, re.DOTALL)[1]


def test_the_row_says_it_where_the_cover_hides_it_and_before_what_to_mind(client, unlocked):
    call = {"route": "call", "phone": "541 555 0100", "before_call": "at noon only"}
    inquiry = wrote(**call)
    said = cell(text_of(client.get(LIST)), inquiry)
    assert re.search(r">wrote in Spanish</small><small[^>]*>at noon only<", said)


@pytest.mark.parametrize("language", ["", "español", "English", "Quechua"])
def test_it_is_said_whatever_they_would_rather_talk_in(client, unlocked, language):
    inquiries = [wrote(language=language, for_whom=whom) for whom in FOR_WHOM]
    page = text_of(client.get(LIST))
    assert all(SAID in cell(page, inquiry) for inquiry in inquiries)


def test_of_whoever_wrote_in_english_nothing_is_said(client, unlocked):
    inquiry = wrote("", language="Spanish", message="I wrote this in Spanish first.")
    page = text_of(client.get(LIST))
    assert cell(page, inquiry)
    assert "wrote in" not in page


def test_what_is_no_language_of_ours_is_text(client, unlocked):
    wrote("<b>x</b>")
    assert "wrote in &lt;b&gt;x&lt;/b&gt;" in client.get(LIST).text


def test_locked_the_list_is_the_same_for_either_language(client, coordinator):
    inquiry = wrote()
    page = text_of(client.get(LIST))
    assert inquiry.reference in page
    assert "Spanish" not in page


@pytest.mark.parametrize("words", ["Spanish", "spanish", "wrote spanish"])
def test_who_wrote_in_it_is_found_while_unlocked(client, coordinator, words):
    inquiry, other = wrote(message="I wrote."), wrote("", message="I wrote.")
    assert inquiry.reference not in text_of(client.post(LIST, {"words": words}))
    unlock(client)
    page = text_of(client.post(LIST, {"words": words}))
    assert inquiry.reference in page
    assert other.reference not in page


def test_it_costs_no_question_to_the_database(client, unlocked, django_assert_num_queries):
    wrote("")
    client.get(LIST)
    with CaptureQueriesContext(connection) as plain:
        client.get(LIST)
    for _number in range(3):
        wrote()
    with django_assert_num_queries(len(plain)):
        client.get(LIST)


def test_no_printout_says_it(client, unlocked):
    wrote(route="call", phone="541 555 0100", email="", before_call="")
    page = text_of(client.get(f"{LIST}call-sheet/"))
    assert "541 555 0100" in page
    assert SAID not in page
