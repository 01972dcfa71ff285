"""Signing in to the desk. Sign-ins are limited, and a run of tests is one impatient visitor, so each
login signs in once and its cookies serve the pages that follow."""

import json
from urllib.parse import urljoin, urlsplit

known = {}


def sign_in(page, username, password="demo", is_just_now=False):
    """``is_just_now`` for what asks again who is there, once a while has passed since."""
    page.goto("/")
    key = (urlsplit(page.url).netloc, username)
    if key in known and not is_just_now:
        page.context.add_cookies(known[key])
        page.goto("/admin/")
        if urlsplit(page.url).path == "/admin/":
            return
    page.goto("/admin/login/")
    page.get_by_label("user name").fill(username)
    page.locator("#id_password").fill(password)
    page.locator("input[type=submit], button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    known[key] = page.context.cookies()


def open_form(page, address):
    """A form as it is stored: what an earlier test typed there and left is thrown away."""
    page.goto(address)
    if not page.locator(".editing-note [data-do=throw-away]").count():
        return
    config = json.loads(page.locator("[data-autosave]").get_attribute("data-autosave"))
    token = page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
    answer = page.request.post(
        urljoin(page.url, config["address"]),
        form={"is_thrown_away": "1"},
        headers={"X-CSRFToken": token, "Referer": page.url},
    )
    assert answer.ok, answer.status
    page.goto(address)


def unlock(page, passphrase="demo demo demo demo"):
    """From any page of the room, which it comes back to."""
    page.get_by_role("link", name="Unlock", exact=True).click()
    page.get_by_label("Your passphrase").fill(passphrase)
    page.get_by_role("button", name="Unlock").click()
    page.get_by_role("button", name="Lock", exact=True).wait_for()
