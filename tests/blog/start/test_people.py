"""Who wrote it, in the forms in which people say so; and lines that only look like it."""

import pytest

from blog.start.authors import authors_in
from blog.start.dates import date_in
from blog.start.name_shapes import looks_like_name
from blog.start.people import byline_in, is_person
from blog.start.whole_text import propose
from writing.pasting.pasted import blocks_from_text

TEXT = "There is a kind of quiet in a house after an argument.\n\nIt does not ask to be fixed, and it waits."
MARA = [("Mara Ellison", "LMFT")]


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Ellison, LMFT", "by Mara Ellison, LMFT", "BY: Mara Ellison, LMFT", "Written by Mara Ellison, LMFT",
        "Written by: Mara Ellison LMFT", "Author: Mara Ellison, LMFT", "Author – Mara Ellison, LMFT",
        "Text by Mara Ellison, LMFT", "A guest post by Mara Ellison, LMFT", "Mara Ellison, LMFT",
        "Mara Ellison – LMFT", "Mara Ellison | LMFT", "Mara Ellison LMFT", "— Mara Ellison, LMFT",
        "- Mara Ellison, LMFT", "~ Mara Ellison, LMFT", "Byline: Mara Ellison, LMFT", "(by Mara Ellison, LMFT)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["top", "next line", "end"])
def test_a_byline_is_found_wherever_it_stands(line, where):
    text = {
        "top": f"On Being Late\n\n{line}\n\n{TEXT}",
        "next line": f"On Being Late\n{line}\n\n{TEXT}",
        "end": f"On Being Late\n\n{TEXT}\n\n{line}",
    }[where]
    found = propose(blocks_from_text(text))
    assert [(author.name, author.title) for author in found.authors] == MARA
    assert found.title == "On Being Late"
    assert "Mara" not in "\n".join(block.text for block in found.body)


@pytest.mark.parametrize(
    "line",
    [
        "On Being Late, by Mara Ellison, LMFT", "On Being Late – by Mara Ellison, LMFT", "On Being Late by Mara Ellison, LMFT",
        "On Being Late — Mara Ellison, LMFT", "On Being Late | Mara Ellison, LMFT",
    ],
)  # fmt: skip
def test_a_byline_behind_the_title_is_found(line):
    found = propose(blocks_from_text(f"{line}\n\n{TEXT}"))
    assert (found.title, [(a.name, a.title) for a in found.authors]) == ("On Being Late", MARA)


@pytest.mark.parametrize(
    "title", ["Stand by Me", "Step by Step", "Grief — a Map", "Boundaries: Yours and Mine", "Self-Care, by the Book"]
)  # fmt: skip
def test_a_title_stays_whole(title):
    found = propose(blocks_from_text(f"{title}\n\n{TEXT}"))
    assert (found.title, found.authors) == (title, [])


@pytest.mark.parametrize(
    "line",
    [
        "By now you know that this is about you.", "By the sea", "By sitting with it", "by and by", "Author of none",
        "Written by hand, mostly.",
    ],
)  # fmt: skip
def test_a_sentence_is_no_byline(line):
    assert not byline_in(line)


@pytest.mark.parametrize(
    "line",
    [
        "Quiet Mornings",
        "The End",
        "Thank You",
        "Take Care",
        "Final Thoughts",
        "What Helps",
        "Coming Home",
    ],
)
def test_a_heading_is_no_name(line):
    assert not looks_like_name(line)
    assert not is_person(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("June Aldecott (she/her), Doctoral Intern & Bo Li", [("June Aldecott (she/her)", "Doctoral Intern"), ("Bo Li", "")]),
        ("Theo Brandvold, LMFT/June Aldecott", [("Theo Brandvold", "LMFT"), ("June Aldecott", "")]),
        ("Theo Brandvold, LMFT, with June Aldecott, MA", [("Theo Brandvold", "LMFT"), ("June Aldecott", "MA")]),
        ("Dr. Siobhan O’Neill, Psy.D.", [("Dr. Siobhan O’Neill", "Psy.D.")]),
        ("Ana de la Cruz; Bo Li; Rosa Quill, LPC", [("Ana de la Cruz", ""), ("Bo Li", ""), ("Rosa Quill", "LPC")]),
        ("Mara Ellison LMFT LPC", [("Mara Ellison", "LMFT LPC")]),
    ],
)  # fmt: skip
def test_authors_are_told_apart(line, expected):
    assert [(author.name, author.title) for author in authors_in(line)] == expected


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("March 3, 2025", "2025-03-03"), ("Published March 3, 2025", "2025-03-03"), ("3 Mar 2025", "2025-03-03"),
        ("Posted on Monday, Sept. 4th, 2023", "2023-09-04"), ("2025-03-03T10:00:00Z", "2025-03-03"),
        ("date: 2025-03-03", "2025-03-03"), ("3/14/2025", "2025-03-14"),
    ],
)  # fmt: skip
def test_a_day_is_read(line, day):
    assert date_in(line).isoformat() == day


@pytest.mark.parametrize(
    "line",
    [
        "In March 2025",
        "February 30, 2025",
        "March 3, 1066",
        "99/99/2025",
        "On March 3, 2025 he left.",
    ],
)
def test_what_is_no_day_is_text(line):
    assert date_in(line) is None
