"""From the home page to whom or what somebody looks for, on a phone without scripts: few pages, little scrolling."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.journeys import Journey


@pytest.fixture
def journey(open_page):
    return Journey(open_page(**PHONE, java_script_enabled=False))


def test_the_count_is_what_somebody_waits_for_and_moves(journey):
    page = journey.page
    assert (journey.loads, journey.px) == (0, 0)
    foot = page.locator("footer.door")
    journey.sees(foot)
    moved = page.evaluate("scrollY")
    assert journey.px == pytest.approx(moved, abs=1)
    assert moved > 740
    journey.sees(foot)
    assert journey.px == pytest.approx(moved, abs=1)
    journey.sees(page.locator("h1"))
    assert moved < journey.px <= 2 * moved
    journey.press(page.get_by_role("link", name="Get started").first)
    expect(page).to_have_url(re.compile("/get-started/$"))
    assert journey.loads == 1
    # Within the page nobody waits.
    page.goto(f"{page.url}#main")
    assert journey.loads == 1


def test_a_way_that_is_too_long_is_told(journey):
    for _ in range(4):
        journey.page.goto("/team/")
    with pytest.raises(AssertionError, match="4 pages"):
        journey.assert_short()
    journey.loads = 0
    journey.px = 4 * 740 + 1
    with pytest.raises(AssertionError, match="screens"):
        journey.assert_short()
