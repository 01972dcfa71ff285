"""Crisis help is in view as every page opens, and the second thing the keyboard reaches."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.public_pages import PAGES

LOW = 40
ONE_TAP = "a:is([href^='tel:'], [href^='sms:'])"


def dials_in_view(page):
    """Links of crisis help that a finger can meet without opening anything first."""
    links = page.locator(ONE_TAP).filter(visible=True)
    return [link.get_attribute("href") for link in links.all()]


@pytest.mark.parametrize("name", PAGES)
def test_it_is_in_view_on_a_phone_without_scripts(open_page, name):
    page = open_page(**PHONE, java_script_enabled=False)
    page.goto(PAGES[name])
    box = page.locator(".hush").bounding_box()
    assert box["y"] == 0
    assert box["height"] <= LOW
    assert "988" in page.locator(".hush").inner_text()
    assert "tel:988" not in dials_in_view(page)


@pytest.mark.parametrize("name", ["home", "get started", "not found", "the person's way back"])
def test_the_keyboard_reaches_it_second_and_a_tap_opens_it_without_a_call(page, name):
    page.goto(PAGES[name])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.hush') !== null")
    page.keyboard.press("Enter")
    assert {"tel:988", "sms:988"} <= set(dials_in_view(page))
    assert page.locator(".hush a", has_text="Call 988").first.is_visible()
