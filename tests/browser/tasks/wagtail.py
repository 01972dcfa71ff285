"""The tasks at the desk of docs/performance/wagtail_site, by its shortest ways and its own keys."""

import re

from playwright.sync_api import expect

from tests.browser.tasks import given
from tests.browser.tasks.product import Product

LATER = "2027-01-11 09:00"
HAND = 0.5
DIALOG = ".modal-content"


class Wagtail(Product):
    name, version, user = "Wagtail", "8.0.1", "editor"

    @property
    def text(self):
        return self.page.locator(".public-DraftEditor-content")

    @property
    def dialog(self):
        return self.page.locator(DIALOG)

    def home(self):
        # Its keys are there when all has come.
        self.page.goto("/admin/", wait_until="networkidle")

    def link_to(self, name):
        return self.page.get_by_role("link", name=name, exact=True)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def new_article(self):
        """From wherever one is: the menu of pages, into the site, the list of articles, the plus sign."""
        self.button("Pages").click()
        self.page.get_by_role("link", name="View child pages of").first.click()
        self.page.locator(".c-page-explorer").get_by_role(
            "link", name="Articles", exact=True
        ).click()
        self.page.get_by_role(
            "link", name=re.compile("Add a child page|Add child page")
        ).first.click()
        self.text.wait_for()

    def find(self, words):
        self.press("/")
        self.page.wait_for_function("document.activeElement.matches('input')")
        self.type(words)
        self.press("Enter")
        self.page.wait_for_url("**/pages/search/**")

    def saved(self):
        """Not counted: what the next task begins with."""
        with self.page.expect_navigation():
            self.button("Save draft").click()
        # Once more, for a message covers what is pressed next.
        self.page.goto(self.page.url)
        self.text.wait_for()

    def send_out(self, name):
        self.page.locator("footer").get_by_role(
            "button", name=re.compile("More actions|Actions")
        ).click()
        self.button(name).click()

    def first_word(self):
        self.page.goto("/admin/")
        with self.counted():
            self.type(self.user)
            self.press("Tab")
            self.type("demo")
            self.press("Enter")
            self.new_article()
            self.page.locator("#id_title").click()
            self.type("Rain")
        expect(self.page.locator("#id_title")).to_have_value("Rain")

    def word_text(self):
        self.home()
        with self.counted():
            self.new_article()
            self.page.locator("#id_title").click()
            self.type(self.title)
            self.page.locator("#id_introduction").click()
            self.type(given.INTRODUCTION)
            self.button("Choose person").click()
            self.dialog.get_by_role("link", name=given.AUTHOR).click()
            expect(self.dialog).to_be_hidden()
            self.copy_from_word()
            self.text.click()
            self.press("Control+v")
            self.button("Toggle preview").click()
            article = self.page.frame_locator("#w-preview-iframe").locator("article")
            article.wait_for()
            expect(article).to_contain_text(given.TYPO)
        expect(article.get_by_role("heading", level=1)).to_have_text(self.title)
        expect(article).to_contain_text(given.AUTHOR)
        expect(article).to_contain_text(given.INTRODUCTION)
        expect(article.locator("h2")).to_have_text(given.headings())
        expect(article.locator("li")).to_have_count(given.number_of_items())

    def picture(self):
        self.saved()
        self.text.click()
        self.press("Control+End")
        self.press("Enter")
        with self.counted():
            self.page.keyboard.type("/image")
            self.press("Enter")
            self.dialog.get_by_role("tab", name="Upload").click()
            self.drop_into_field(self.dialog.locator("[type=file]"), given.picture())
            self.dialog.get_by_label("Description").click()
            self.type(given.ALT)
            self.dialog.get_by_role("button", name="Upload").click()
            insert = self.dialog.get_by_role("button", name=re.compile("Insert"))
            self.dialog.get_by_role("radio", name="Full width").click()
            expect(self.dialog.get_by_label("Alt text")).to_have_value(given.ALT)
            insert.click()
            expect(self.dialog).to_be_hidden()
        expect(self.text.locator("img")).to_be_visible()

    def link(self):
        self.saved()
        self.text.click()
        self.press("Control+Home")
        self.press("End")
        with self.counted():
            self.press("Control+k")
            self.dialog.get_by_placeholder("Search").click()
            self.type("Hana")
            self.dialog.get_by_role("link", name=given.AUTHOR).click()
            expect(self.dialog).to_be_hidden()
        expect(self.text).to_contain_text(given.AUTHOR)

    def publish(self):
        self.saved()
        with self.counted():
            self.send_out("Publish")
            self.page.get_by_text("published").first.wait_for()

    def typo(self):
        self.home()
        with self.counted():
            self.find(self.title)
            self.link_to(self.title).click()
            self.text.wait_for()
            self.caret_behind(self.text, given.BEFORE_IT)
            self.page.keyboard.type(given.MISSING)
            # No hand is so fast that the form has not heard of it yet; the time is not counted.
            self.page.wait_for_timeout(1000 * HAND)
            self.presses.since += HAND
            self.send_out("Publish")
            self.page.get_by_text("published").first.wait_for()
        self.page.goto(f"/blog/{self.title.lower().replace(' ', '-')}/")
        expect(self.page.locator("article")).to_contain_text(f"a {given.MENDED} will sit")

    def schedule(self):
        self.page.goto("/admin/pages/add/peer/postpage/4/")
        self.page.locator("#id_title").click()
        self.type(f"{self.title} in January")
        self.text.click()
        self.type("All of it.")
        self.saved()
        with self.counted():
            self.button("Toggle status").click()
            self.button("Set schedule").click()
            field = self.page.locator("#id_go_live_at")
            field.click()
            self.type(LATER)
            # A calendar lies over the button; a press beside it takes it away.
            self.page.get_by_role("heading", name="Set publishing schedule").click()
            with self.page.expect_navigation():
                self.button("Save schedule").click()
            self.send_out("Schedule to publish")
            self.page.get_by_text("scheduled").first.wait_for()

    def last_year(self):
        self.home()
        with self.counted():
            self.find(given.HALF_OF_IT)
            self.link_to(given.LAST_YEARS).click()
            self.text.wait_for()
        expect(self.page.locator("#id_title")).to_have_value(given.LAST_YEARS)

    def phone(self):
        self.home()
        with self.counted():
            self.button("Settings").click()
            self.link_to("Practice settings").click()
            self.page.locator("#id_phone").click()
            self.press("Control+a")
            self.type(given.PHONE)
            self.press("Enter")
            self.page.get_by_text("updated").first.wait_for()
        expect(self.page.locator("#id_phone")).to_have_value(given.PHONE)
