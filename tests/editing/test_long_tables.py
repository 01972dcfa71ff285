"""A table of old addresses whose lines lead to one another, as long as a table may be."""

import pytest

from editing.redirect_table import MOST_ROWS, resolved


def lines(rows, stored=None):
    return resolved(
        "\n".join(f"{old},{new}" for old, new in rows), stored or {}, lambda path: False
    )


@pytest.mark.parametrize("order", [1, -1])
def test_a_chain_as_long_as_the_table_leads_to_its_end(order):
    rows = [(f"/a-{n}/", f"/a-{n + 1}/") for n in range(MOST_ROWS)][::order]
    assert {line.new for line in lines(rows)} == {f"/a-{MOST_ROWS}/"}


@pytest.mark.parametrize("length", [2, 3, 50])
def test_the_line_that_would_close_a_circle_is_skipped(length):
    rows = [(f"/a-{n}/", f"/a-{(n + 1) % length}/") for n in range(length)]
    outcomes = [line.outcome for line in lines(rows)]
    assert outcomes == ["new"] * (length - 1) + ["skipped"]


def test_a_line_takes_the_place_of_what_is_stored_before_circles_are_looked_for():
    stored = {"/a/": "/b/", "/b/": "/c/"}
    found = lines([("/b/", "/d/"), ("/c/", "/a/")], stored)
    assert [(line.outcome, line.new) for line in found] == [("changed", "/d/"), ("new", "/d/")]


def test_what_is_stored_stays_where_its_new_line_is_skipped():
    found = lines([("/x/", "/a/"), ("/a/", "/x/"), ("/y/", "/a/")], {"/a/": "/b/"})
    assert [line.outcome for line in found] == ["new", "skipped", "new"]
    assert [found[0].new, found[2].new] == ["/b/", "/b/"]
