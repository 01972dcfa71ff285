"""A text of many "&" is cut for the parser, and nobody sees where."""

import re

import pytest

from writing.reading.parsing import BEGINS_ANOTHER, MOST_AMPERSANDS, in_short_texts
from writing.sanitizer import STRICT, only_allowed

PIECES = [
    "&",
    "&amp;",
    "& ",
    "a&b ",
    "&am",
    "&#60;",
    "&nbsp",
    "&eacute;",
    "&;",
    '<a href="/x/?a=1&b=2">a</a>&',
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("around", ["{}", "<p>{}</p>", "<b>{}", "{}<p>", "<td>{}<li>{}"])
def test_what_is_allowed_is_the_same_as_uncut(piece, around):
    html = around.format(*[piece * (3 * MOST_AMPERSANDS + 7)] * 2)
    assert only_allowed(html) == STRICT.clean(html)


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_has_more_of_them(piece):
    cut = "".join(in_short_texts(piece * 2000))
    assert cut.replace(BEGINS_ANOTHER, "") == piece * 2000
    assert max(text.count("&") for text in re.split("<[^>]*>", cut)) <= MOST_AMPERSANDS + 1


@pytest.mark.parametrize("html", ["", "&", "a", '<a href="/x/?a=1&b=2&c=3">a &amp; b</a>' * 300])
def test_ordinary_text_is_not_cut(html):
    assert "".join(in_short_texts(html)) == html
