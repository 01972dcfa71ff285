"""The whole product once, as people meet it: an article goes up, an inquiry comes in."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.articles import mailed_link, open_drawer
from tests.browser.staff import sign_in, unlock

# As a word processor puts it on the clipboard: formatting, and the plain text beside it.
FORMATTED = """
<h1>The Light on the Landing</h1>
<p>by June Aldecott, Doctoral Intern</p>
<p>“I leave it on for nobody in particular.”</p>
<p>Somebody said this about a lamp, and I have been thinking about it since.</p>
<h2>Who It Is For</h2>
<p>It burns for the person coming home, and for the one who <b>cannot sleep</b>.</p>
<ul><li>For the late shift.</li><li>For the early grief.</li></ul>
<p>Would you like some company? Meet our team and get started by clicking below.</p>
<p>Edda Marlow</p>
"""
SECRET = "the landing at four in the morning"

PASTE = """([html, text]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", text);
  const field = document.querySelector("#id_text");
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
  field.value = text;
  field.dispatchEvent(new InputEvent("input", {bubbles: true}));
}"""


def plain(html):
    return "\n\n".join(re.sub(r"<[^>]+>", "", line) for line in html.strip().splitlines())


@pytest.fixture
def published(site, open_page):
    """The editor's part. Returns the address of the article."""
    editor = open_page()
    sign_in(editor, "editor")
    editor.goto("/admin/blog/article/")
    editor.get_by_role("link", name="Start from a text or Word file").click()
    # With its script, which reads what a clipboard holds.
    editor.wait_for_url("**/start/", wait_until="load")
    editor.evaluate(PASTE, [FORMATTED, plain(FORMATTED)])
    editor.get_by_role("button", name="See what it is made of").click()
    expect(editor.locator(".start-result")).to_contain_text("The Light on the Landing")
    editor.get_by_role("button", name="Make a draft of it").click()

    assert (
        editor.locator("#id_opening_lines").input_value()
        == "“I leave it on for nobody in particular.”"
    )
    assert editor.locator("#id_bylines-0-title").input_value() == "Doctoral Intern"
    assert editor.locator("#id_posted_by").input_value() == "Edda Marlow"
    choose_picture(editor)
    open_drawer(editor, "About")
    editor.locator("#id_specialties [type=checkbox]").first.check()
    editor.get_by_role("button", name="Publish").click()
    say_yes(site, editor, open_page)
    editor.get_by_role("button", name="Publish").click()
    editor.get_by_role("link", name="See it there").click()
    return editor.url


def say_yes(site, editor, open_page):
    """The author is an intern: the supervisor, whom the form names, says yes by a link to their own account."""
    asked = editor.locator(".errorlist").first.inner_text()
    supervisor = re.search(r"Ask (.+?) for a yes", asked)[1]
    editor.get_by_role("button", name="Save draft").click()
    form = editor.url
    supervisors_page = open_page()
    supervisors_page.goto(mailed_link(site, editor, supervisor))
    supervisors_page.get_by_role("button", name="Yes, I approve this text").click()
    editor.goto(form)


def choose_picture(editor):
    editor.locator("#id_lead_image").select_option(index=1)


def test_article_goes_up_and_inquiry_comes_in(site, published, open_page):
    visitor = open_page(java_script_enabled=False)
    visitor.goto("/")
    visitor.get_by_role("link", name="The Light on the Landing").first.click()
    assert visitor.url == published
    assert visitor.locator("h1").inner_text() == "The Light on the Landing"
    assert visitor.locator(".byline").inner_text().startswith("By June Aldecott\nDoctoral Intern")
    assert visitor.locator(".prose h2").all_inner_texts() == ["Who It Is For"]
    assert visitor.locator(".prose ul li").count() == 2
    # Who put it up is nobody's matter, unless the practice wants it shown.
    assert "Edda Marlow" not in visitor.locator("article").inner_text()

    visitor.locator(".cta").get_by_role("link", name="People").click()
    assert visitor.locator(".therapist-card").count() >= 10
    visitor.go_back()
    visitor.locator(".cta").get_by_role("link", name="Get started").click()
    send_inquiry(visitor)
    assert "/r/" in visitor.url

    notice = wait_for_notice(site)
    text = f"{notice['subject']}\n{notice.get_content()}"
    for told in ["Rowan", SECRET, "rowan@mail.example"]:
        assert told not in text

    coordinator = open_page()
    sign_in(coordinator, "coordinator")
    coordinator.goto("/admin/intake/inquiry/")
    unlock(coordinator)
    coordinator.get_by_label("Search").fill(SECRET)
    coordinator.get_by_label("Search", exact=True).press("Enter")
    coordinator.locator("#result_list th[scope=row] a").first.click()
    assert SECRET in coordinator.locator("#content").inner_text()
    address = coordinator.url

    for role in ["author", "editor", "clinician"]:
        other = open_page()
        sign_in(other, role)
        for page in ["/admin/intake/inquiry/", address]:
            assert other.goto(page).status == 403
            assert SECRET not in other.content()


def send_inquiry(visitor):
    visitor.locator("[name=name]").fill("Rowan")
    visitor.get_by_label("Email", exact=True).first.check()
    visitor.locator("[name=email]").fill("rowan@mail.example")
    visitor.locator("[name=state]").select_option(label="Oregon")
    visitor.get_by_label("26 to 64").check()
    visitor.get_by_text("If you like to tell us more").click()
    visitor.get_by_label("Me", exact=True).check()
    visitor.locator("[name=message]").fill(SECRET)
    visitor.locator("[name=consent]").check()
    visitor.get_by_role("button", name=re.compile("^Send")).click()


def wait_for_notice(site):
    """The worker sends within seconds; the person's acknowledgment may come first."""
    return site.mailbox.wait_for(lambda message: "rowan" not in message["to"])
