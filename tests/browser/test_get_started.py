"""The inquiry form as people meet it: by keyboard, on a phone, without scripts, after a mistake."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.inquiry_form import fill, send

URL = "/get-started/?specialty=grief&therapist=hana-wexler"


@pytest.fixture
def quiet_phone(open_page):
    """A phone without scripts."""
    return open_page(**PHONE, java_script_enabled=False)


def test_form_goes_through_on_a_phone_without_scripts(quiet_phone):
    quiet_phone.goto(URL)
    fill(quiet_phone)
    send(quiet_phone)
    quiet_phone.wait_for_url("**/r/*/?new")
    assert quiet_phone.context.cookies() == []


def test_form_goes_through_by_keyboard_alone(page):
    page.goto(URL)
    page.locator("#id_name").focus()
    page.keyboard.type("Rowan")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#id_route_0").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("rowan@home.example")
    # The phone and what concerns only calls are out of the way now.
    page.keyboard.press("Tab")
    page.keyboard.type("Oregon")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.get_by_label("26 to 64").is_checked()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "id_consent":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/r/*/?new")


@pytest.mark.parametrize("scripts", [True, False])
def test_after_a_mistake_the_summary_has_the_focus_and_everything_is_kept(open_page, scripts):
    page = open_page(**PHONE, java_script_enabled=scripts)
    page.goto(URL)
    fill(page)
    page.locator("#id_email").fill("rowan@")
    page.locator("#id_message").fill("Sundays are hard.")
    page.get_by_text("If you like to tell us more", exact=True).click()
    page.get_by_label("Grief", exact=False).first.check()
    send(page)
    page.locator(".error-summary").wait_for()
    assert page.locator(".error-summary:focus").count() == 1
    assert page.title().startswith("Please check")
    assert page.locator("#id_message").input_value() == "Sundays are hard."
    assert page.locator("#id_email").input_value() == "rowan@"
    assert page.locator("#id_therapist").input_value() == "hana-wexler"
    assert page.get_by_label("26 to 64").is_checked()
    assert page.locator("[name=topics]:checked").count() == 1
    page.locator(".error-summary a").click()
    assert page.locator("#id_email:focus").count() == 1
    page.locator("#id_email").fill("rowan@home.example")
    send(page)
    page.wait_for_url("**/r/*/?new")


def test_what_is_not_needed_stays_out_of_the_way(page):
    page.goto(URL)
    assert page.locator("#id_email").is_visible()
    assert page.locator("#id_phone").is_visible()
    page.get_by_label("Text message").check()
    assert page.locator("#id_phone").is_visible()
    assert not page.locator("#id_email").is_visible()
    assert not page.locator(".minors-note").is_visible()
    page.get_by_label("13 to 17").check()
    assert page.locator(".minors-note").is_visible()
    assert not page.locator("#id_fax").is_visible()


def test_quick_exit_leaves_no_way_back_to_the_page(open_page):
    page = open_page()
    page.goto("/")
    page.goto(URL)
    exit_link = page.locator("[data-quick-exit]")
    assert exit_link.get_attribute("rel") == "noreferrer"
    assert "history" in page.locator(".quick-exit-says").inner_text()
    # The way out ends at our own page here; where it leads is the link's business.
    exit_link.evaluate("link => { link.href = '/team/' }")
    exit_link.click()
    page.wait_for_url("**/team/")
    page.go_back()
    assert "/get-started/" not in page.url


CARRIED = "?state=OR&format=video&time=evening&payer=1&language=2"
FIRST_SCREEN_AND_A_BIT = 800


@pytest.mark.parametrize(
    "choices",
    ["", "?therapist=hana-wexler", "?therapist=june-aldecott", CARRIED, "?specialty=grief"],
)
def test_the_first_field_is_near_the_top_of_a_phone(quiet_phone, choices):
    quiet_phone.goto(f"/get-started/{choices}")
    field = quiet_phone.locator("#id_name").bounding_box()
    assert field["y"] + field["height"] <= FIRST_SCREEN_AND_A_BIT
    assert quiet_phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_everything_else_is_folded_until_somebody_opens_it(quiet_phone):
    quiet_phone.goto("/get-started/")
    for name in ["name", "route", "email", "state", "age", "message", "consent"]:
        assert quiet_phone.locator(f"[name={name}]").first.is_visible(), name
    folded = ["for_whom", "topics", "therapist", "format", "times", "payment", "language"]
    assert not any(quiet_phone.locator(f"[name={name}]").first.is_visible() for name in folded)
    quiet_phone.get_by_text("If you like to tell us more", exact=True).click()
    for name in folded:
        assert quiet_phone.locator(f"[name={name}]").first.is_visible(), name


def test_whom_one_asked_for_is_in_sight_and_can_be_changed(quiet_phone, site):
    quiet_phone.goto("/get-started/?therapist=june-aldecott")
    head = quiet_phone.locator(".asked")
    assert "June Aldecott" in head.locator("h1").inner_text()
    assert "supervised by" in head.inner_text()
    assert head.locator("img").is_visible()
    head.locator("summary").click()
    head.locator("select").select_option("hana-wexler")
    fill(quiet_phone)
    quiet_phone.locator("#id_email").fill("rowan@")
    send(quiet_phone)
    # It is sent with the rest, though it stands above the form.
    assert "Hana Wexler" in quiet_phone.locator(".asked h1").inner_text()


def test_what_we_cannot_do_is_said_at_the_choice_without_scripts(quiet_phone):
    quiet_phone.goto("/get-started/")
    expect(quiet_phone.locator(".word:visible")).to_have_count(0)
    state = quiet_phone.locator("#id_state")
    state.select_option("elsewhere")
    said = quiet_phone.locator(".word--far:visible")
    expect(said).to_contain_text("We may see you only while you are in Oregon or Washington.")
    expect(said).to_contain_text("checked on")
    state.select_option("OR")
    expect(quiet_phone.locator(".word:visible")).to_have_count(0)
    quiet_phone.get_by_label("Under 13").check()
    expect(quiet_phone.locator(".word--far:visible")).to_contain_text("None of us sees people")
    expect(quiet_phone.get_by_label("I am a grown-up, and write for a child")).to_be_visible()
    quiet_phone.get_by_label("13 to 17").check()
    expect(quiet_phone.locator(".word:visible")).to_have_count(0)


def test_a_child_who_sends_it_loses_it_and_a_grown_up_does_not(quiet_phone):
    quiet_phone.goto("/get-started/")
    fill(quiet_phone)
    quiet_phone.get_by_label("Under 13").check()
    send(quiet_phone)
    expect(quiet_phone.get_by_text("Nothing you wrote was sent or kept.")).to_be_visible()
    assert "Rowan" not in quiet_phone.locator("main").inner_text()
    quiet_phone.get_by_role("button", name="I am a grown-up").click()
    quiet_phone.wait_for_url("**/r/*/?new")
    expect(quiet_phone.locator(".word")).to_contain_text("None of us sees people of that age.")


@pytest.mark.parametrize("choices", ["?therapist=hana-wexler", CARRIED, "?specialty=grief#id_name"])
def test_choices_leave_the_address_once_the_form_has_read_them(page, choices):
    page.goto("/team/")
    page.goto(f"/get-started/{choices}")
    place = "#id_name" if "#" in choices else ""
    page.wait_for_url(re.compile(f"/get-started/{place}$"))
    assert page.locator(".asked, .goes").count() == 1
    # In the history, too, and Back still leads to where they were.
    page.go_back()
    page.wait_for_url("**/team/")
    page.go_forward()
    page.wait_for_url(re.compile(f"/get-started/{place}$"))


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_childs_page_and_the_words_fit_any_width(open_page, width):
    page = open_page(viewport={"width": width, "height": 800}, bypass_csp=True)
    page.goto("/get-started/young/")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/get-started/?therapist=june-aldecott")
    page.locator("#id_state").select_option("elsewhere")
    page.get_by_label("Under 13").check()
    page.get_by_text("If you like to tell us more", exact=True).click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scripts", [True, False])
def test_no_way_to_begin_anew_stands_beside_what_was_typed(open_page, scripts):
    page = open_page(java_script_enabled=scripts)
    page.goto(URL)
    ways = [page.get_by_role("link", name=name) for name in ("En español.", "You refer a patient?")]
    for way in ways:
        expect(way).to_be_visible()
    page.locator("#id_message").fill("Sundays are hard")
    page.locator("#id_message").blur()
    for way in ways:
        expect(way).to_be_hidden()
    expect(page.get_by_role("link", name="Under 13? This page is for you.")).to_be_visible()


def test_back_from_the_other_language_leads_to_where_somebody_came_from(page):
    page.goto("/team/hana-wexler/")
    page.goto(URL)
    page.get_by_role("link", name="En español.").click()
    page.get_by_role("link", name="In English.").wait_for()
    assert page.locator("#id_therapist").input_value() == "hana-wexler"
    page.go_back()
    page.wait_for_url("**/team/hana-wexler/")
