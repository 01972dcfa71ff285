"""Depth is bounded without losing a word."""

import re

import pytest

from writing.pasting.pasted import blocks_from_html
from writing.reading.html import read_html
from writing.reading.nesting import MOST_DEPTH, MOST_FORMATS, shallow


def words(blocks):
    return " ".join(block.text for block in blocks).split()


@pytest.mark.parametrize(
    "tag", ["div", "blockquote", "ul><li", "span", "b", "font color=x", "section"]
)
def test_no_word_is_lost_however_deep(tag):
    name = tag.split()[0].split(">")[0]
    deep = "".join(f"<{tag}>w{n} " for n in range(1500)) + f"</{name}>" * 1500 + "<p>after</p>"
    assert words(read_html(deep)) == [*(f"w{n}" for n in range(1500)), "after"]
    assert words(blocks_from_html(deep))[-1] == "after"


def test_what_people_write_stays_as_it_is():
    html = "<p>One<p>two<ul><li>a<li>b</ul><br>" * 400 + "<div>" * 100 + "<b>x</b>" + "</div>" * 100
    assert shallow(html) == html


def test_depth_ends_and_what_follows_is_whole():
    deep = "<div>" * 5000 + "in" + "</div>" * 5000 + "<h2>Next</h2><p><b>bold</b></p>"
    made = shallow(deep)
    assert made.count("<div>") == made.count("</div>") == MOST_DEPTH
    assert read_html(deep)[-1].html == "<strong>bold</strong>"


def test_formats_that_are_opened_in_every_paragraph_stay_few():
    deep = "".join(f"<b a={n}><p>w{n}" for n in range(1000))
    assert len(re.findall("<b", shallow(deep))) == MOST_FORMATS
