"""The counter of presses counts what a hand does, and not what it types."""

import pytest

from tests.browser.presses import Presses

PAGE = """<!doctype html><title>A page</title><label>Name <input id=name></label>
<label><input type=checkbox id=box> Yes</label><button id=button>Go</button>
<select aria-label=Kind><option>One<option>Two</select><div style="height: 3000px"></div><button id=far>Far</button>"""


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    page.presses = Presses(context)
    # An address of its own, so that its scripts come along; nobody is asked.
    page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto("http://127.0.0.1:9/")
    yield page
    context.close()


def test_words_cost_nothing_and_getting_there_does(page):
    page.click("#name")
    page.keyboard.type("Ada / Lovelace")
    assert page.presses.number == 1


def test_keys_that_are_no_text_and_chords_are_presses(page):
    page.click("#name")
    page.presses.begin()
    for key in ["Control+v", "Tab", "Space", "Enter"]:
        page.keyboard.press(key)
    assert page.presses.number == 4


def test_a_letter_outside_a_field_is_a_command(page):
    page.keyboard.press("/")
    assert page.presses.number == 1


def test_what_a_script_does_is_nobodys_press(page):
    page.evaluate("document.querySelector('#button').click()")
    page.evaluate("document.body.dispatchEvent(new PointerEvent('pointerdown', {isPrimary: true}))")
    assert page.presses.number == 0


def test_a_list_of_the_browsers_own_is_opened_and_chosen_from(page):
    page.presses.choose(page.get_by_label("Kind"), label="Two")
    assert page.presses.number == 2


def test_a_press_that_leads_to_another_page_is_counted(page):
    page.evaluate("document.querySelector('#button').onclick = () => { location.href = '/next' }")
    page.click("#button")
    page.wait_for_url("**/next")
    page.click("#button")
    assert page.presses.number == 2


def test_what_goes_past_is_added_up(page):
    assert page.presses.scrolled == 0
    page.evaluate("scrollTo(0, 700)")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("scrollTo(0, 200)")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.presses.scrolled == 1200
