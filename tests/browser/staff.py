"""Signing in to the desk. Sign-ins are limited, and a run of tests is one impatient visitor, so each
login signs in once and its cookies serve the pages that follow."""

from urllib.parse import urlsplit

known = {}


def sign_in(page, username, password="demo"):
    page.goto("/")
    key = (urlsplit(page.url).netloc, username)
    if key in known:
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
