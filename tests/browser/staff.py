"""Signing in to the desk. Sign-ins are limited, and a run of tests is one impatient visitor, so each
login signs in once and its cookies serve the pages that follow."""

import json
import re
from html import unescape
from urllib.parse import urljoin

from tests.unsent_form import fields_of

CONFIG = re.compile('data-autosave="([^"]+)"')
known = {}


def sign_in(page, username, password="demo", is_just_now=False):
    """``is_just_now`` for what asks again who is there, once a while has passed since."""
    if username in known and not is_just_now:
        page.context.add_cookies(known[username])
        # Nobody looks at this page, so it is not drawn.
        if page.request.get("/admin/", max_redirects=0).ok:
            return
    page.goto("/admin/login/")
    page.get_by_label("user name").fill(username)
    page.locator("#id_password").fill(password)
    page.locator("input[type=submit], button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    known[username] = page.context.cookies()


def open_form(page, address):
    """A form as it is stored: what an earlier test typed there and left is thrown away before it is drawn."""
    form = page.request.get(address)
    html = form.text()
    if 'data-do="throw-away"' in html:
        config = json.loads(unescape(CONFIG.search(html)[1]))
        answer = page.request.post(
            urljoin(form.url, config["address"]),
            form={"is_thrown_away": "1"},
            headers={"X-CSRFToken": fields_of(html)["csrfmiddlewaretoken"][0], "Referer": form.url},
        )
        assert answer.ok, answer.status
    page.goto(address)


def unlock(page, passphrase="demo demo demo demo"):
    """From any page of the room, which it comes back to."""
    page.get_by_role("link", name="Unlock", exact=True).click()
    page.get_by_label("Your passphrase").fill(passphrase)
    page.get_by_role("button", name="Unlock").click()
    page.get_by_role("button", name="Lock", exact=True).wait_for()
