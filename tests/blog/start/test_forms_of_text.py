"""Texts as people hand them in, with no hand work: each part is where it belongs, and no word is lost."""

import re
from collections import Counter

import pytest

from blog.start.body import body_of
from blog.start.whole_text import propose, proposed_rows
from tests.blog.start.forms_of_text import FORMS
from writing.blocks import every_block
from writing.pasting.markdown import is_markdown
from writing.pasting.pasted import blocks_from_markdown, blocks_from_text
from writing.runs import text_of


def blocks_of(text):
    return blocks_from_markdown(text) if is_markdown(text) else blocks_from_text(text)


def found_in(text):
    found = propose(blocks_of(text))
    lists = [block for block in found.body if block.kind in ("list", "numbered")]
    return {
        "title": found.title,
        "authors": tuple((author.name, author.title) for author in found.authors),
        "opening": found.opening_lines,
        "cta": (found.cta_heading, found.cta_text),
        "posted_by": found.posted_by,
        "summary": found.summary,
        "day": found.day.isoformat() if found.day else "",
        "headings": tuple(block.text for block in found.body if block.kind == "heading"),
        "references": tuple(reference["text"] for reference in found.references),
        "lists": tuple((block.kind, block.start, len(block.items)) for block in lists),
        "first": found.body[0].text,
        "last": found.body[-1].text,
    }


@pytest.mark.parametrize("name", FORMS)
def test_it_is_right_with_no_hand_work(name):
    form = FORMS[name]
    assert found_in(form.text) == {key: getattr(form, key) for key in found_in(form.text)}


def words_in(text):
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("name", FORMS)
def test_every_word_is_in_one_place(name):
    """In a row; and the rows, told to be text, are the text again."""
    blocks = blocks_of(FORMS[name].text)
    rows = proposed_rows(blocks)
    in_rows = words_in("\n".join(row.text for row in rows))
    assert in_rows == words_in("\n".join(block.text for block in blocks))
    for row in rows:
        row.role = "list" if row.own == "list" else "text"
    again = "\n".join(text_of(b.runs) for b in every_block(body_of(rows, set())) if b.runs)
    before = "\n".join(text_of(b.runs) for b in every_block(blocks) if b.runs)
    assert again == before


@pytest.mark.parametrize("name", FORMS)
def test_what_is_left_out_was_about_the_text(name):
    form = FORMS[name]
    out = [row.text for row in proposed_rows(blocks_of(form.text)) if row.role == "out"]
    assert all(any(line.startswith(words) for line in out) for words in form.out)
    assert bool(out) == bool(form.out)
