"""A table in the editor by keyboard and by its buttons, and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.staff import sign_in
from tests.browser.text_editor import Editor

FEES = "<table><tr><td>For</td><td>Fee</td></tr><tr><td>Couples</td><td>$210</td></tr></table>"
AS_COPIED = """() => {
    const clipboardData = new DataTransfer()
    document.activeElement.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true }))
    return [clipboardData.getData("text/html"), clipboardData.getData("text/plain")]
}"""


CARET_IS_IN = """words => document.querySelector(".ProseMirror").editor
    .state.selection.$from.parent.textContent === words"""


@pytest.fixture
def editor(page):
    sign_in(page, "editor")
    return Editor(page)


def go_into(editor, words):
    """The cell of these words, once the editor has seen it: it learns of the caret late."""
    editor.box.locator("th, td").get_by_text(words, exact=True).click()
    editor.page.wait_for_function(CARET_IS_IN, arg=words)


def rows(editor):
    """The cells of the first table in the form's own field, row by row, a stroke between lines."""
    return editor.page.evaluate(
        """html => [...new DOMParser().parseFromString(html.replaceAll("<br>", "/"), "text/html")
            .querySelector("table").rows].map(row => [...row.cells].map(
                cell => (cell.localName === "th" ? "# " : "") +
                    [...cell.children].map(line => line.textContent).join("/")))""",
        editor.html,
    )


def test_a_table_is_written_without_a_mouse(editor):
    keyboard = editor.page.keyboard
    editor.press("Table")
    for words in ("For", "Fee", "Couples", "$210", "Groups", "$60", "Families"):
        keyboard.type(words)
        keyboard.press("Tab")
    keyboard.type("$240")
    keyboard.press("Enter")
    keyboard.type("each")
    assert rows(editor) == [
        ["# For", "# Fee"],
        ["Couples", "$210"],
        ["Groups", "$60"],
        ["Families", "$240/each"],
    ]
    for _cell in range(7):
        keyboard.press("Shift+Tab")
    keyboard.press("Shift+Tab")
    keyboard.type("What we ask")
    editor.comes_to_hold("<caption>What we ask</caption>")
    keyboard.press("Control+Enter")
    keyboard.type("And on.")
    editor.comes_to_hold("</table><p>And on.</p>")


def test_rows_and_columns_come_and_go_by_buttons_that_a_key_leads_to(editor):
    page = editor.page
    editor.paste(FEES)
    go_into(editor, "$210")
    page.keyboard.press("Alt+F10")
    expect(page.get_by_role("button", name="Row above")).to_be_focused()
    for name, typed, expected in [
        ("Row below", "a", [["# For", "# Fee"], ["Couples", "$210"], ["", "a"]]),
        ("Column before", "b", [["# For", "# ", "# Fee"], ["Couples", "", "$210"], ["", "b", "a"]]),
        ("Column after", "c", [["# For", "# ", "# ", "# Fee"], ["Couples", "", "", "$210"], ["", "b", "c", "a"]]),
        ("Delete column", "d", [["# For", "# ", "# Fee"], ["Couples", "", "$210"], ["", "b", "da"]]),
        ("Delete row", "e", [["# For", "# ", "# Fee"], ["Couples", "", "e$210"]]),
    ]:  # fmt: skip
        page.get_by_role("button", name=name, exact=True).press("Enter")
        expect(editor.box).to_be_focused()
        page.keyboard.type(typed)
        assert rows(editor) == expected
    go_into(editor, "For")
    editor.press("Row above")
    whole = [["# ", "# ", "# "], ["For", "", "Fee"], ["Couples", "", "e$210"]]
    assert rows(editor) == whole
    editor.press("Delete table")
    expect(page.get_by_role("button", name="Row above")).to_be_hidden()
    assert "<table" not in editor.html
    editor.press("Undo")
    assert rows(editor)[-1] == whole[-1]


def test_a_table_stays_whole_whatever_is_pressed_pasted_or_typed_in_it(editor):
    page = editor.page
    editor.paste(FEES)
    go_into(editor, "Couples")
    page.keyboard.press("End")
    for name in ("Heading", "List", "Quote", "Picture", "Divider", "Table"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute(
            "aria-disabled", "true"
        )
    for keys in ("Control+Alt+2", "Control+Shift+8", "Control+Shift+b"):
        page.keyboard.press(keys)
    editor.paste("<h2>Also</h2><ul><li>one</li><li>two</li></ul><p>end</p>")
    assert rows(editor) == [["# For", "# Fee"], ["CouplesAlso/one/two/end", "$210"]]
    page.keyboard.press("Enter")
    page.keyboard.type("---")
    page.keyboard.press("Enter")
    page.keyboard.type("# a")
    assert editor.html.count("<table") == 1
    assert "<hr" not in editor.html
    assert "<h2" not in editor.html


def test_cells_are_pasted_as_cells_and_a_table_into_a_caption_as_words(editor):
    page = editor.page
    editor.paste(FEES)
    go_into(editor, "For")
    editor.paste(
        "<table><tr><td>Who</td><td>How much</td></tr><tr><td>One</td><td>$190</td></tr></table>"
    )
    assert rows(editor) == [["# Who", "# How much"], ["One", "$190"]]
    editor.press("Caption")
    page.wait_for_function(CARET_IS_IN, arg="")
    editor.paste(FEES)
    assert editor.html.count("<table") == 1
    editor.comes_to_hold("<caption>For Fee Couples $210</caption>")


def test_what_is_copied_from_a_table_comes_back_as_one(editor):
    editor.paste(FEES)
    editor.page.keyboard.press("Control+a")
    html, text = editor.page.evaluate(AS_COPIED)
    editor.page.keyboard.press("Delete")
    assert "<table" not in editor.html
    editor.paste(html, text)
    assert rows(editor) == [["# For", "# Fee"], ["Couples", "$210"]]


def test_a_saved_table_is_on_the_page_and_a_phone_moves_it_sideways(editor, open_page):
    page = editor.page
    header = "".join(f"<td>Column {number}</td>" for number in range(6))
    cells = "".join(f"<td>cell {number}</td>" for number in range(6))
    editor.paste(f"<table><caption>Six of them</caption><tr>{header}</tr><tr>{cells}</tr></table>")
    page.get_by_role("textbox", name="Title").fill("A wide table")
    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_url("**/admin/pages/page/*/change/")
    phone = open_page(viewport={"width": 360, "height": 800}, bypass_csp=True)
    phone.goto("/a-wide-table/")
    region = phone.get_by_role("region", name="Six of them")
    region.focus()
    phone.keyboard.press("ArrowRight")
    phone.wait_for_function("document.activeElement.scrollLeft > 0")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    expect(region.get_by_role("columnheader")).to_have_count(6)
    assert violations(phone) == []


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("columns", [2, 6, 20])
def test_no_table_in_the_editor_is_moved_sideways(editor, width, columns):
    editor.page.set_viewport_size({"width": width, "height": 800})
    row = "<tr>{}</tr>".format(
        "".join(f"<td>Psychotherapy {number}</td>" for number in range(columns))
    )
    editor.paste(f"<table><caption>Fees</caption>{row}{row}</table>")
    expect(editor.box.locator("td")).to_have_count(columns)
    table = editor.box.locator(".rich-text-table")
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    narrowest = "cells => Math.min(...cells.map(cell => cell.clientWidth))"
    assert editor.box.locator("th, td").evaluate_all(narrowest) >= 60
