"""Everybody's room on one page: how many presses it takes, and that nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.presses import Presses
from tests.browser.staff import sign_in

PAGE = "/admin/team/therapist/room/"


@pytest.fixture
def rows(page):
    sign_in(page, "coordinator")
    page.goto("/admin/")
    return page


def test_all_of_them_are_confirmed_in_two_presses_from_the_list(rows):
    presses = Presses(rows.context)
    rows.goto("/admin/team/therapist/")
    presses.begin()
    rows.get_by_role("link", name="Who has room").click()
    rows.get_by_role("button", name="All of this is right today").click()
    expect(rows.get_by_text("Right as of today: 11 people.")).to_be_visible()
    presses.wait()
    assert presses.counted["press"] == 2
    assert rows.get_by_text("confirmed today").count() == 11
    assert not violations(rows)


def test_a_change_for_one_with_all_the_others_takes_two(rows):
    presses = Presses(rows.context)
    rows.goto(PAGE)
    presses.begin()
    theo = rows.get_by_role("group", name="Does Theo Brandvold have room?")
    theo.get_by_label("Waitlist").click()
    rows.get_by_role("button", name="All of this is right today").click()
    expect(rows.get_by_text("Right as of today: 11 people.")).to_be_visible()
    presses.wait()
    assert presses.counted["press"] == 2
    expect(
        rows.get_by_role("group", name="Does Theo Brandvold have room?").get_by_label("Waitlist")
    ).to_be_checked()
    rows.goto("/team/theo-brandvold/")
    expect(rows.get_by_text("Waitlist: until February")).to_be_visible()
    # The other tests find him as he was.
    rows.goto(PAGE)
    theo.get_by_label("No", exact=True).click()
    rows.get_by_role("button", name="Save only what I changed").click()
    expect(rows.get_by_text("Right as of today: Theo Brandvold.")).to_be_visible()


def test_a_wrong_number_keeps_the_words_beside_it_on_a_phone(open_page):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    sign_in(page, "coordinator")
    page.goto(PAGE)
    row = page.locator(".room-row", has_text="Hana Wexler")
    row.get_by_label("In words").fill("from January")
    row.get_by_label("How many").fill("500")
    page.get_by_role("button", name="Save only what I changed").click()
    row = page.locator(".room-row", has_text="Hana Wexler")
    expect(row.get_by_label("In words")).to_have_value("from January")
    expect(row.locator(".errorlist")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
