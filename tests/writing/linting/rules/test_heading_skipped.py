from tests.writing.linting.texts import found
from writing.linting.rules import heading_skipped


def test_a_level_that_nothing_stands_above_is_found():
    assert found(heading_skipped, "<h2>a</h2><p>.</p><h4>b</h4><p>.</p><h4>c</h4>") == ["b"]


def test_a_text_begins_with_the_highest_level():
    assert found(heading_skipped, "<p>.</p><h3>a</h3><p>.</p>") == ["a"]


def test_going_back_up_skips_nothing():
    assert found(heading_skipped, "<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2><h3>e</h3>") == []


def test_a_part_of_a_page_begins_where_the_page_says():
    assert found(heading_skipped, "<h3>a</h3><h4>b</h4>", headings_from=3) == []
