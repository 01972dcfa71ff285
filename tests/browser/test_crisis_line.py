"""Crisis help is in view as every page opens, and the second thing the keyboard reaches. A search in words of danger
shows help for that kind of danger first."""

from urllib.parse import urlencode

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


HOME, YOUNG, VETERANS = "National Domestic Violence", "The Trevor", "Veterans Crisis"
ANY, SPANISH = "988 Suicide and Crisis", "Línea 988"


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("i want to die", ANY, "Crisis Text"),
        ("my husband hits me", HOME, ANY),
        ("no aguanto más", SPANISH, ANY),
        ("mi esposo me pega", SPANISH, HOME),
        ("veterans crisis line", VETERANS, ANY),
        ("kids at school bully me", YOUNG, ANY),
        ("my dad beats me", HOME, YOUNG),
        ("he hits me and I want to die", ANY, HOME),
    ],
)
def test_what_a_search_in_danger_shows_first_is_seen_without_scrolling(
    open_page, typed, first, second
):
    page = open_page(**PHONE, java_script_enabled=False)
    page.goto(f"/search/?{urlencode({'q': typed})}")
    lines = page.locator("main .crisis strong").filter(visible=True)
    names = lines.all_inner_texts()
    assert names[0].startswith(first)
    assert names[1].startswith(second)
    assert any(name.startswith(ANY) for name in names)
    # What is pressed to reach it, too.
    press = page.locator("main .crisis .ways > details > summary").first.bounding_box()
    assert press["y"] + press["height"] <= PHONE["viewport"]["height"]
    assert lines.nth(1).bounding_box()["y"] < PHONE["viewport"]["height"]
    assert page.evaluate("scrollY") == 0
