"""Somebody without an account brings a text by a private link, on a phone; the editors find the draft."""

import pytest
from playwright.sync_api import expect

from tests.blog.docx.word_files import p, picture, t, word_file
from tests.browser.axe import no_faults
from tests.browser.conftest import PHONE
from tests.browser.staff import sign_in
from tests.factories import jpeg

ASK = "/admin/blog/article/ask/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def editor(open_page):
    page = open_page()
    sign_in(page, "editor")
    return page


@pytest.fixture
def link(editor):
    editor.goto("/admin/blog/article/")
    editor.get_by_role("link", name="Ask somebody for a text").click()
    editor.select_option("#id_therapist", label="Hana Wexler")
    editor.get_by_role("button", name="Make the link").click()
    return editor.get_by_label("Link for Hana Wexler").first.input_value()


def a_word_file():
    body = p(t("A shelf by the door")) + p(t("It holds three cups, and one of them is mine."))
    body += p(picture("a.jpg", "Three cups on a shelf")) + p(t("The others come and go."))
    return {
        "name": "shelf.docx",
        "mimeType": WORD,
        "buffer": word_file(body, media={"a.jpg": jpeg()}),
    }


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without"])
def test_a_word_file_comes_from_a_phone_and_is_found_on_the_front_page(
    editor, link, open_page, has_script
):
    phone = open_page(**PHONE, java_script_enabled=has_script)
    phone.goto(link)
    phone.set_input_files("#id_document", a_word_file())
    phone.get_by_role("button", name="See how it will look").tap()
    expect(phone.locator("h1")).to_have_text("A shelf by the door")
    expect(phone.locator(".byline")).to_contain_text("Hana Wexler")
    phone.get_by_role("button", name="It is ready").tap()
    expect(phone.get_by_role("alert")).to_contain_text("Choose one of the three.")
    phone.get_by_label("Nobody. It is general").check()
    phone.get_by_role("button", name="It is ready").tap()
    expect(phone.locator(".preview-bar")).to_contain_text("Thank you, Hana Wexler.")
    expect(phone.get_by_alt_text("Three cups on a shelf")).to_be_visible()
    phone.get_by_label("What is to be corrected").fill("Four cups.")
    phone.get_by_role("button", name="Tell the editors").tap()
    expect(phone.locator(".preview-bar")).to_contain_text("The editors read what you wrote.")
    assert phone.context.cookies() == []

    editor.goto("/admin/")
    editor.get_by_role("link", name="Hana Wexler has something to correct").first.click()
    expect(editor.locator("#id_title")).to_have_value("A shelf by the door")
    expect(editor.locator(".editing-note", has_text="Four cups.")).to_be_visible()


def test_its_pages_fit_a_phone_and_are_accessible(editor, link, open_page):
    no_faults_with(open_page, editor, ASK)
    page = open_page(**PHONE, bypass_csp=True)
    page.goto(link)
    assert fits(page)
    no_faults(page)
    page.fill("#id_text", "A shelf by the door\n\nIt holds three cups.\n\nOne of them is mine.")
    page.get_by_role("button", name="See how it will look").tap()
    expect(page.locator(".preview-bar")).to_contain_text("Nothing is sent yet.")
    page.locator(".send-rows > summary").tap()
    assert fits(page)
    no_faults(page)
    page.get_by_role("button", name="It is ready").tap()
    expect(page.get_by_role("alert")).to_be_visible()
    no_faults(page)
    page.get_by_label("I am not sure.").check()
    page.get_by_role("button", name="It is ready").tap()
    expect(page.locator(".preview-bar")).to_contain_text("Thank you")
    assert fits(page)
    no_faults(page)


def no_faults_with(open_page, editor, path):
    page = open_page(bypass_csp=True)
    page.context.add_cookies(editor.context.cookies())
    page.goto(path)
    no_faults(page)
