"""After a restart of the browser the tab holds nothing of what was sent, nor of what was left by the quick exit, on its page
or on the way back. Each way back ends at a page without a word about this: what was typed there does come back."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from uuid import uuid4

import pytest

from tests.browser.inquiry_form import fill, send
from tests.browser.leaving import LEFT, lead_to_our_own_page, what_the_form_holds
from tests.browser.restarted import Chromium

ORDINARY = "I stay"


class OrdinaryForm(BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"<title>Ordinary</title><form><label>Words <input></label></form>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def ordinary():
    """The address of a page whose form any browser brings back."""
    with ThreadingHTTPServer(("127.0.0.1", 0), OrdinaryForm) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture
def words():
    return f"sentinel{uuid4().hex}"


def sent(page):
    send(page)
    page.wait_for_url("**/r/*/?new")


def left(page):
    lead_to_our_own_page(page)
    page.locator(LEFT).click()
    page.wait_for_url("**/team/")


def write(page, site, words, *, with_slip):
    page.goto(f"{site.url}/get-started/")
    fill(page)
    page.locator("#id_message").fill(words)
    if with_slip:
        page.locator("#id_email").fill("rowan@")
        send(page)
        page.locator(".error-summary").wait_for()
        assert page.locator("#id_message").input_value() == words
        page.locator("#id_email").fill("rowan@home.example")


def assert_holds_nothing(page, words):
    assert words not in page.content()
    if page.locator("#inquiry").count():
        assert what_the_form_holds(page) == ([], 0)


@pytest.mark.parametrize(
    ("end", "with_slip", "has_scripts"),
    [(sent, False, True), (sent, False, False), (sent, True, True), (left, False, True), (left, True, True)],
)  # fmt: skip
def test_a_restored_tab_holds_nothing(
    browser, chromium_path, tmp_path, site, ordinary, words, end, with_slip, has_scripts
):
    chromium = Chromium(
        chromium_path, tmp_path / "profile", browser.browser_type, has_scripts=has_scripts
    )
    with chromium.started() as page:
        page.goto(ordinary)
        page.get_by_label("Words").fill(ORDINARY)
        write(page, site, words, with_slip=with_slip)
        end(page)
        ended_at = page.url
        chromium.wait_until_saved(ended_at)
    # What was sent with a slip stands in the browser's own record of the session until it begins another one.
    if not with_slip:
        assert chromium.files_with(words) == []
    with chromium.restored() as page:
        assert page.url == ended_at
        assert_holds_nothing(page, words)
        pages = [page.url]
        while page.url != ordinary:
            page.go_back()
            pages.append(page.url)
            assert_holds_nothing(page, words)
        assert page.get_by_label("Words").input_value() == ORDINARY
    ways_back = {sent: r"/get-started/$", left: r"/team/$"}
    assert any(re.search(ways_back[end], address) for address in pages)
