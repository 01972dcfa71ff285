import re

from writing.contents import contents_of
from writing.rendering import for_page

TEXT = "<p>Hello.</p>" + "".join(
    f"<h2>{name}</h2><p>Words.</p><h3>Within</h3><p>More.</p>"
    for name in ["Sleep", "Sleep", "Work &amp; <em>rest</em>", "睡眠"]
)


def test_each_part_is_called_as_its_heading_and_leads_to_it():
    page = for_page(TEXT)
    parts = contents_of(TEXT)
    assert [part.name for part in parts] == ["Sleep", "Sleep", "Work & rest", "睡眠"]
    ids = re.findall(r'<h2 id="([^"]*)"', page)
    assert [part.id for part in parts] == ids
    assert len({*ids}) == 4


def test_parts_of_parts_are_not_listed():
    assert "Within" not in [part.name for part in contents_of(TEXT)]


def test_what_an_author_chose_as_third_level_is_the_first_where_there_is_no_other():
    text = "".join(f"<h3>Part {number}</h3><p>x</p>" for number in range(3))
    assert [part.name for part in contents_of(text)] == ["Part 0", "Part 1", "Part 2"]


def test_a_text_of_two_parts_has_no_contents():
    assert contents_of("<h2>One</h2><p>x</p><h2>Two</h2><p>x</p>") == []
    assert contents_of("") == contents_of(None) == []
