"""Whoever wrote twice reads on either page what is written to them, and adds on either."""

import itertools

import pytest

from intake import tokens
from intake.documents import entries, person_keys
from intake.models import Entry, PageCopy
from tests import factories
from tests.intake.coordinators import do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice", "unlocked")]
CODES = ["7K2MABCDEFGH0189", "8K2MABCDEFGH0189", "9K2MABCDEFGH0189"]


def page(client, code):
    return client.get(f"/r/{person_keys.in_groups(code)}/").text


def written(number):
    return [factories.make_inquiry(code=code) for code in CODES[:number]]


def merge(client, one, other):
    assert do(client, one, "merge", twin=other.pk).status_code == 302
    one.refresh_from_db()
    other.refresh_from_db()


def write_note(client, inquiry, text):
    assert do(client, inquiry, "letter", words=text).status_code == 302


@pytest.mark.parametrize("goes_on", [0, 1])
def test_a_note_stands_on_both_pages_whenever_it_was_written(client, goes_on):
    both = written(2)
    write_note(client, both[0], "Before, to the first.")
    write_note(client, both[1], "Before, to the second.")
    merge(client, both[1 - goes_on], both[goes_on])
    write_note(client, both[goes_on], "Afterward.")
    for code in CODES[:2]:
        for text in ["Before, to the first.", "Before, to the second.", "Afterward."]:
            assert page(client, code).count(text) == 1


@pytest.mark.parametrize("on", [0, 1])
def test_what_they_add_on_one_page_stands_on_the_other(client, on):
    both = written(2)
    merge(client, both[1], both[0])
    sent = {"token": tokens.issue(), "words": "Tuesdays."}
    client.post(f"/r/{person_keys.in_groups(CODES[on])}/", sent)
    assert all("Tuesdays." in page(client, code) for code in CODES[:2])


@pytest.mark.parametrize("order", list(itertools.permutations(range(3)))[:4])
def test_three_pages_are_one_persons_as_well(client, order):
    rows = written(3)
    first, second, third = (rows[index] for index in order)
    write_note(client, first, "To the first.")
    merge(client, first, second)
    merge(client, second, third)
    write_note(client, third, "To the last.")
    for code in CODES:
        assert page(client, code).count("To the first.") == 1
        assert page(client, code).count("To the last.") == 1


def test_a_note_for_colleagues_stands_on_no_page(client):
    both = written(2)
    do(client, both[0], "note", words="She sounded tired.")
    merge(client, both[1], both[0])
    do(client, both[0], "note", words="She sounded tired.")
    assert not PageCopy.objects.exists()
    assert all("tired" not in page(client, code) for code in CODES[:2])


def test_somebody_elses_page_shows_nothing_of_it(client):
    both, stranger = written(2), factories.make_inquiry(code=CODES[2])
    merge(client, both[1], both[0])
    write_note(client, both[0], "Only for you.")
    assert "Only for you." not in page(client, CODES[2])
    assert not stranger.page_copies.exists()


def test_the_code_of_one_page_does_not_open_what_is_sealed_for_the_other(client):
    both = written(2)
    merge(client, both[1], both[0])
    write_note(client, both[0], "Only for you.")
    copy = PageCopy.objects.get()
    assert bytes(copy.sealed_for_person) != bytes(copy.entry.sealed_for_person)
    assert b"Only for you" not in bytes(copy.sealed_for_person)


def test_erasing_one_takes_its_copies_along(client):
    both = written(2)
    merge(client, both[1], both[0])
    entries.write(both[0], Entry.Kind.NOTE_TO_PERSON, "Words.")
    client.post(f"/r/{person_keys.in_groups(CODES[1])}/", {"token": tokens.issue(), "erase": "1"})
    assert not PageCopy.objects.exists()


@pytest.mark.parametrize("kind", ["note", "letter"])
@pytest.mark.parametrize("for_person", ["as it was", b"anything"])
def test_what_somebody_has_put_below_an_own_inquiry_stands_on_no_page_of_theirs(
    client, kind, for_person
):
    """By writing to the database: where a sealed entry belongs, and what it is, stands in clear."""
    stranger, mine = factories.make_inquiry(), written(2)
    do(client, stranger, kind, words="She sounded tired.")
    rows = Entry.objects.filter(inquiry=stranger)
    rows.update(inquiry=mine[1], kind=Entry.Kind.NOTE_TO_PERSON)
    if for_person != "as it was":
        rows.update(sealed_for_person=for_person)
    merge(client, mine[1], mine[0])
    assert all("tired" not in page(client, code) for code in CODES[:2])
