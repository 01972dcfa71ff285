"""What the keyboard can do while writing, and the list that says so."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.staff import open_form, sign_in

NEW_PAGE = "/admin/pages/page/add/"
KEYS = {
    "Control+b": "<p><strong>word</strong></p>",
    "Control+i": "<p><em>word</em></p>",
    "Control+Alt+2": "<h2>word</h2>",
    "Control+Alt+3": "<h3>word</h3>",
    "Control+Alt+4": "<h4>word</h4>",
    "Control+Shift+8": "<ul><li><p>word</p></li></ul>",
    "Control+Shift+7": "<ol><li><p>word</p></li></ol>",
    "Control+Shift+b": "<blockquote><p>word</p></blockquote>",
}
BEGINNINGS = {
    "## word": "<h2>word</h2>",
    "### word": "<h3>word</h3>",
    "#### word": "<h4>word</h4>",
    "- word": "<ul><li><p>word</p></li></ul>",
    "1. word": "<ol><li><p>word</p></li></ol>",
    "> word": "<blockquote><p>word</p></blockquote>",
}


@pytest.fixture
def form(page):
    sign_in(page, "editor")
    open_form(page, NEW_PAGE)
    page.wait_for_selector(".rich-text.is-ready")
    return page


def box_of(form):
    return form.get_by_role("textbox", name=re.compile("^Text:?$"))


def start_over(form):
    """An empty editor again, whatever stood in it."""
    form.evaluate("document.querySelector('.ProseMirror').editor.commands.clearContent(true)")


def help_of(form):
    return form.get_by_role("dialog", name="What the keyboard can do")


def test_a_question_mark_outside_the_text_shows_the_keys_and_leads_back(form):
    form.get_by_role("button", name="Heading", exact=True).focus()
    form.keyboard.press("?")
    expect(help_of(form)).to_be_visible()
    form.keyboard.press("Escape")
    expect(help_of(form)).to_be_hidden()
    expect(form.get_by_role("button", name="Heading", exact=True)).to_be_focused()


def test_a_question_mark_in_the_text_is_a_question_mark(form):
    box_of(form).click()
    form.keyboard.type("Why?")
    expect(help_of(form)).to_be_hidden()
    assert form.locator("#id_body").input_value() == "<p>Why?</p>"


def test_the_list_opens_while_typing_and_the_typing_goes_on(form):
    box_of(form).click()
    form.keyboard.type("One ")
    form.keyboard.press("Control+/")
    form.get_by_role("button", name="Back", exact=True).click()
    form.keyboard.type("two")
    assert form.locator("#id_body").input_value() == "<p>One two</p>"


def test_each_listed_key_does_what_the_list_says(form):
    box_of(form).click()
    for key, html in KEYS.items():
        form.keyboard.type("word")
        form.keyboard.press("Control+a")
        form.keyboard.press(key)
        assert form.locator("#id_body").input_value() == html, key
        start_over(form)


def test_each_listed_beginning_of_a_line_does_what_the_list_says(form):
    box_of(form).click()
    for typed, html in BEGINNINGS.items():
        form.keyboard.type(typed)
        assert form.locator("#id_body").input_value() == html, typed
        start_over(form)


def test_the_save_key_saves_a_draft_and_publishes_nothing(form):
    form.get_by_label("Title", exact=True).fill("Saved by a key")
    form.keyboard.press("Control+s")
    expect(form).to_have_url(re.compile(r"/pages/page/\d+/change/$"))
    expect(form.locator(".publishing-status")).to_contain_text("Draft")
