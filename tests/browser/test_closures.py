"""The year of closure days in a real browser: by pointer, by keys, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.staff import sign_in

LIST = "/admin/pages/closureday/"


@pytest.fixture
def offered(page):
    """The days that can be ticked, in a row of their own: the last months have no closure in the demo."""
    sign_in(page, "manager")
    page.goto(LIST)
    return page.locator("[name=day]").evaluate_all("(days) => days.map((day) => day.value)")[-60:]


def box(page, day):
    return page.locator(f"[name=day][value='{day}']")


def ticked(page):
    return page.locator("[name=day]:checked").evaluate_all("(days) => days.map((day) => day.value)")


def test_a_third_day_begins_anew_and_what_lies_between_is_seen(page, offered):
    box(page, offered[10]).check()
    box(page, offered[13]).check()
    expect(page.locator(".is-between")).to_have_count(2)
    expect(page.locator("[data-span]")).to_contain_text(re.compile(r"\d+.*–.*\d+"))
    box(page, offered[30]).check()
    assert ticked(page) == [offered[30]]
    expect(page.locator(".is-between")).to_have_count(0)


def test_the_year_is_one_stop_and_arrow_keys_move_in_it(page, offered):
    stops = page.locator("[name=day][tabindex='0']")
    expect(stops).to_have_count(1)
    box(page, offered[20]).check()
    page.keyboard.press("ArrowRight")
    expect(box(page, offered[21])).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(box(page, offered[28])).to_be_focused()
    page.keyboard.press("Space")
    assert ticked(page) == [offered[20], offered[28]]
    page.keyboard.press("ArrowLeft")
    expect(box(page, offered[27])).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#closures-reason")).to_be_focused()
    expect(stops).to_have_count(1)


def test_days_are_closed_and_opened_again_without_scripts(nojs_page):
    page = nojs_page
    sign_in(page, "manager")
    page.goto(LIST)
    days = page.locator("[name=day]")
    last = days.count() - 1
    for number in (last - 2, last):
        days.nth(number).check()
    page.fill("#closures-reason", "Moving house")
    page.get_by_role("button", name="Close on these days").click()
    page.wait_for_url(f"**{LIST}")
    assert page.locator("[name=day]").count() == last - 2
    page.locator(".months").get_by_role("link", name="Moving house").click()
    page.click(".deletelink")
    page.click("#content [type=submit]")
    page.wait_for_url(f"**{LIST}")
    assert page.locator("[name=day]").count() == last + 1
