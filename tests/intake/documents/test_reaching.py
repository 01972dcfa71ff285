"""What is said before somebody dials allows nothing that was not ticked."""

import itertools

import pytest

from intake.documents.reaching import FurtherNumber, OtherPerson, number_way, own_cares, person_way

BOTH = list(itertools.product([False, True], repeat=2))


def of(way):
    return " ".join(way.cares)


@pytest.mark.parametrize(
    ("route", "may_say", "said", "unsaid"),
    [
        ("email", False, "", "voicemail"),
        ("call", False, "do not say the practice’s name", "voicemail"),
        ("call", True, "you may say the practice’s name", "do not"),
        ("call-no-voicemail", False, "Leave no voicemail.", "you may"),
        ("call-no-voicemail", True, "you may say the practice’s name", "do not"),
        ("text", False, "Somebody else may read it", "answers"),
        ("text", True, "A message may name the practice.", "answers"),
    ],
)
def test_the_own_way_says_what_is_allowed_there(route, may_say, said, unsaid):
    cares = " ".join(own_cares(route, may_say_practice=may_say))
    assert said in cares
    assert unsaid not in cares


@pytest.mark.parametrize(("voicemail", "text"), BOTH)
def test_each_further_number_has_permissions_of_its_own(voicemail, text):
    number = FurtherNumber("1", may_leave_voicemail=voicemail, may_text=text)
    assert ("You may leave a voicemail." in of(number_way(number))) == voicemail
    assert ("Leave no voicemail." in of(number_way(number))) != voicemail
    assert ("You may text." in of(number_way(number))) == text
    assert ("Do not text." in of(number_way(number))) != text


def test_who_answers_there_comes_first():
    way = number_way(FurtherNumber("1", "My sister, in the evening."))
    assert way.cares[0] == "Who answers there: My sister, in the evening."


@pytest.mark.parametrize(("is_told", "voicemail"), BOTH)
def test_of_somebody_else_nothing_is_allowed_that_was_not_ticked(is_told, voicemail):
    way = person_way(OtherPerson("Wren", "1", "partner", is_told, voicemail))
    assert ("You may tell them who wrote" in of(way)) == is_told
    assert ("Do not tell them" in of(way)) != is_told
    assert ("You may leave a voicemail." in of(way)) == voicemail
    assert "no email, no text, and no code" in of(way)
    assert "Wren (Partner)" in str(way.label)


def test_a_person_is_told_nothing_unless_somebody_said_so():
    assert not OtherPerson("Wren").may_be_told
    assert not OtherPerson("Wren").may_leave_voicemail
