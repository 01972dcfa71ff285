"""The desk in a real browser: readable by everybody, under the strict policy, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from editing.addresses import slug_stem
from pages.models import Page
from tests.browser import whole_desk
from tests.browser.axe import ALL_RULES, in_both_themes
from tests.browser.staff import sign_in

DOORS = ["/admin/login/", "/admin/password/", "/admin/password/sent/", "/admin/password/x/y/"]
DESK = [
    "/admin/",
    "/admin/password_change/",
    "/admin/blog/article/",
    "/admin/blog/article/add/",
    "/admin/find/?q=phone",
    "/admin/pages/menuitem/",
    "/admin/pages/practice/1/change/",
    "/admin/pages/page/1/delete/",
    "/admin/pages/page/1/history/",
    "/admin/outbox/message/",
    "/admin/staff/user/",
    "/admin/staff/user/add/",
    "/admin/staff/user/2/change/",
    "/admin/team/therapist/add/",
    "/admin/team/supervision/add/",
]


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_at_the_doors(open_page, width):
    # Axe loads imported style sheets in ways the policy forbids, so here it is off.
    page = open_page(bypass_csp=True, viewport={"width": width, "height": 800})
    for address in DOORS:
        page.goto(address)
        assert list(in_both_themes(page, ALL_RULES)) == [], address


def test_nothing_is_wrong_with_any_kind_of_page_that_somebody_can_walk_to(browser, site):
    """Axe, the width, errors: each kind of page once, widths and themes shared out."""
    looks, known, faults = whole_desk.shared_out(), set(), []
    for role in whole_desk.ROLES:
        walked = whole_desk.walk(browser, site.url, role, looks, known, most=1)
        known |= set(walked.kinds)
        faults += walked.faults
    assert faults == []
    assert len(known) > 80


def test_the_policy_holds_on_the_desk(open_page):
    # A message about the policy, or a request to another host, fails the test by itself.
    page = open_page()
    for address in DOORS:
        page.goto(address)
    sign_in(page, "manager")
    for address in DESK:
        page.goto(address)
        page.wait_for_load_state("networkidle")


def test_what_a_form_lacks_is_added_beside_it_and_chosen(open_page):
    page = open_page()
    sign_in(page, "manager")
    page.goto("/admin/team/supervision/add/")
    page.locator("#id_from_day").fill("2026-01-05")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Add a new therapist").first.click()
    beside = opened.value
    beside.locator("#id_name").fill("Zora Beside")
    assert beside.locator("#id_slug").input_value() == "zora-beside"
    beside.locator("#id_title").fill("Doctoral intern")
    with beside.expect_event("close"):
        beside.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#id_supervisee option:checked")).to_have_text("Zora Beside")
    expect(page.locator("#id_supervisor option").last).to_have_text("Zora Beside")
    assert page.locator("#id_supervisor").input_value() == ""
    assert page.locator("#id_from_day").input_value() == "2026-01-05"

    with page.expect_popup() as opened:
        page.get_by_role("link", name="Open this therapist").first.click()
    opened.value.locator("#id_name").fill("Zora Renamed")
    with opened.value.expect_event("close"):
        opened.value.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#id_supervisee option:checked")).to_have_text("Zora Renamed")


def test_a_new_topic_is_a_chosen_chip_of_the_article_it_was_added_for(open_page):
    page = open_page()
    sign_in(page, "editor")
    page.goto("/admin/blog/article/add/")
    page.locator("#drawer-specialties summary").click()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Add a new specialty").click()
    opened.value.locator("#id_name").fill("Zebra crossings")
    with opened.value.expect_event("close"):
        opened.value.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("checkbox", name="Zebra crossings")).to_be_checked()


def test_an_address_follows_its_title_until_somebody_writes_another(open_page):
    page = open_page()
    sign_in(page, "editor")
    page.goto("/admin/pages/page/add/")
    title, address = page.locator("#id_title"), page.locator("#id_slug")
    expect(title).to_be_focused()
    title.fill("What it costs")
    expect(address).to_have_value("what-it-costs")
    title.fill("Fees " * 30)
    expect(address).to_have_value(slug_stem(Page(), "Fees " * 30))
    address.fill("money")
    title.fill("Fees")
    expect(address).to_have_value("money")


def test_somebody_invited_comes_in_by_the_link_in_the_mail(open_page, site):
    manager, newcomer = open_page(), open_page(java_script_enabled=False)
    sign_in(manager, "manager", is_just_now=True)
    manager.goto("/admin/staff/user/add/")
    manager.get_by_label("Name").fill("Noor Example")
    manager.get_by_label("Email").fill("noor@practice.example")
    manager.get_by_role("checkbox", name=re.compile("^Author")).check()
    manager.get_by_role("button", name="Save", exact=True).click()
    manager.get_by_text("An invitation is on its way to noor@practice.example").wait_for()

    text = mail_to(site, manager, "noor@practice.example")
    link = next(line for line in text.split() if line.startswith(site.url))
    newcomer.goto(link)
    assert newcomer.url.endswith("/set-password/")
    newcomer.locator("#id_new_password1").fill("a long and fresh password")
    newcomer.locator("#id_new_password2").fill("a long and fresh password")
    newcomer.get_by_role("button", name="Save this password").click()
    newcomer.get_by_role("link", name="Sign in").click()
    newcomer.locator("#id_username").fill("noor@practice.example")
    newcomer.locator("#id_password").fill("a long and fresh password")
    newcomer.get_by_role("button", name="Sign in").click()
    newcomer.get_by_role("heading", name=re.compile("^Good .*, Noor$")).wait_for()


def mail_to(site, page, address):
    """The text of the mail, once the worker has brought it to the mail server."""
    for _ in range(100):
        for message in site.mailbox.messages:
            if address in message.envelope_to:
                return message.get_content()
        page.wait_for_timeout(200)
    raise AssertionError(f"No mail came to {address}.")
