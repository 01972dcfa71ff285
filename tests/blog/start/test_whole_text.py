"""Which part of a handed-in text is what. The texts are invented, in the shapes authors send."""

import pytest

from blog.start.authors import authors_in
from blog.start.name_shapes import looks_like_name
from blog.start.whole_text import made_of, propose, proposed_rows
from tests.blog.start.whole_text import LETTER
from writing.pasting.pasted import blocks_from_html, blocks_from_text


@pytest.fixture
def letter():
    return propose(blocks_from_text(LETTER))


def test_first_short_line_is_the_title(letter):
    assert letter.title == "The Drawer Nobody Opens"


def test_by_line_gives_name_and_title(letter):
    assert [(a.name, a.title) for a in letter.authors] == [("Ines Calder", "Doctoral Intern")]


def test_opening_quotation_keeps_its_marks(letter):
    assert (
        letter.opening_lines == "“I keep it shut so that the rest of the kitchen can stay clean.”"
    )


def test_list_with_blank_lines_between_is_one_list(letter):
    lists = [block for block in letter.body if block.kind == "list"]
    assert [len(block.items) for block in lists] == [3]


def test_only_lone_short_lines_are_proposed_as_headings(letter):
    headings = [block.text for block in letter.body if block.kind == "heading"]
    assert headings == ["What a Drawer Is For", "Opening It Slowly"]


def test_invitation_question_becomes_its_heading(letter):
    assert letter.cta_heading == "Would you like company while you look?"
    assert letter.cta_text == "Meet our team and get started by clicking below."


def test_lone_name_at_the_end_posts_it(letter):
    assert letter.posted_by == "Rupert Finch"


def words_of(proposal):
    parts = [
        proposal.title,
        "by " + ", ".join(map(str, proposal.authors)) if proposal.authors else "",
        proposal.opening_lines,
        *(block.text for block in proposal.body),
        proposal.cta_heading,
        proposal.cta_text,
        proposal.posted_by,
    ]
    return " ".join(parts).split()


def test_no_word_is_changed_or_lost(letter):
    assert words_of(letter) == LETTER.replace("•", "").split()


@pytest.mark.parametrize("part", ["title", "authors", "opening", "cta", "posted_by"])
def test_what_is_said_to_be_text_stays_at_its_place(part):
    blocks = blocks_from_text(LETTER)
    rows = proposed_rows(blocks)
    told = [row for row in rows if row.role == part]
    for row in told:
        row.role = "text"
    proposal = made_of(rows)
    assert told
    assert sorted(words_of(proposal)) == sorted(LETTER.replace("•", "").split())
    kept = [block.text for block in proposal.body]
    places = [kept.index(row.text) for row in told]
    assert places == [0] if part == "title" else [len(kept) - 1] if part == "posted_by" else places


def test_author_signing_at_the_end_is_not_who_posts_it():
    signed = LETTER.replace("Rupert Finch", "Ines Calder")
    proposal = propose(blocks_from_text(signed))
    assert proposal.posted_by == ""
    assert proposal.body[-1].text == "Ines Calder"


def test_formatted_headings_stay_headings():
    proposal = propose(
        blocks_from_html("<h1>Title</h1><p>Text, and more of it.</p><h2>Part</h2><p>End.</p>")
    )
    assert proposal.title == "Title"
    assert [(b.kind, b.text) for b in proposal.body][1] == ("heading", "Part")


@pytest.mark.parametrize(
    "rows", ["<tr><td>Couples<td>$210<tr><td>Groups<td>$60", "<tr><td>Couples<td>$210"]
)
def test_a_text_that_begins_with_a_table_takes_no_cell_of_it_for_its_title(rows):
    proposal = propose(blocks_from_html(f"<table>{rows}</table><p>Text, and more of it.</p>"))
    assert "Couples" not in proposal.title
    assert "Couples" in proposal.body[0].text


@pytest.mark.parametrize(
    "text", ["", "   \n\n ", "One line", "by Somebody New", "“Only a quotation.”"]
)
def test_very_short_text_is_kept_whole(text):
    assert words_of(propose(blocks_from_text(text))) == text.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "June Aldecott, Doctoral Intern and Theo Brandvold, LMFT",
            [("June Aldecott", "Doctoral Intern"), ("Theo Brandvold", "LMFT")],
        ),
        (
            "Theo Brandvold, Licensed Marriage and Family Therapist",
            [("Theo Brandvold", "Licensed Marriage and Family Therapist")],
        ),
        ("Ana de la Cruz & Bo Li", [("Ana de la Cruz", ""), ("Bo Li", "")]),
        ("A. B. Carter, PsyD, Clinical Director", [("A. B. Carter", "PsyD, Clinical Director")]),
    ],
)
def test_authors_are_told_apart_from_their_titles(line, expected):
    assert [(a.name, a.title) for a in authors_in(line)] == expected


@pytest.mark.parametrize(
    "text", ["Doctoral Intern", "Healing is messy", "Onward", "Thank You 2026"]
)
def test_title_or_sentence_is_not_a_name(text):
    assert not looks_like_name(text)
