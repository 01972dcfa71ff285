"""The confidential room in a real browser: setting up, a morning's work, and the person's own page."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import no_faults
from tests.browser.inquiry_form import fill, send
from tests.browser.staff import sign_in, unlock

NO_KEYS = """
from intake.models import *
from intake.room import roll
Entry.objects.all().delete(); Inquiry.objects.all().delete()
with roll.changing():
    Grant.objects.all().delete(); KeyHolder.objects.all().delete(); PracticeKey.objects.all().delete()
"""
KEYS_OF_THE_DEMO = """
from django.contrib.auth import get_user_model
from intake.models import *
from intake.room import roll
from practice_site.demo.inquiries import load_inquiries
from practice_site.demo.keys import give_key, load_keys
Entry.objects.all().delete(); Inquiry.objects.all().delete()
with roll.changing():
    Grant.objects.all().delete(); KeyHolder.objects.all().delete(); PracticeKey.objects.all().delete()
load_keys(); load_inquiries()
for name in ["coordinator", "deputy"]: give_key(get_user_model().objects.get(username=name))
"""
# As after half an hour in which nobody has touched this desk.
IDLE_FOR_LONG = """
from datetime import timedelta
from django.utils import timezone
from staff.sessions import SessionStore
session = SessionStore("COOKIE")
long_ago = timezone.now() - timedelta(minutes=31)
session["room"] = session["room"] | {"used": long_ago.isoformat()}
session.save()
"""
SENTENCE = "the kettle sings before anyone"


@pytest.fixture
def coordinator(open_page):
    page = open_page()
    sign_in(page, "coordinator")
    return page


@pytest.fixture
def without_keys(site):
    """As on the first day; afterwards the demo's keys and inquiries are there again."""
    site.manage("shell", "-c", NO_KEYS)
    yield
    site.manage("shell", "-c", KEYS_OF_THE_DEMO)


@pytest.fixture
def told(request):
    """What somebody writes in this test and in no other: all of them share one site."""
    return f"The stairs are the loudest at night ({request.node.name})."


@pytest.fixture
def written(open_page, told):
    """Somebody has written in by phone, without scripts; their page is open."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto("/get-started/")
    fill(page)
    page.locator("#id_message").fill(told)
    send(page)
    page.wait_for_url("**/r/*/?new")
    return page


def choose_passphrase(page, sentence):
    page.goto("/admin/room/")
    page.get_by_role("link", name="Choose a passphrase").click()
    page.locator("#id_new").fill(sentence)
    page.get_by_label("The new passphrase again").fill(sentence)
    page.get_by_role("button", name="Set the passphrase").click()
    page.get_by_text("Your passphrase is set").wait_for()


def print_and_try(page, label):
    page.get_by_role("link", name=f"Make code {label}").click()
    page.get_by_label("Your passphrase").fill(SENTENCE)
    page.get_by_role("button", name="Make the code and show it").click()
    code = page.locator(".room-code").inner_text()
    page.reload()
    expect(page.locator(".room-code")).to_have_text(code)
    page.get_by_role("link", name="It is printed: test it").click()
    page.get_by_label("The code on the paper").fill(code)
    page.get_by_role("button", name="Test it").click()
    page.get_by_text(f"Recovery code {label} works.").wait_for()


def test_two_people_and_two_sheets_open_the_form(open_page, without_keys):
    visitor, coordinator, deputy = open_page(), open_page(), open_page()
    visitor.goto("/get-started/")
    expect(visitor.locator("h1")).to_have_text("Please call us")
    sign_in(coordinator, "coordinator", is_just_now=True)
    choose_passphrase(coordinator, SENTENCE)
    for label in "AB":
        print_and_try(coordinator, label)
    sign_in(deputy, "deputy", is_just_now=True)
    choose_passphrase(deputy, "two mugs on the window sill")
    expect(deputy.get_by_text("You wait for access")).to_be_visible()
    coordinator.goto("/admin/room/")
    coordinator.get_by_role("button", name="Give Ruth Calder access").click()
    expect(coordinator.locator(".room-state").first).to_contain_text("The form is open")
    visitor.goto("/get-started/")
    fill(visitor)
    send(visitor)
    visitor.wait_for_url("**/r/*/?new")
    deputy.goto("/admin/intake/inquiry/")
    expect(deputy.locator("#result_list")).to_contain_text("Rowan")


def test_a_morning_with_an_inquiry_and_a_call(coordinator, written, told):
    page = coordinator
    page.goto("/admin/intake/inquiry/")
    expect(page.locator(".inquiry-room")).to_contain_text("Locked")
    expect(page.locator("#content")).not_to_contain_text("Rowan")
    unlock(page)
    page.get_by_label("Search").fill(f"loudest {told}")
    page.get_by_label("Search", exact=True).press("Enter")
    page.locator("#result_list tbody").get_by_role("link", name="Answer").click()
    expect(page.locator("#content")).to_contain_text(told)
    page.get_by_label("Notes").fill("Evenings are better.")
    page.get_by_role("button", name="We spoke").click()
    expect(page.locator(".inquiry-clear")).to_contain_text("In contact")
    expect(page.locator(".inquiry-clear")).to_contain_text("assigned to Dana Osei")
    page.locator("#letter > summary").click()
    page.locator("#id_letter-words").fill("Would Tuesday at five suit you?")
    page.get_by_role("button", name="Send the secure message").click()
    page.get_by_text("Your message is on their private page").wait_for()
    written.goto(written.url.split("?")[0])
    expect(written.locator("h1")).to_have_text("Somebody is on it")
    expect(written.locator("main")).to_contain_text("Would Tuesday at five suit you?")

    page.goto("/admin/intake/inquiry/")
    page.get_by_role("link", name="Write down a call").click()
    page.get_by_label("What to call them").fill("Casimir")
    page.locator("#id_phone").fill("(541) 555-0177")
    page.get_by_label("They agreed that we use this").check()
    page.get_by_role("button", name="Save the inquiry").click()
    expect(page.locator(".inquiry-answer")).to_contain_text("(541) 555-0177")


def test_an_idle_lock_in_the_middle_of_a_note_costs_no_sentence(coordinator, open_page, site):
    page = coordinator
    page.goto("/admin/intake/inquiry/")
    unlock(page)
    page.locator("#result_list th[scope=row] a").first.click()
    page.locator("#id_note-words").fill("She said the mornings are")
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    site.manage("shell", "-c", IDLE_FOR_LONG.replace("COOKIE", cookies["sessionid"]))
    page.locator("#id_note-words").press_sequentially(" the hardest.")
    page.get_by_role("button", name="Save note").click()
    page.get_by_text("The note is saved, sealed.").wait_for()
    expect(page.locator("#content")).not_to_contain_text("mornings")
    unlock(page)
    expect(page.locator("#content")).to_contain_text("She said the mornings are the hardest.")


def test_one_key_covers_names_and_words_until_it_is_pressed_again(coordinator):
    page = coordinator
    page.goto("/admin/intake/inquiry/")
    unlock(page)
    name = page.locator("#result_list th[scope=row] a").first
    page.get_by_label("Search").press("c")
    expect(name).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("Control+c")
    expect(name).to_be_visible()
    page.keyboard.press("c")
    expect(name).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name="Show again")).to_be_visible()
    expect(name).to_be_hidden()
    page.keyboard.press("c")
    expect(name).to_be_visible()
    page.get_by_role("button", name="Hide names").click()
    expect(name).to_be_hidden()
    page.get_by_role("button", name="Show again").click()

    page.get_by_text("Display").click()
    page.get_by_label("The first words of each message").check()
    page.get_by_label("The key C covers").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".queue-words").first).to_be_visible()
    page.keyboard.press("c")
    expect(name).to_be_visible()
    page.get_by_text("Display").click()
    page.get_by_label("The first words of each message").uncheck()
    page.get_by_label("The key C covers").check()
    page.get_by_role("button", name="Save").click()


def test_the_person_adds_something_and_erases_everything(written):
    assert written.context.cookies() == []
    written.goto(written.url.split("?")[0])
    written.get_by_label("Add a time, a number").fill("Tuesdays after five.")
    written.get_by_role("button", name="Add this").click()
    expect(written.get_by_role("status")).to_have_text("It is with us now.")
    expect(written.locator(".person-notes")).to_contain_text("Tuesdays after five.")
    assert written.evaluate("document.documentElement.scrollWidth") <= 360
    written.get_by_role("link", name="Erase everything").click()
    written.get_by_role("button", name="Yes, erase everything").click()
    expect(written.locator("h1")).to_have_text("It is erased")
    assert written.context.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_unlocked_room_and_on_the_persons_page(open_page, scheme, width):
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    page = open_page(bypass_csp=True, **options)
    page.goto("/get-started/")
    fill(page)
    send(page)
    page.wait_for_url("**/r/*/?new")
    no_faults(page)
    page.goto(page.url.split("?")[0] + "?erase")
    no_faults(page)
    sign_in(page, "coordinator")
    page.goto("/admin/intake/inquiry/")
    if page.get_by_role("link", name="Unlock", exact=True).count():
        unlock(page)
    no_faults(page)
    page.locator("#result_list th[scope=row] a").first.click()
    no_faults(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/admin/room/")
    no_faults(page)


# How far below what stands before it each new part of the page begins.
STEPS = """() => Object.fromEntries(
  [...document.querySelectorAll(".person h2, .person .crisis, .person .crisis + p")].map(part => {
    const before = part.previousElementSibling ?? part.parentElement.previousElementSibling;
    const gap = part.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
    return [part.innerText.slice(0, 30), Math.round(gap)];
  }))"""


def test_every_part_of_the_persons_pages_begins_one_step_below_the_last(written):
    steps = written.evaluate(STEPS)
    written.goto("/r/")
    steps |= written.evaluate(STEPS)
    assert len(steps) > 4
    assert len(set(steps.values())) == 1, steps
