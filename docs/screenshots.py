"""Takes the pictures of README.md and of the guides in docs/ from a running demo: .venv/bin/python docs/screenshots.py [http://127.0.0.1:8000]

Start the demo with "make run" first. The pictures land beside this file, in docs/screenshots/.
"""

import io
import os
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent / "screenshots"
DESK, PHONE = (1280, 860), (390, 844)
# name: (address, window, theme, who is signed in)
SHOTS = {
    "home": ("/", DESK, "light", None),
    "home-dark": ("/", DESK, "dark", None),
    "team": ("/team/", DESK, "light", None),
    "article": ("/blog/what-sunday-evening-is-trying-to-say/", DESK, "light", None),
    "article-phone": ("/blog/what-sunday-evening-is-trying-to-say/", PHONE, "dark", None),
    "get-started-phone": ("/get-started/", PHONE, "light", None),
    "desk": ("/admin/", DESK, "light", "manager"),
    "writing": ("/admin/blog/article/add/", DESK, "light", "editor"),
}


def main(site):
    HERE.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (address, (width, height), theme, login) in SHOTS.items():
            page = browser.new_page(
                base_url=site,
                viewport={"width": width, "height": height},
                color_scheme=theme,
                device_scale_factor=1.5,
            )
            if login:
                sign_in(page, login)
            page.goto(address)
            # Once more: the first visit to a slow machine may be set in the fallback face.
            page.reload()
            page.wait_for_load_state("networkidle")
            keep(name, page.screenshot())
            page.close()
        guide(browser, site)
        answering(browser, site)
        browser.close()


def guide(browser, site):
    """The pictures of docs/editing.md: an article is changed, kept for later and shown to somebody."""
    page = browser.new_page(
        base_url=site, viewport={"width": 1280, "height": 980}, device_scale_factor=1.5
    )
    sign_in(page, "editor")
    page.goto("/admin/blog/article/")
    page.get_by_role("link", name="When a good cry doesn’t help").click()
    page.locator("[data-autosave][data-state=ready]").wait_for(state="attached")
    form = page.url
    page.locator("#id_body_text p").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" That is a kind of beginning, too.")
    page.get_by_role("button", name="Save for later").click()
    page.locator(".messagelist").wait_for()
    page.locator("[data-autosave][data-state=ready]").wait_for(state="attached")
    page.evaluate("scrollTo(0, 0)")
    keep("editing-form", page.screenshot())
    page.get_by_role("link", name="See what changed").click()
    keep("editing-version", page.screenshot())
    page.goto(form.replace("/change/", "/share/"))
    page.fill("#id_reader", page.locator("#asked option").first.get_attribute("value"))
    page.select_option("#id_capacity", "author")
    page.get_by_role("button", name="Make the link").click()
    link = page.locator(".editing-url").first.input_value()
    page.close()
    phone = browser.new_page(
        viewport={"width": PHONE[0], "height": PHONE[1]}, device_scale_factor=1.5
    )
    phone.goto(link)
    phone.locator("#preview-answer").scroll_into_view_if_needed()
    keep("editing-answer", phone.screenshot())
    phone.close()


def answering(browser, site):
    """The pictures of docs/inquiries.md: the list, unlocked, and somebody in it who is new."""
    page = browser.new_page(
        base_url=site, viewport={"width": 1280, "height": 980}, device_scale_factor=1.5
    )
    sign_in(page, "coordinator")
    page.goto("/admin/intake/inquiry/")
    page.get_by_role("link", name="Unlock", exact=True).click()
    page.get_by_label("passphrase", exact=False).fill("demo demo demo demo")
    page.get_by_role("button", name="Unlock", exact=True).click()
    page.get_by_text("Rowan").first.wait_for()
    keep("inquiries", page.screenshot())
    page.locator("#result_list tr").filter(has_text="Rowan").get_by_role("link").last.click()
    page.locator(".inquiry-answer").wait_for()
    page.evaluate("scrollTo(0, 0)")
    keep("inquiry", page.screenshot())
    page.close()


def sign_in(page, login):
    page.goto("/admin/login/")
    page.get_by_label("name", exact=False).first.fill(login)
    page.locator("[type=password]").fill("demo")
    page.locator("[type=submit]").click()
    page.wait_for_url("**/admin/")


def keep(name, png):
    path = HERE / f"{name}.webp"
    Image.open(io.BytesIO(png)).convert("RGB").save(path, quality=80, method=6)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
