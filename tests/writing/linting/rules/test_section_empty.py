import pytest

from tests.writing.linting.texts import found
from writing.linting.rules import section_empty


@pytest.mark.parametrize(
    "body",
    ["<h2>Empty</h2><h2>Full</h2><p>Words.</p>",
     "<p>Words.</p><h2>Empty</h2>",
     "<h3>Empty</h3><h2>Full</h2><p>Words.</p>",
     "<h2>Empty</h2><hr>",
     "<h2>Empty</h2><p>TBD</p><h2>Full</h2><p>Words.</p>",
     "<h2>Empty</h2><p>[text to come]</p>"],
)  # fmt: skip
def test_a_heading_with_nothing_under_it_is_found(body):
    assert found(section_empty, body) == ["Empty"]


@pytest.mark.parametrize(
    "body",
    ["<h2>Above</h2><h3>Below</h3><p>Words.</p>",
     "<h2>A list</h2><ul><li>one</li></ul>",
     '<h2>A picture</h2><figure data-image="1"></figure>',
     "<h2>A quote</h2><blockquote><p>Words.</p></blockquote>",
     "<h2>Short</h2><p>Yes.</p>",
     "<h2>A divider first</h2><hr><p>Words.</p>"],
)  # fmt: skip
def test_a_heading_with_anything_to_read_or_see_passes(body):
    assert found(section_empty, body) == []
