"""The way out stays in view and leaves nothing behind that a page can take along; nor does what was sent."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.inquiry_form import fill, send
from tests.browser.leaving import LEFT, lead_to_our_own_page, what_the_form_holds

URL = "/get-started/"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("address", [URL, "/r/"])
def test_it_stays_in_view_and_never_covers_what_has_the_focus(open_page, scripts, address):
    page = open_page(**PHONE, java_script_enabled=scripts)
    page.goto(address)
    way_out = page.locator(LEFT)
    page.evaluate("scrollTo(0, document.querySelector('main').offsetHeight / 2)")
    box = page.locator(".leave").bounding_box()
    assert box["y"] == 0
    assert box["height"] <= 48
    assert way_out.get_attribute("href") == "https://www.weather.gov/"
    for _stop in range(60):
        page.keyboard.press("Tab")
        top, is_field = page.evaluate(
            "(e => [e.getBoundingClientRect().bottom, main.contains(e)])(document.activeElement)"
        )
        assert not is_field or top > box["height"]


def test_pressing_shift_three_times_leaves_and_no_way_leads_back(page):
    page.goto("/")
    page.goto(URL)
    lead_to_our_own_page(page)
    assert page.get_by_text("Pressing Shift three times").is_visible()
    page.locator("#id_name").focus()
    for letter in "ROWAN":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.locator("#id_name").input_value() == "ROWAN"
    page.keyboard.press("Shift")
    page.wait_for_url("**/team/")
    page.go_back()
    assert URL not in page.url


def test_nothing_written_is_in_the_page_while_it_is_left(page):
    page.goto(URL)
    fill(page)
    # The way out leads nowhere now, so that what is left of this page can be looked at.
    page.locator(LEFT).evaluate("link => { link.href = '#' }")
    page.locator(LEFT).click()
    assert page.locator("body").inner_text() == ""
    assert page.title() == ""
    assert "Rowan" not in page.content()


@pytest.mark.parametrize("scripts", [True, False])
def test_after_sending_back_and_a_new_load_hold_nothing_that_was_written(open_page, scripts):
    page = open_page(java_script_enabled=scripts)
    page.goto(URL)
    fill(page)
    page.locator("#id_message").fill("Sundays are hard.")
    send(page)
    page.wait_for_url("**/r/*/?new")
    page.go_back()
    page.wait_for_url(f"**{URL}")
    assert what_the_form_holds(page) == ([], 0)
    page.reload()
    assert what_the_form_holds(page) == ([], 0)
