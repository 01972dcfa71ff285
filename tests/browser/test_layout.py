"""What stands around every page takes little of a phone's screen."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.public_pages import PAGES

SCREEN = 740
HEIGHT = "selector => document.querySelector(selector).getBoundingClientRect().height"
ROWS = """() => new Set([...document.querySelectorAll(".site-nav a")]
  .map(link => Math.round(link.getBoundingClientRect().top))).size"""

PRESSED_AND_LOW = """([selector, least]) => [...document.querySelectorAll(selector)]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least).map(one => one.innerText)"""


@pytest.fixture
def narrow(open_page):
    return open_page(**PHONE | {"viewport": {"width": 360, "height": SCREEN}})


@pytest.mark.parametrize("name", ["home", "specialties", "page", "not found"])
def test_the_foot_is_less_than_a_screen(narrow, name):
    narrow.goto(PAGES[name])
    assert narrow.evaluate(HEIGHT, "footer") <= 700


@pytest.mark.parametrize(("width", "most"), [(768, 520), (1280, 510)])
def test_the_foot_of_a_wide_page_stands_in_columns(open_page, width, most):
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(PAGES["page"])
    assert page.evaluate(HEIGHT, "footer") <= most


def test_all_of_the_foot_can_be_reached(narrow):
    narrow.goto(PAGES["page"])
    foot = narrow.locator("footer")
    for text in [
        "Accessibility",
        "Notice of privacy practices",
        "Contact",
        "14 Larch Street",
        "Friday",
    ]:
        assert foot.get_by_text(text).first.is_visible(), text
    foot.get_by_text("Text HOME to 741741").first.click()
    assert foot.get_by_text("Crisis Text Line").first.is_visible()
    assert foot.locator("a[href='sms:741741']").is_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_what_is_pressed_in_the_foot_can_be_hit(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(PAGES["page"])
    assert page.evaluate(PRESSED_AND_LOW, [".threshold a, .door .mail", 24]) == []
    assert page.evaluate(PRESSED_AND_LOW, [".door .tel, .door .help summary", 44]) == []


def test_head_and_menu_are_a_row_each(narrow):
    narrow.goto(PAGES["page"])
    assert narrow.evaluate(ROWS) == 1
    assert narrow.evaluate(HEIGHT, "header") <= 190
    assert narrow.evaluate(HEIGHT, ".notice") <= 45


def test_get_started_is_five_screens_and_a_half(narrow):
    narrow.goto("/get-started/")
    assert narrow.evaluate("document.documentElement.scrollHeight") <= 5.5 * SCREEN
