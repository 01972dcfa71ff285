"""What a coordinator does on a Monday, each from the row of the queue, as somebody with a mouse and a keyboard does it."""

import re
from contextlib import contextmanager

from playwright.sync_api import expect

from tests.browser.presses import Presses

LIST = "/admin/intake/inquiry/"


class Hand:
    """Of somebody at this page; notes how many presses each task took."""

    def __init__(self, page):
        self.page, self.presses = page, Presses(page.context)
        self.by_task = {}

    @contextmanager
    def task(self, name):
        self.presses.begin()
        yield
        self.by_task[name] = self.presses.number

    def type(self, text):
        """Where the focus is: there has to be one, in a field."""
        assert self.page.evaluate("document.activeElement.matches('input, textarea')"), text
        self.page.keyboard.type(text)

    @property
    def together(self):
        return sum(self.by_task.values())


def open_row(page, name):
    row = page.locator("#result_list tr").filter(has_text=name)
    row.get_by_role("link").last.click()
    words = page.locator(".inquiry-told").first
    expect(words).to_contain_text(f"This is what {name} wrote.")


def log_a_call(hand):
    page = hand.page
    page.goto(f"{LIST}?place=new")
    with hand.task("log a call"):
        open_row(page, "Abel")
        expect(page.locator(".inquiry-answer")).to_contain_text("do not say the practice’s name")
        form = page.locator("#attempt")
        form.get_by_label("Notes").click()
        hand.type("Tuesdays suit.")
        form.get_by_role("button", name="We spoke").click()
        expect(page.locator(".inquiry-clear")).to_contain_text("In contact")
    expect(page.locator(".inquiry-happened")).to_contain_text("Tuesdays suit.")


def assign(hand):
    page = hand.page
    page.goto(f"{LIST}?place=new")
    with hand.task("assign"):
        open_row(page, "Bettina")
        page.get_by_role("button", name="Ruth Calder").click()
        expect(page.locator(".inquiry-clear")).to_contain_text("assigned to Ruth Calder")


def ask_a_clinician(hand):
    """The letter is in view before it is sent."""
    page = hand.page
    page.goto(f"{LIST}?place=new")
    with hand.task("ask a clinician"):
        open_row(page, "Cosmo")
        page.get_by_role("link", name="Ask Hana Wexler").click()
        form = page.locator("#offer")
        expect(form.locator("select option:checked")).to_contain_text("Hana Wexler")
        letter = form.get_by_label("What the clinician reads")
        expect(letter).to_have_value(re.compile("Oregon"))
        expect(letter).to_be_in_viewport(ratio=0.9)
        form.get_by_role("button", name="Send to the clinician").click()
        expect(page.locator(".inquiry-clear")).to_contain_text("Clinician asked")
    return page.url


def say_a_kind_no(hand):
    """Whom it names is chosen by the press that opens it, and the letter is in view before it is sent."""
    page = hand.page
    page.goto(f"{LIST}?place=new")
    with hand.task("kind no"):
        open_row(page, "Delphine")
        page.get_by_role("link", name=re.compile("Decline kindly.*Wendham")).click()
        form = page.locator("#no")
        expect(form.locator(".chip:has(:checked)")).to_have_text([re.compile("Wendham")])
        expect(form.get_by_label("Message")).to_be_in_viewport(ratio=0.9)
        form.get_by_role("button", name="Send it to them and close").click()
        expect(page.locator(".messagelist")).to_contain_text("They are told by email")
    expect(page.locator(".inquiry-clear")).to_contain_text("Closed: Referred to others")


def write_down_a_call(hand):
    """From the front page. Returns the code that is read out over the phone."""
    page = hand.page
    page.goto("/admin/")
    with hand.task("write down a call"):
        page.get_by_role("link", name="Write down a call").click()
        expect(page.get_by_label("In their words")).to_be_focused()
        hand.type("This is what Florian wrote.")
        page.keyboard.press("Tab")
        expect(page.get_by_label("What to call them")).to_be_focused()
        hand.type("Florian")
        page.keyboard.press("Tab")
        expect(page.locator("#id_phone")).to_be_focused()
        hand.type("(541) 555-0126")
        page.get_by_label("They agreed that we use this").click()
        page.keyboard.press("Control+Enter")
        expect(page.locator(".inquiry-answer")).to_contain_text("(541) 555-0126")
    return page.locator(".inquiry-code").inner_text()
