"""Links that are offered and never made unasked; references that lead there and back by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.staff import open_form, sign_in

CARED_FOR = "/blog/a-thought-that-frightens-you/"
IN_SERIES = "/blog/nine-things-that-look-like-laziness/"
ADD = "/admin/blog/article/add/"


def write(page, text):
    page.locator("#id_body_text").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def saved_text(page, title, text):
    """The form of a new draft with this text, as it opens."""
    sign_in(page, "editor")
    open_form(page, ADD)
    page.locator(".rich-text.is-ready").wait_for()
    page.fill("#id_title", title)
    write(page, text)
    page.click("[name=_continue]")
    page.wait_for_url("**/change/")
    page.locator(".rich-text.is-ready").wait_for()


def offers(page):
    return page.locator(".offers li")


def test_an_offered_link_is_made_when_somebody_says_so_and_stays(page):
    saved_text(page, "On EMDR", "Some use EMDR. EMDR is not for everybody, says Hana Wexler.")
    expect(offers(page)).to_have_text(
        [
            re.compile("“EMDR” could lead to the type of therapy EMDR."),
            re.compile("“Hana Wexler” could lead to the profile of Hana Wexler."),
        ]
    )
    text = page.locator("#id_body_text")
    expect(text.locator("a")).to_have_count(0)
    page.get_by_role("button", name="Link it: “EMDR”").click()
    expect(text.locator("a")).to_have_text(["EMDR"])
    expect(text.locator("a")).to_have_attribute("href", "/approaches/emdr/")
    # Who uses the keyboard stands at the next offer.
    expect(page.get_by_role("button", name="Link it: “Hana Wexler”")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".offers")).to_be_hidden()
    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_be_visible()
    body = page.locator("#id_body").input_value()
    assert body == (
        '<p>Some use <a href="/approaches/emdr/">EMDR</a>. EMDR is not for everybody, says '
        '<a href="/team/hana-wexler/">Hana Wexler</a>.</p>'
    )


def test_what_is_typed_is_looked_at_some_seconds_later(page):
    saved_text(page, "On typing", "Nothing to link here yet,")
    expect(page.locator(".offers")).to_be_hidden()
    write(page, " and now insomnia.")
    expect(offers(page)).to_have_text([re.compile("“insomnia” could lead to the specialty")])
    expect(page.locator("#id_body_text a")).to_have_count(0)


def test_a_reference_and_the_way_back_work_by_keyboard(page):
    page.goto(CARED_FOR)
    page.locator("#mention-2").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#reference-2$"))
    expect(page.locator("#reference-2")).to_be_in_viewport()
    # From there, the keyboard goes on inside of the reference: its link, then the way back.
    page.keyboard.press("Tab")
    expect(page.locator("#reference-2 a").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#reference-2 .back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#mention-2$"))
    expect(page.locator("#mention-2")).to_be_in_viewport()
    expect(page.locator("#mention-2")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_where_a_text_is_looked_after(open_page, width, scheme):
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    for address in (CARED_FOR, IN_SERIES):
        page.goto(address)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_parts_of_a_series_lead_to_each_other_without_a_script(nojs_page):
    nojs_page.goto(IN_SERIES)
    nojs_page.get_by_role("link", name="Next part").click()
    expect(nojs_page.locator("h1")).to_have_text("Rest that isn’t recovery")
    nojs_page.get_by_role("link", name="Previous part").click()
    expect(nojs_page).to_have_url(re.compile(IN_SERIES))


def test_the_button_above_the_form_makes_a_copy(page):
    saved_text(page, "On copies", "Once.")
    page.get_by_role("button", name="Copy as new draft").click()
    expect(page.locator("#content h1")).to_have_text("On copies (copy)")
    expect(page.locator("#id_body_text")).to_have_text("Once.")
