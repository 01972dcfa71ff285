"""The tasks at our desk."""

import re

from playwright.sync_api import expect

from tests.browser.staff import open_form
from tests.browser.tasks import given
from tests.browser.tasks.product import Product

ADD = "/admin/blog/article/add/"
LATER = ("01112027", "0900AM")


class Ours(Product):
    name, version, user = "ours", "this", "editor"

    @property
    def text(self):
        return self.page.locator("#id_body_text")

    def today(self):
        self.page.goto("/admin/")

    def find(self, words):
        self.press("/")
        self.type(words)
        self.press("Enter")
        self.page.get_by_role("heading", name=re.compile("Found for")).wait_for()

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def opened(self):
        self.page.locator(".rich-text.is-ready").first.wait_for()
        self.page.locator("[data-autosave][data-state=ready]").wait_for(state="attached")

    def saved(self):
        """Not counted: what the next task begins with."""
        with self.page.expect_navigation():
            self.button("Save draft").click()
        self.opened()

    def sign_in(self, user):
        self.type(user)
        self.press("Tab")
        self.type("demo")
        self.press("Enter")
        self.page.get_by_role("heading", level=1).wait_for()
        self.page.wait_for_url("**/admin/")

    def first_word(self):
        self.page.goto("/admin/")
        with self.counted():
            self.sign_in(self.user)
            self.page.get_by_role("link", name=re.compile("^Write An empty page")).click()
            expect(self.page.locator("#id_title")).to_be_focused()
            self.type("Rain")
        expect(self.page.locator("#id_title")).to_have_value("Rain")
        # Nothing of it is left for the next round.
        self.press("Control+a", "Delete")
        open_form(self.page, ADD)

    def word_text(self):
        self.today()
        with self.counted():
            self.page.get_by_role("link", name="Start from a text").click()
            self.presses.bring(self.page.locator("#id_document"), given.word_document(self.title))
            self.button("See what it is made of").click()
            self.button("Make a draft of it").click()
            self.opened()
            self.button("Preview").click()
            article = self.page.frame_locator("iframe").locator("article")
            article.wait_for()
        expect(article.get_by_role("heading", level=1)).to_have_text(self.title)
        expect(article).to_contain_text(given.AUTHOR)
        expect(article).to_contain_text(given.INTRODUCTION)
        expect(article.locator(".prose h2")).to_have_text(given.headings())
        expect(article.locator(".prose li:not(nav li)")).to_have_count(given.number_of_items())
        expect(article).to_contain_text(given.TYPO)
        self.button("Close the preview").click()

    def picture(self):
        self.saved()
        self.text.click()
        self.press("Control+End")
        with self.counted():
            self.drop(self.text, given.picture())
            dialog = self.page.get_by_role("dialog")
            expect(dialog.locator("[name=alt]")).to_be_focused()
            self.type(given.ALT)
            self.press("Enter")
            expect(dialog).to_be_hidden()
        expect(self.text.locator("figure img")).to_be_visible()

    def link(self):
        self.saved()
        self.text.locator("p").first.click()
        self.press("Control+End")
        with self.counted():
            self.press("Control+k")
            self.type("Hana")
            self.page.get_by_role("radio", name=given.AUTHOR).wait_for()
            self.press("Enter")
        expect(self.text.get_by_role("link", name=given.AUTHOR)).to_have_attribute(
            "href", re.compile("/team/")
        )

    def publish(self):
        self.saved()
        with self.counted():
            self.button("Publish").click()
            self.page.get_by_text("is on the site").first.wait_for()

    def typo(self):
        self.today()
        with self.counted():
            self.find(self.title)
            self.page.get_by_role("link", name=self.title).click()
            self.opened()
            self.caret_behind(self.text, given.BEFORE_IT)
            self.type(given.MISSING)
            self.button("Put the changes on the site").click()
            self.page.get_by_text("is on the site").first.wait_for()
        self.page.get_by_role("link", name="See it on the site").click()
        expect(self.page.locator("article")).to_contain_text(f"a {given.MENDED} will sit")

    def schedule(self):
        open_form(self.page, ADD)
        self.opened()
        self.type("For January")
        self.page.locator("#byline > summary").click()
        self.page.select_option("#id_bylines-0-therapist", label=given.AUTHOR)
        self.text.click()
        self.type("All of it.")
        self.saved()
        with self.counted():
            self.page.locator(".drawer > summary").filter(has_text="Times").click()
            day, clock = LATER
            self.page.locator("#id_publish_at_0").click(position={"x": 20, "y": 20})
            self.page.keyboard.type(day)
            self.page.locator("#id_publish_at_1").click(position={"x": 20, "y": 20})
            self.page.keyboard.type(clock)
            self.button("Publish").click()
            self.page.get_by_text("Jan. 11").or_(
                self.page.get_by_text("January 11")
            ).first.wait_for()

    def last_year(self):
        self.today()
        with self.counted():
            self.find(given.HALF_OF_IT)
            self.page.get_by_role("link", name=given.LAST_YEARS).click()
            self.opened()
        expect(self.page.locator("#id_title")).to_have_value(given.LAST_YEARS)

    def phone(self):
        self.today()
        self.page.locator(".me > summary").click()
        self.button("Sign out").or_(self.button("Log out")).click()
        self.page.goto("/admin/")
        self.sign_in("manager")
        with self.counted():
            self.find("phone number")
            self.page.get_by_role("link", name="Phone", exact=True).click()
            self.page.locator("#id_phone").wait_for()
            self.page.wait_for_load_state()
            self.type(given.PHONE)
            self.press("Enter")
            self.page.locator(".messagelist").get_by_text("is saved").wait_for()
        expect(self.page.locator("#id_phone")).to_have_value(given.PHONE)
