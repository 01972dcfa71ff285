"""Whose name stands in a byline: never decided by comparing letters alone."""

import pytest

from team.names import Likeness, likeness
from team.names.letters import LONGEST, readable
from tests.team import names_held_back, names_traced, names_tried

SUPERVISED = [name for name in names_tried.TEAM if " " in name and not name.endswith("Jr.")]


def split(name):
    first, _space, last = name.partition(" ")
    return {"f": first, "l": last, "i": first[0]}


@pytest.mark.parametrize("name", SUPERVISED)
def test_what_stands_around_a_name_does_not_hide_whose_it_is(name):
    lines = [form.format(**split(name)) for form in names_tried.SAME]
    assert [line for line in lines if likeness(line, name) != Likeness.SAME] == []


@pytest.mark.parametrize("name", SUPERVISED)
def test_what_is_only_near_is_asked(name):
    lines = [form.format(**split(name)) for form in names_tried.ASKED]
    assert [line for line in lines if likeness(line, name) == Likeness.NOBODY] == []


@pytest.mark.parametrize("name", names_tried.DISGUISED)
def test_no_spelling_and_no_sign_hides_somebody(name):
    forms = names_tried.DISGUISED[name]
    assert [line for line in forms if likeness(line, name) == Likeness.NOBODY] == []


def test_forms_nobody_tuned_for_are_known_as_well():
    missed = [
        line for line in names_held_back.FORMS if likeness(line, "June Aldecott") == Likeness.NOBODY
    ]
    assert missed == []


@pytest.mark.parametrize("name", names_traced.TEAM[:5])
def test_a_name_that_is_not_written_out_is_asked(name):
    first, _space, last = name.partition(" ")
    own = {"f": first, "l": last, "i": first[0], "j": last[0]}
    own |= {key.upper(): value.lower().replace("-", "") for key, value in own.items()}
    lines = [form.format(**own) for form in names_traced.FORMS]
    assert [line for line in lines if likeness(line, name) == Likeness.NOBODY] == []


@pytest.mark.parametrize("line", names_traced.DRESSED_UP)
def test_no_alphabet_hides_somebody(line):
    assert likeness(line, "June Aldecott") != Likeness.NOBODY


@pytest.mark.parametrize(
    "line", ["A doctoral intern", "Doctoral Intern, MA", "Our trainees", "T. S. Eliot"]
)
def test_a_letter_that_is_a_word_or_a_degree_is_nobody(line):
    assert not any(likeness(line, name) for name in ["Ana Tello", "Mina Adler", "Tom Stone"])


@pytest.mark.parametrize("corpus", [names_tried, names_held_back, names_traced])
def test_strangers_are_hardly_ever_asked_about(corpus):
    asked = {
        name
        for name in corpus.STRANGERS
        if any(likeness(name, one) != Likeness.NOBODY for one in corpus.TEAM)
    }
    assert len(asked) <= len(corpus.STRANGERS) / 50, asked


def test_there_are_two_hundred_strangers():
    assert len(names_tried.STRANGERS) >= 200


@pytest.mark.parametrize("line", ["", " ", "\u200b", ",", "–", "\x00", "1", "''", "(", "&" * 50])
def test_nothing_is_nobody(line):
    assert likeness(line, "June Aldecott") == Likeness.NOBODY


@pytest.mark.parametrize("name", ["", " ", "1", "Dr.", ".", "-", "(she/her)"])
def test_a_profile_without_letters_is_like_nobody(name):
    assert likeness("June Aldecott", name) == Likeness.NOBODY


def test_another_middle_initial_is_asked():
    assert likeness("June B. Harmon", "June A. Harmon") == Likeness.MAYBE
    assert likeness("June A. Harmon", "June A. Harmon") == Likeness.SAME
    assert likeness("June Harmon", "June A. Harmon") == Likeness.SAME


def test_no_more_than_a_bounded_part_of_a_line_is_read():
    assert len(readable("June " * 50_000)) <= LONGEST
    assert likeness("x" * LONGEST + " June Aldecott", "June Aldecott") == Likeness.NOBODY
