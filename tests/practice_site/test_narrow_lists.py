"""On a phone a row of a list is a card, on which every value says what it is."""

import pytest
from django.utils.safestring import SafeString, mark_safe

from practice_site.templatetags.practice_admin import labelled
from tests.factories import make_user

pytestmark = pytest.mark.django_db
HEADERS = [{"text": mark_safe('<input id="action-toggle">')}, {"text": "a <b> & c"}, {"text": ""}]


def cells_of(*cells):
    return list(labelled([mark_safe(cell) for cell in cells], HEADERS))


def test_values_carry_their_heading_and_markup_in_it_stays_words():
    box = '<td class="action-checkbox"><input></td>'
    answer = cells_of(box, '<td class="x">1</td>', "<td>no heading</td>")
    label = '<td data-label="A &lt;b&gt; &amp; c" class="x">1</td>'
    assert answer == [box, label, "<td>no heading</td>"]
    assert all(isinstance(cell, SafeString) for cell in answer)


@pytest.mark.parametrize(
    ("inside", "is_empty"),
    [("-", True), ("–", True), ("&nbsp;", True), ("0", False), ('<img alt="no">', False)],
)
def test_what_is_empty_is_marked(inside, is_empty):
    assert ("data-empty" in cells_of("", f"<td>{inside}</td>")[1]) is is_empty


def test_no_cell_is_lost_where_there_are_more_than_headings():
    assert len(cells_of(*["<td>1</td>"] * 4)) == 4


def test_a_list_of_the_desk_names_its_values(client):
    client.force_login(make_user("manager"))
    html = client.get("/admin/staff/user/").content.decode()
    assert '<td data-label="E-mail" class="field-email">' in html
    assert "data-label" not in html[: html.index("<tbody>")]
