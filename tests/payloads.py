"""Every payload of a list, a hundred on a page, on the site and at the desk, with and without the
policy: python -m tests.payloads PATH

Each payload goes in as a text of its own (cleaned alone, as a field does, so that one which leaves
a tag open hides no other), as a name, as opening lines and as a paste.
"""

import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.site import Site, fresh_database
from tests.browser.staff import sign_in
from tests.browser.traps import faults_of, set_traps
from tests.mailbox import Mailbox

ON_A_PAGE = 100
PUBLIC = ["/payloads/", "/specialties/"]
DESK = ["/admin/team/specialty/", "/admin/pages/page/1/change/"]


def main(path):
    payloads = [
        line for line in Path(path).read_text(errors="replace").splitlines() if line.strip()
    ]
    batches = [payloads[n : n + ON_A_PAGE] for n in range(0, len(payloads), ON_A_PAGE)]
    with (
        tempfile.TemporaryDirectory() as directory,
        Mailbox() as mailbox,
        fresh_database(Path(directory)) as database_url,
    ):
        site = Site(Path(directory), database_url, mailbox)
        site.manage("migrate", "--verbosity", "0")
        site.manage("collectstatic", "--no-input", "--verbosity", "0")
        os.environ |= site.environment | {"DJANGO_SETTINGS_MODULE": "practice_site.settings"}
        # Rows are written from a thread: Playwright's loop keeps the ORM out of this one.
        with site.running(), ThreadPoolExecutor(1) as writer:
            writer.submit(prepare).result()
            faults = drive(site, batches, writer)
    for fault in faults:
        print(fault)
    print(f"{len(payloads)} payloads, {len(batches)} pages, {len(faults)} faults")
    return bool(faults)


def drive(site, batches, writer):
    faults = []
    started = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        pages = {True: None, False: None}
        for bypass in pages:
            context = browser.new_context(base_url=site.url, bypass_csp=bypass)
            context.set_default_timeout(60_000)
            page = pages[bypass] = set_traps(context.new_page())
            page.on("console", lambda message: refused(message, faults))
            sign_in(page, "payloads")
        for number, batch in enumerate(batches):
            writer.submit(write, batch).result()
            for bypass, page in pages.items():
                for address in PUBLIC + DESK:
                    assert page.goto(address).ok, address
                    if "/change/" in address:
                        page.wait_for_selector(".rich-text.is-ready")
                    found = faults_of(page)
                    faults += [
                        f"batch {number}, {address}, without policy {bypass}: {f}" for f in found
                    ]
            if number % 10 == 9:
                print(
                    f"{number + 1} of {len(batches)} pages, {time.monotonic() - started:.0f} s",
                    flush=True,
                )
        browser.close()
    return faults


def refused(message, faults):
    if "content security policy" in message.text.lower():
        faults.append(f"The policy had to step in: {message.text}")


def prepare():
    import django

    django.setup()
    from django.contrib.auth import get_user_model

    from tests.factories import make_page, make_practice

    make_practice()
    make_page(title="Payloads", slug="payloads")
    get_user_model().objects.create_superuser("payloads", "p@practice.example", "demo")


def write(batch):
    from pages.models import Page
    from team.models import Specialty
    from writing.pasting.pasted import blocks_from_html, blocks_to_html
    from writing.sanitizer import sanitize

    texts = [sanitize(payload) + blocks_to_html(blocks_from_html(payload)) for payload in batch]
    plain = "\n".join(batch)[:150]
    Page.objects.filter(slug="payloads").update(body="".join(texts), title=plain, lede=plain)
    Specialty.objects.all().delete()
    Specialty.objects.bulk_create(
        Specialty(name=p[:80], slug=f"p{n}", clinical_name=p[:80], summary=p[:240], body=p)
        for n, p in enumerate(batch)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
