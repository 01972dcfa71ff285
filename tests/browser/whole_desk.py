"""Every page of the desk that a role can walk to, looked at as axe does, for its width, and for errors:
``python -m tests.browser.whole_desk`` (``--short``: each kind of page once, widths and themes shared out;
``--roles editor author``: these only, which two runs may share out).

It follows the links of pages, never a button, so it changes nothing. Pages of one kind are those whose addresses
differ by a number or a reference only; of each kind and role the first two are looked at, and in any case what
``strange`` made. A list is narrowed and sorted in one way and in two at once: three look no different.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from itertools import cycle
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import sync_playwright

from tests.browser.axe import ALL_RULES, COLORS, violations
from tests.browser.conftest import FLAGS
from tests.browser.site import demo_site
from tests.browser.staff import sign_in, unlock
from tests.browser.strange import MAKING

ROLES = ["manager", "editor", "author", "coordinator", "clinician"]
WIDTHS = [360, 768, 1024, 1280]
THEMES = ["light", "dark"]
MOST_OF_A_KIND, MOST_PAGES, MOST_WAYS = 2, 400, 2
LINKS = "elements => elements.map(element => element.getAttribute('href'))"
REFERENCE = re.compile(r"(?<=/)(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=/|$)")
NOT_WALKED = re.compile(r"/admin/(logout|jsi18n|room/lock)/|/delete/|\.(csv|pdf|ics|html?)$")
# What a person would have to push sideways: the page, also while a part of it is folded open, or a box in it.
WIDE = """() => {
  const root = document.documentElement
  const isWide = () => root.scrollWidth > root.clientWidth
  const wide = isWide() ? ["the page"] : []
  for (const folded of wide.length ? [] : document.querySelectorAll("details:not([open])")) {
    folded.open = true
    if (isWide()) wide.push("the page with " + folded.textContent.trim().slice(0, 30))
    folded.open = false
  }
  for (const box of document.querySelectorAll("body *")) {
    const style = getComputedStyle(box)
    if (!["auto", "scroll"].includes(style.overflowX) || box.matches("input, select, textarea")) continue
    if (box.scrollWidth > box.clientWidth + 1) wide.push(box.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))
  }
  return wide
}"""


class Walk:
    """One role's way through the desk. ``looks`` gives the widths and themes of each page."""

    def __init__(self, page, role, looks, known, most):
        self.page, self.role, self.looks, self.most = page, role, looks, most
        self.kinds = Counter(dict.fromkeys(known, most))
        self.faults, self.pages, self.seen = [], 0, 0

    def go(self, starts):
        waiting, known = list(starts), set(starts)
        while waiting and self.pages < MOST_PAGES:
            address = waiting.pop(0)
            kind = kind_of(address)
            if self.kinds[kind] >= self.most and address not in starts:
                continue
            self.kinds[kind] += 1
            self.pages += 1
            for link in self.look_at(address):
                if link not in known and is_walked(link):
                    known.add(link)
                    waiting.append(link)

    def look_at(self, address):
        answer = self.page.goto(address)
        if not answer or answer.status != 200 or "html" not in answer.headers["content-type"]:
            self.note(f"{address}: {answer and answer.status}")
            return []
        seen = set()
        for width, theme in self.looks(address):
            self.page.set_viewport_size({"width": width, "height": 800 if width > 400 else 740})
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            where = f"{address} at {width} {theme}"
            self.note(*(f"{where}: too wide: {one}" for one in self.page.evaluate(WIDE)))
            # Once for a page is enough for what axe reads in the text of style sheets.
            rules = (COLORS if width in seen else ALL_RULES) | {"preload": not seen}
            self.note(*(f"{where}: {one}" for one in violations(self.page, rules)))
            seen.add(width)
            self.seen += 1
        links = self.page.locator("a[href]").evaluate_all(LINKS)
        return [path_of(urljoin(self.page.url, link)) for link in links]

    def note(self, *faults):
        """Said at once: the whole takes long."""
        for fault in faults:
            self.faults.append(f"{self.role} {fault}")
            print(self.faults[-1], flush=True)


def path_of(address):
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def kind_of(address):
    return f"{REFERENCE.sub('N', address.partition('?')[0])}?{'&'.join(ways_of(address))}"


def ways_of(address):
    """What narrows or sorts a list: ``at`` for a day, which is its year, its month and itself."""
    pairs = address.partition("?")[2].split("&")
    # Those with a line in front only say where somebody came from.
    names = {pair.partition("=")[0].partition("__")[0] for pair in pairs}
    return sorted(name for name in names if name and not name.startswith("_"))


def is_walked(address):
    if len(ways_of(address)) > MOST_WAYS:
        return False
    return address.startswith("/admin/") and not NOT_WALKED.search(address.partition("?")[0])


def everything(_address):
    return [(width, theme) for width in WIDTHS for theme in THEMES]


def shared_out():
    """Each page in one width and theme, all of them in turn."""
    turns = cycle(zip(WIDTHS, [*THEMES, *reversed(THEMES)], strict=True))
    return lambda _address: [next(turns)]


def walk(browser, url, role, looks, known, most, strange=()):
    """Without the policy: axe loads imported style sheets in ways it forbids."""
    context = browser.new_context(base_url=url, bypass_csp=True, locale="en-US")
    page = context.new_page()
    one = Walk(page, role, looks, known, most)
    page.on("pageerror", lambda error: one.note(f"{path_of(page.url)}: {error}"))
    sign_in(page, role)
    if role == "coordinator":
        page.goto("/admin/intake/inquiry/")
        unlock(page)
    may = [address for address in strange if page.request.get(address, max_redirects=0).ok]
    one.go(["/admin/", *may])
    context.close()
    return one


def main(roles, is_short):
    known, faults = set(), []
    looks, most = (shared_out(), 1) if is_short else (everything, MOST_OF_A_KIND)
    with (
        tempfile.TemporaryDirectory() as folder,
        demo_site(Path(folder), kept_in(folder)) as site,
        sync_playwright() as playwright,
    ):
        strange = site.manage("shell", "--verbosity", "0", "-c", MAKING).split()
        browser = playwright.chromium.launch(executable_path=path_of_browser(), args=FLAGS)
        for role in roles:
            one = walk(browser, site.url, role, looks, known, most, strange)
            known |= set(one.kinds) if is_short else set()
            faults += one.faults
            print(f"{role}: {one.pages} pages, {one.seen} looks, {len(one.faults)} faults")
        browser.close()
    print("" if faults else "No fault on any page of the desk.")
    return 1 if faults else 0


def kept_in(folder):
    kept = Path(folder, "kept")
    kept.mkdir()
    return kept


def path_of_browser():
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--roles", nargs="+", choices=ROLES, default=ROLES)
    asked = parser.parse_args()
    sys.exit(main(asked.roles, asked.short))
