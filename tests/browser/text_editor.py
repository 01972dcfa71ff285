"""The editor of a page, as somebody at a keyboard has it."""

import re

from playwright.sync_api import expect

from tests.browser.articles import PASTE
from tests.browser.staff import open_form

NEW_PAGE = "/admin/pages/page/add/"
NEXT_CHANGE = """() => {
    const { editor } = document.querySelector(".ProseMirror")
    window.nextChange = new Promise((done) => editor.once("update", () => setTimeout(done, 0)))
}"""
CARET_IS_AT = """(place) => {
    const { editor } = document.querySelector(".ProseMirror")
    return editor.state.selection.from === place
}"""


class Editor:
    def __init__(self, page, address=NEW_PAGE):
        self.page = page
        open_form(page, address)
        page.wait_for_selector(".rich-text.is-ready")
        self.box = page.get_by_role("textbox", name=re.compile("^Text:?$"))
        self.box.click()

    @property
    def html(self):
        return self.page.locator("#id_body").input_value()

    def comes_to_hold(self, *pieces):
        """The form's own field follows a press a moment later."""
        for piece in pieces:
            expect(self.page.locator("#id_body")).to_have_value(re.compile(re.escape(piece)))

    def press(self, name):
        self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()

    def paste(self, html, text="x"):
        """Until what was pasted stands in the text."""
        self.page.evaluate(NEXT_CHANGE)
        self.page.evaluate(PASTE, [html, text])
        self.page.evaluate("window.nextChange")

    def step_left(self, caret, steps):
        """Key by key, each once the editor has seen the one before: it learns of them late."""
        for place in range(caret - 1, caret - 1 - steps, -1):
            self.page.keyboard.press("ArrowLeft")
            self.page.wait_for_function(CARET_IS_AT, arg=place)

    def undo(self):
        expect(self.box).to_be_focused()
        self.page.keyboard.press("Control+z")

    def says(self):
        return self.page.locator(".rich-text-word [role=status]")
