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


def write(journey, age):
    """From the home page into the form, with what nobody can be answered without."""
    page = journey.page
    journey.press(page.get_by_role("link", name="Get started").first)
    journey.write(page.get_by_label("What may we call you?"), "Rowan")
    journey.press(page.get_by_label("Email", exact=True).first)
    journey.write(page.locator("#id_email"), "rowan@home.example")
    journey.choose(page.locator("#id_state"), "Oregon")
    journey.press(page.get_by_label(age))


def tell_whom(journey, whom):
    page = journey.page
    journey.press(page.get_by_text("If you like to tell us more", exact=True))
    journey.press(page.get_by_label(whom, exact=True))
    # Told, so it may be closed again.
    journey.press(page.get_by_text("If you like to tell us more", exact=True))


def send(journey):
    page = journey.page
    journey.press(page.get_by_label("You may use what I wrote"))
    journey.press(page.get_by_role("button", name="Send to"))
    expect(page.locator("h1")).to_have_text("Thank you. It is with us.")
    journey.assert_short()


def test_the_parent_of_somebody_of_fifteen_writes(journey):
    write(journey, "13 to 17")
    tell_whom(journey, "My child")
    send(journey)


def test_somebody_of_fifteen_writes_alone_and_reads_what_that_means(journey):
    write(journey, "13 to 17")
    journey.sees(journey.page.locator(".minors-note"))
    expect(journey.page.locator(".word:visible")).to_have_count(0)
    send(journey)


def test_two_people_write_together(journey):
    write(journey, "26 to 64")
    tell_whom(journey, "My partner and me")
    send(journey)


def test_a_child_who_comes_alone_finds_who_helps(journey):
    page = journey.page
    journey.press(page.get_by_role("link", name="Get started").first)
    journey.press(page.get_by_role("link", name="Under 13?"))
    expect(page.locator("main :is(input, textarea, select)")).to_have_count(0)
    journey.sees(page.locator("main .crisis"))
    journey.assert_short()
