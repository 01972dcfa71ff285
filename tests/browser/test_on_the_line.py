"""From the first question on the phone to the form that writes the call down."""

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.staff import sign_in

PAGE = "/admin/intake/inquiry/on-the-line/"


def to_the_line(page):
    sign_in(page, "coordinator")
    page.goto("/admin/")
    page.get_by_role("link", name="While somebody is on the line").click()


def test_each_choice_is_answered_at_once_and_carried_over(page):
    to_the_line(page)
    page.get_by_label("State they are in").select_option(label="Oregon")
    expect(page.locator("#line-answer h2")).to_have_text("7 fit")
    page.get_by_label("Language").focus()
    page.get_by_label("Language").select_option(label="Spanish")
    expect(page.locator("#line-answer h2")).to_have_text("1 fits")
    expect(page.locator("#line-answer")).to_contain_text("Mateo Arrizabal")
    expect(page.get_by_label("Language")).to_be_focused()
    page.get_by_label("Evenings").check()
    expect(page.locator("#line-answer h2")).to_have_text("Nobody fits all of it")
    expect(page.locator("#line-answer")).to_contain_text(
        "Ask whether another time would do than evenings"
    )
    assert not violations(page)
    page.get_by_role("link", name="Write this down").click()
    expect(page.locator("#id_message")).to_be_focused()
    expect(page.locator("#id_state")).to_have_value("OR")
    expect(page.locator("#id_language")).to_have_value("Spanish")
    expect(page.get_by_label("Evenings")).to_be_checked()


def test_without_script_the_button_asks(open_page):
    page = open_page(java_script_enabled=False)
    to_the_line(page)
    page.get_by_label("State they are in").select_option(label="Oregon")
    page.get_by_role("button", name="Who fits?").click()
    expect(page.locator("#line-answer h2")).to_have_text("7 fit")
    expect(page.get_by_label("State they are in")).to_have_value("OR")


def test_on_paper_stands_what_was_chosen_and_nothing_to_press(page):
    sign_in(page, "coordinator")
    page.goto(f"{PAGE}?state=OR&times=evening")
    page.emulate_media(media="print")
    expect(page.get_by_text("State they are in: Oregon")).to_be_visible()
    for name in ["Write this down", "Inquiries"]:
        expect(page.get_by_role("link", name=name)).to_be_hidden()
    expect(page.locator(".line-form")).to_be_hidden()
