"""Browser tests drive a real server process with Debian's Chromium: pytest tests/browser.

A console message about the Content Security Policy, an error in a page's script or a request
to any other host fails the test, whatever else it looked at.
"""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests import needed
from tests.browser.site import demo_site

# As long as a click may take: on a busy machine the answer to a form can take more than the usual
# five seconds. What is there is never waited for.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)

# Each window would load two pages of the browser's own for the list under its address bar, which
# costs as much as the test's page and is never seen. Only the last such list counts for Chromium, so
# Playwright's own comes first (disabledFeatures in its chromiumSwitches, without Windows and Edge).
FEATURES_OFF = [
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
]
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(FEATURES_OFF)}",
    # Whatever slips past the checks below still reaches nobody.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
OWN_SCHEMES = {"about", "blob", "data"}


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parent.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium_path():
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        needed.missing("Chromium for the browser tests: apt install chromium, or set CHROMIUM")
    return path


@pytest.fixture(scope="session")
def browser(chromium_path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(chromium_path, pytestconfig, tmp_path_factory):
    """The running demo practice: ``url``, ``mailbox`` and ``manage("command", ...)``."""
    directory = tmp_path_factory.mktemp("site")
    cache = getattr(pytestconfig, "cache", None)
    kept = cache.mkdir("site") if cache else directory / "kept"
    with demo_site(directory, kept) as site:
        yield site


@pytest.fixture
def open_page(browser, site):
    """``open_page(**context_options)`` is a page in a new profile; several make several visitors."""
    contexts, faults = [], []

    def open_page(**options):
        options = {"viewport": DESKTOP, "locale": "en-US", **options}
        context = browser.new_context(base_url=site.url, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch(context, site.url, faults)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def watch(context, site_url, faults):
    own_host = urlsplit(site_url).netloc

    def look_at_request(request):
        address = urlsplit(request.url)
        if address.netloc != own_host and address.scheme not in OWN_SCHEMES:
            faults.append(f"A page asked another host: {request.url}")

    def look_at_message(message):
        if "content security policy" in message.text.lower():
            faults.append(f"On {message.page.url if message.page else '?'}: {message.text}")

    context.on("request", look_at_request)
    context.on("console", look_at_message)
    context.on("weberror", lambda error: faults.append(f"Script error: {error.error}"))


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def phone_page(open_page):
    return open_page(**PHONE)


@pytest.fixture
def dark_page(open_page):
    return open_page(color_scheme="dark")


@pytest.fixture
def nojs_page(open_page):
    return open_page(java_script_enabled=False)


@pytest.fixture
def page_without_csp(open_page):
    """For proofs about markup: with the policy in force, a leaking sanitizer would not show."""
    return open_page(bypass_csp=True)
