"""On a phone a row of a list is a card, on which every value says what it is."""

import pytest
from django.utils.safestring import SafeString, mark_safe

from practice_site.templatetags.practice_admin import labelled, labels_of
from tests.factories import make_user

pytestmark = pytest.mark.django_db
BOXES = {
    "text": mark_safe('<input id="action-toggle">'),
    "class_attrib": ' class="action-checkbox-column"',
}
HEADERS = [BOXES, *({"text": text, "class_attrib": ""} for text in ("a <b> & c", ""))]


def row_of(*cells):
    return labelled([mark_safe(cell) for cell in cells], labels_of(HEADERS))


def test_values_carry_their_heading_and_markup_in_it_stays_words():
    box = '<td class="action-checkbox"><input></td>'
    answer = row_of(box, '<td class="x">1</td>', "<td>no heading</td>")
    label = '<td data-label="A &lt;b&gt; &amp; c" class="x">1</td>'
    assert answer == f"{box}{label}<td>no heading</td>"
    assert isinstance(answer, SafeString)


@pytest.mark.parametrize(
    ("inside", "is_empty"),
    [("-", True), ("–", True), ("&nbsp;", True), ("0", False), ('<img alt="no">', False)],
)
def test_what_is_empty_is_marked(inside, is_empty):
    assert ("data-empty" in row_of("", f"<td>{inside}</td>")) is is_empty


def test_no_cell_is_lost_where_there_are_more_than_headings():
    assert row_of(*["<td>1</td>"] * 4).count("</td>") == 4


def test_a_list_of_the_desk_names_its_values(client):
    client.force_login(make_user("manager"))
    html = client.get("/admin/staff/user/").content.decode()
    assert '<td data-label="Email" class="field-email">' in html
    assert "data-label" not in html[: html.index("<tbody>")]
