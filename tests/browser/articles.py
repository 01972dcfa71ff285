"""An article at the desk: typing, pasting, and asking somebody by mail."""

import re

PASTE = """([html, text]) => {
    const clipboardData = new DataTransfer()
    if (html) clipboardData.setData("text/html", html)
    clipboardData.setData("text/plain", text)
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(event)
}"""
# The address of the account of somebody of the team, who gets one if there is none.
ACCOUNT = """
from staff.models import User
from team.models import Therapist
person = Therapist.objects.get(name={name!r})
if person.user is None:
    fields = {{"username": "supervisor", "email": "supervisor@practice.example", "is_staff": True}}
    person.user = User.objects.create(name=person.name, **fields)
    person.save()
print(person.user.email)
"""


def ready(page):
    page.locator("[data-autosave][data-state=ready]").wait_for(state="attached")


def text_box(page):
    return page.locator("#id_body_text")


def open_byline(page):
    page.locator("#byline > summary").click()


def open_drawer(page, name):
    page.locator(".drawer > summary").filter(has_text=name).click()


def write(page, text):
    text_box(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def mailed_link(site, page, name):
    """As supervisor, to their own account: the link is shown to nobody, and the yes counts by itself."""
    address = site.manage("shell", "-c", ACCOUNT.format(name=name)).strip().splitlines()[-1]
    before = len(site.mailbox.messages)
    page.get_by_role("link", name="Show it or ask for a yes").click()
    page.fill("#id_reader", name)
    page.select_option("#id_capacity", "supervisor")
    page.fill("#id_email", address)
    page.get_by_role("button", name="Make the link").click()
    mail = site.mailbox.wait_for(
        lambda mail: (
            mail["To"] == address
            and "/p/" in mail.get_content()
            and mail in site.mailbox.messages[before:]
        )
    )
    return re.search(r"http\S+/p/\S+", mail.get_content())[0]
