"""Saying yes from a phone, a trainee's article that waits, and a typo a year later: in real browsers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.articles import mailed_link, open_byline, ready, write
from tests.browser.axe import no_faults
from tests.browser.staff import open_form, sign_in

END_OF_SUPERVISION = """
from datetime import timedelta
from django.utils import timezone
from blog.models import Article
from team.models import Supervision, Therapist
today = timezone.localdate()
article = Article.objects.get(slug="the-first-winter")
year = timedelta(days=365)
Article.objects.filter(pk=article.pk).update(
    publish_at=article.publish_at - year, first_published_at=article.first_published_at - year
)
trainee = article.bylines.get().therapist
Supervision.objects.filter(supervisee=trainee).update(
    from_day=today - 2 * year, to_day=today - timedelta(days=30)
)
"""


@pytest.fixture
def editor(open_page):
    page = open_page()
    sign_in(page, "editor")
    return page


@pytest.fixture
def phone(open_page):
    """Somebody without an account."""
    return open_page(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)


def start(page, title, author):
    open_form(page, "/admin/blog/article/add/")
    ready(page)
    page.fill("#id_title", title)
    open_byline(page)
    page.select_option("#id_bylines-0-therapist", label=author)
    write(page, "The first winter in a new country is long.")
    page.click("[name=_continue]")
    page.wait_for_url("**/change/")
    ready(page)


def link_for(page, name, capacity):
    page.get_by_role("link", name="Show it or ask for a yes").click()
    page.fill("#id_reader", name)
    page.select_option("#id_capacity", capacity)
    page.get_by_role("button", name="Make the link").click()
    return page.locator(".editing-url").first.input_value()


@pytest.fixture
def supervised(site):
    """Names of a supervised therapist and the supervisor. Afterwards they are that again."""
    code = (
        "from team.models import Supervision\n"
        "row = Supervision.objects.current().select_related('supervisee', 'supervisor').first()\n"
        "print(f'{row.pk}|{row.from_day}|{row.supervisee.name}|{row.supervisor.name}')"
    )
    pk, since, *names = site.manage("shell", "-c", code).strip().splitlines()[-1].split("|")
    yield names
    restore = f"Supervision.objects.filter(pk={pk}).update(from_day={since!r}, to_day=None)"
    site.manage("shell", "-c", f"from team.models import Supervision\n{restore}")


def test_a_reader_without_account_suggests_and_then_says_yes_on_a_phone(editor, phone):
    start(editor, "A letter to check", "Hana Wexler")
    form = editor.url
    phone.goto(link_for(editor, "Hana Wexler", "author"))
    expect(phone.locator("h1")).to_have_text("A letter to check")
    no_faults(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.get_by_role("button", name="Suggest this wording").tap()
    expect(phone.get_by_role("alert")).to_contain_text("Say in a few words what should change.")
    phone.get_by_label("what should change").fill("“Longest”, not “long”.")
    phone.get_by_role("button", name="Suggest this wording").tap()
    expect(phone.locator(".preview-bar")).to_contain_text("Your words are with the practice")
    editor.goto(form)
    expect(editor.locator(".editing-note").first).to_contain_text("“Longest”, not “long”.")
    phone.get_by_role("button", name="Yes, this is how I want it").tap()
    expect(phone.locator(".preview-bar")).to_contain_text("You said yes to this text.")
    assert phone.context.cookies() == []


def test_a_trainees_article_waits_and_a_typo_a_year_later_does_not(editor, phone, site, supervised):
    trainee, supervisor = supervised
    start(editor, "The first winter", trainee)
    form = editor.url
    editor.get_by_role("button", name="Publish").click()
    expect(editor.locator(".errorlist").first).to_contain_text(f"Ask {supervisor}")
    editor.goto(form)
    ready(editor)
    phone.goto(mailed_link(site, editor, supervisor))
    phone.get_by_role("button", name="Yes, I approve this text").tap()
    expect(phone.locator(".preview-bar")).to_contain_text("You said yes to this text.")
    editor.goto(form)
    ready(editor)
    editor.get_by_role("button", name="Publish").click()
    expect(editor.locator(".messagelist")).to_contain_text("is on the site")

    site.manage("shell", "-c", END_OF_SUPERVISION)
    phone.goto("/blog/the-first-winter/")
    expect(phone.locator(".byline")).to_contain_text("supervised by")
    editor.goto(form)
    ready(editor)
    write(editor, " Very lnog.")
    editor.get_by_role("button", name="Put the changes on the site").click()
    expect(editor.locator(".errorlist").first).to_contain_text("was supervised when this first")
    editor.get_by_role("checkbox", name=re.compile("wording only")).check()
    editor.get_by_role("button", name="Put the changes on the site").click()
    expect(editor.locator(".messagelist")).to_be_visible()
    phone.goto("/blog/the-first-winter/")
    expect(phone.locator(".prose")).to_contain_text("Very lnog.")

    mail = site.mailbox.wait_for(lambda mail: "wording" in mail["Subject"])
    link = re.search(r"http\S+/p/\S+", mail.get_content())[0]
    phone.goto(link)
    expect(phone.locator(".preview-diff")).to_contain_text("Very lnog.")
    phone.get_by_role("button", name="Take this change back").tap()
    expect(phone.locator(".preview-bar")).to_contain_text("You took this change back.")
    phone.goto("/blog/the-first-winter/")
    expect(phone.locator(".prose")).not_to_contain_text("Very lnog.")


def test_the_desks_pages_of_writing_are_accessible(page_without_csp):
    # Axe reads style sheets by adding some of its own, which the policy refuses.
    editor = page_without_csp
    sign_in(editor, "editor")
    start(editor, "Looked at closely", "Hana Wexler")
    form = editor.url
    editor.locator("[data-do=preview]").click()
    expect(editor.frame_locator("[name=preview]").locator("h1")).to_have_text("Looked at closely")
    no_faults(editor)
    link_for(editor, "Hana Wexler", "author")
    no_faults(editor)
    for where in ("history", "versions/1"):
        editor.goto(form.replace("change", where))
        no_faults(editor)
    editor.goto("/admin/blog/article/trash/")
    no_faults(editor)
