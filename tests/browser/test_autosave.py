"""Nothing typed is lost, and nobody writes over somebody: played with real browsers."""

import pytest
from playwright.sync_api import expect

from tests.browser.articles import ready, text_box, write
from tests.browser.staff import open_form, sign_in

ADD = "/admin/blog/article/add/"


@pytest.fixture
def article(open_page):
    """The address of a new draft's form."""
    page = open_page()
    sign_in(page, "editor")
    open_form(page, ADD)
    ready(page)
    page.fill("#id_title", "The kettle")
    write(page, "The kettle sings.")
    page.click("[name=_continue]")
    page.wait_for_url("**/change/")
    return page.url


def state(page):
    return page.locator("[data-part=state]")


def opened(open_page, address, username="editor"):
    page = open_page()
    sign_in(page, username)
    page.goto(address)
    ready(page)
    return page


def leave_the_field(page):
    page.locator("#id_title").focus()


def test_what_was_typed_is_kept_and_comes_back_in_another_browser(article, open_page):
    page = opened(open_page, article)
    write(page, " Nobody hears it")
    leave_the_field(page)
    expect(state(page)).to_contain_text("what you typed is kept")
    other = opened(open_page, article)
    expect(text_box(other)).to_have_text("The kettle sings. Nobody hears it")
    expect(other.locator(".editing-note")).to_contain_text("typed and did not save")
    other.get_by_role("button", name="Throw it away").click()
    expect(other.locator(".editing-note")).to_have_count(0)
    expect(text_box(other)).to_have_text("The kettle sings.")


def test_leaving_with_text_that_has_not_arrived_asks_first(article, open_page):
    page = opened(open_page, article)
    page.context.set_offline(True)
    write(page, " And sings")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("location.href = '/admin/'")
    expect(text_box(page)).to_have_text("The kettle sings. And sings")
    assert asked == ["beforeunload"]


def test_a_lost_connection_and_a_closed_window_cost_nothing(article, open_page):
    page = opened(open_page, article)
    page.context.set_offline(True)
    write(page, " While we were away")
    leave_the_field(page)
    expect(state(page)).to_contain_text("No connection")
    page.close()
    context = page.context
    context.set_offline(False)
    again = context.new_page()
    again.goto(article)
    expect(text_box(again)).to_have_text("The kettle sings. While we were away")
    expect(again.locator(".editing-note")).to_contain_text("typed and did not save")


def test_an_expired_session_in_mid_sentence_costs_nothing(article, open_page):
    page = opened(open_page, article)
    cookies = page.context.cookies()
    write(page, " In the middle of")
    page.context.clear_cookies(name="sessionid")
    page.keyboard.type(" a sentence")
    leave_the_field(page)
    expect(state(page)).to_contain_text("You are signed out")
    page.click("[name=_continue]")
    expect(state(page)).to_contain_text("You are signed out")
    sign_in_link = page.get_by_role("link", name="Sign in in a new window")
    expect(sign_in_link).to_be_visible()
    page.context.add_cookies([c for c in cookies if c["name"] == "sessionid"])
    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_be_visible()
    expect(text_box(page)).to_have_text("The kettle sings. In the middle of a sentence")


def test_typing_goes_on_through_a_restart_of_the_server(article, open_page, site):
    page = opened(open_page, article)
    with site.stopped():
        write(page, " Through the night")
        leave_the_field(page)
        expect(state(page)).to_contain_text("No connection")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(state(page)).to_contain_text("what you typed is kept")
    other = opened(open_page, article)
    expect(text_box(other)).to_have_text("The kettle sings. Through the night")


def test_two_people_see_each_other_and_the_second_save_shows_both_texts(article, open_page):
    ana = opened(open_page, article)
    write(ana, " Ana's line.")
    leave_the_field(ana)
    expect(state(ana)).to_contain_text("what you typed is kept")
    ben = opened(open_page, article, "manager")
    expect(ben.locator("[data-part=here]")).to_contain_text("is writing here since")
    write(ben, " Ben's line.")
    ana.click("[name=_continue]")
    expect(ana.locator(".messagelist")).to_be_visible()
    ben.click("[name=_continue]")
    both = ben.locator(".editing-conflict")
    expect(both).to_contain_text("Ana's line.")
    expect(both).to_contain_text("Ben's line.")
    expect(text_box(ben)).to_have_text("The kettle sings. Ben's line.")
    ana.reload()
    expect(text_box(ana)).to_have_text("The kettle sings. Ana's line.")
    ready(ben)
    write(ben, " And Ana's line.")
    ben.click("[name=_continue]")
    expect(ben.locator(".messagelist")).to_be_visible()
    expect(text_box(ben)).to_have_text("The kettle sings. Ben's line. And Ana's line.")


def test_two_saves_in_the_same_second_keep_both_texts(article, open_page):
    pages = [opened(open_page, article), opened(open_page, article, "manager")]
    for name, page in zip(["One", "Two"], pages, strict=True):
        write(page, f" {name}.")
    for page in pages:
        page.evaluate("document.querySelector('[name=_continue]').click()")
    for page in pages:
        page.locator(".messagelist, .editing-conflict").first.wait_for()
    assert sum(page.locator(".editing-conflict").count() for page in pages) == 1


def test_a_save_and_an_autosave_of_ones_own_are_no_conflict(article, open_page):
    page = opened(open_page, article)
    for text in (" One.", " Two.", " Three."):
        ready(page)
        write(page, text)
        leave_the_field(page)
        # The page before shows the same message.
        with page.expect_navigation():
            page.click("[name=_continue]")
        expect(page.locator(".messagelist")).to_be_visible()
        expect(page.locator(".editing-conflict")).to_have_count(0)
    expect(text_box(page)).to_have_text("The kettle sings. One. Two. Three.")
    page.get_by_role("link", name="History").click()
    expect(page.locator(".editing-versions tbody tr")).to_have_count(4)


def test_without_scripts_the_form_works_as_ever(article, open_page, browser, site):
    page = open_page(java_script_enabled=False)
    sign_in(page, "editor")
    page.goto(article)
    page.fill("#id_title", "The kettle, again")
    page.click("[name=_continue]")
    expect(page.locator("#id_title")).to_have_value("The kettle, again")


def test_before_a_form_is_ready_nobody_has_typed_in_it(article, open_page):
    page = opened(open_page, article)
    # The script waits a while for the editor, which never comes.
    page.route("**/editor/editor*.js", lambda route: route.abort())
    page.goto(article)
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.wait_for_load_state("networkidle")
    page.unroute("**/editor/editor*.js")
    page.goto(article)
    ready(page)
    expect(page.locator(".editing-note")).to_have_count(0)
