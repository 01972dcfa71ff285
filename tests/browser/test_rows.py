"""Rows of a form, with the script that adds some and without it."""

from playwright.sync_api import expect

from tests.browser.staff import open_form, sign_in


def first_therapist(page):
    sign_in(page, "manager")
    page.goto("/admin/team/therapist/")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_url("**/change/**")
    open_form(page, page.url)
    page.locator("#id_fees").wait_for()


def fill_fee(page, number, service, amount):
    row = page.get_by_role("group", name=f"Fee {number}", exact=True)
    row.get_by_label("Service").fill(service)
    row.get_by_label("US dollars").fill(amount)
    return row


def save(page):
    page.locator(".save-bar .menu > summary").click()
    page.locator("[name=_continue]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def services(page):
    values = page.locator("[name^='fees-'][name$='-service']").evaluate_all(
        "inputs => inputs.map(input => input.value)"
    )
    return [value for value in values if value]


def test_a_row_is_added_by_the_button_and_takes_the_focus(page):
    first_therapist(page)
    before = services(page)
    rows = page.locator("#id_fees > fieldset")
    count = rows.count()
    page.get_by_role("button", name="Add: Fee").click()
    expect(rows).to_have_count(count + 1)
    expect(page.locator(f"#id_fees-{count}-service")).to_be_focused()
    fill_fee(page, count + 1, "Letter for school", "40")
    save(page)
    assert services(page) == [*before, "Letter for school"]


def test_without_a_script_empty_rows_wait_and_numbers_put_them_in_order(nojs_page):
    first_therapist(nojs_page)
    before = services(nojs_page)
    row = fill_fee(nojs_page, len(before) + 1, "First meeting", "0")
    row.get_by_label("Position").fill("1")
    save(nojs_page)
    assert services(nojs_page) == ["First meeting", *before]
    nojs_page.locator("#id_fees-0-DELETE").check()
    save(nojs_page)
    assert services(nojs_page) == before


def test_a_fault_stands_beside_its_input(page):
    first_therapist(page)
    count = len(services(page))
    fill_fee(page, count + 1, "Group", "")
    page.locator(".save-bar .menu > summary").click()
    page.locator("[name=_continue]").click()
    amount = page.locator("[name^='fees-'][name$='-amount'][aria-invalid='true']")
    expect(amount).to_have_count(1)
    expect(amount).to_have_accessible_description("This field is required.")
