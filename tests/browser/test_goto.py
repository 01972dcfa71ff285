"""The field in the bar: the key / goes there from anywhere but a field, unless it was switched off."""

from tests.browser.staff import sign_in

FOCUSED = "document.activeElement.id"


def test_the_key_goes_to_the_field_and_what_is_typed_leads_on(open_page):
    page = open_page()
    sign_in(page, "manager")
    page.goto("/admin/")
    page.keyboard.press("Control+/")
    assert page.evaluate(FOCUSED) != "goto"
    page.keyboard.press("/")
    assert page.evaluate(FOCUSED) == "goto"
    page.keyboard.type("phone number")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Phone", exact=True).click()
    page.wait_for_url("**/admin/pages/practice/1/change/#id_phone")
    # What is there is written over; Enter would save it.
    page.keyboard.type("(541) 555-0199")
    assert page.locator("#id_phone").input_value() == "(541) 555-0199"
    page.goto("about:blank")


def test_in_a_field_it_is_a_letter(open_page):
    page = open_page()
    sign_in(page, "manager")
    page.goto("/admin/staff/user/add/")
    page.locator("#id_name").fill("Noor")
    page.keyboard.press("End")
    page.keyboard.press("/")
    assert page.locator("#id_name").input_value() == "Noor/"
    assert page.evaluate(FOCUSED) == "id_name"


def test_it_is_switched_off_in_ones_own_menu_and_stays_off(open_page):
    page = open_page()
    sign_in(page, "manager")
    page.goto("/admin/")
    page.locator(".me > summary").click()
    switch = page.get_by_role("button", name="The key / goes to the search")
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "false"
    page.goto("/admin/blog/article/")
    assert page.locator(".bar kbd").is_hidden()
    page.keyboard.press("/")
    assert page.evaluate(FOCUSED) != "goto"


def test_words_of_a_coordinator_are_in_no_address(open_page):
    page = open_page()
    sign_in(page, "coordinator")
    page.goto("/admin/")
    page.keyboard.press("/")
    page.keyboard.type("Rowan")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Found for “Rowan”").wait_for()
    assert "Rowan" not in page.url
    page.get_by_role("button", name="Look for “Rowan” in the inquiries").click()
    page.wait_for_url("**/admin/intake/inquiry/")
