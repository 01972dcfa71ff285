"""On paper: the text, where its links lead, and how to reach the practice."""

import pytest

from tests.browser.public_pages import ARTICLE, PAGES

SHOWN = "selector => [...document.querySelectorAll(selector)].some(e => e.checkVisibility())"


@pytest.fixture
def paper(page):
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("name", ["home", "article", "team", "profile", "contact", "page"])
def test_print_has_no_navigation_and_no_forms(paper, name):
    paper.goto(PAGES[name])
    for selector in ["nav", "form", ".button", ".skip", ".cta", ".related", ".narrow"]:
        assert not paper.evaluate(SHOWN, selector), selector


def test_print_holds_the_numbers_of_every_kind_of_crisis_help(paper):
    paper.goto(PAGES["page"])
    numbers = paper.locator(".help a[href^='tel:'], .help a[href^='sms:']")
    assert numbers.count() > 4
    for number in numbers.all():
        assert number.is_visible()
        assert number.bounding_box()["height"] > 0


def test_print_shows_where_links_lead(paper):
    paper.goto("/specialties/grief/")
    paper.evaluate(
        """() => document.querySelector(".prose").insertAdjacentHTML(
            "beforeend", '<p><a href="https://example.org/grief">further reading</a></p>')"""
    )
    content = paper.evaluate(
        """() => getComputedStyle(document.querySelector('.prose a[href^="https"]'), "::after").content"""
    )
    assert "https://example.org/grief" in content or "attr(href)" in content


AFTER = """selector => {
  const link = document.querySelector(selector), after = getComputedStyle(link, "::after").content;
  return [after.replace("attr(href)", `"${link.getAttribute("href")}"`).replaceAll('" "', ""), link.getAttribute("href")];
}"""


@pytest.mark.parametrize(
    ("name", "selector"), [("article", ".after .topics a"), ("page", ".prose a[href^='/']")]
)
def test_print_names_the_host_of_links_inside_the_site(paper, site, name, selector):
    paper.goto(PAGES[name])
    after, href = paper.evaluate(AFTER, selector)
    assert site.url.rstrip("/") + href in after.replace('"', "").replace(" ", "")


def test_print_says_where_a_chat_is(paper):
    paper.goto(PAGES["page"])
    chat = paper.locator(".help .go").first
    assert chat.is_visible()
    after, href = paper.evaluate(AFTER, ".help .go")
    assert href.startswith("https://")
    assert href in after


def test_print_has_no_room_for_a_mark_that_is_not_printed(paper):
    paper.goto(PAGES["page"])
    left = "s => document.querySelector(s).getBoundingClientRect().left"
    assert paper.evaluate(left, ".wordmark > span") == paper.evaluate(left, "h1")


def test_print_ends_an_article_with_address_and_phone(paper):
    paper.goto(ARTICLE)
    text = paper.locator(".on-paper").inner_text()
    assert "14 Larch Street" in text
    assert "(541) 555-0142" in text


def test_screen_does_not_repeat_address_and_phone_in_the_article(page):
    page.goto(ARTICLE)
    assert not page.locator(".on-paper").is_visible()


def test_print_keeps_figures_whole(paper):
    paper.goto(ARTICLE)
    assert paper.evaluate(
        "() => [...document.querySelectorAll('figure')].every(f => getComputedStyle(f).breakInside === 'avoid')"
    )
    assert paper.locator("figure").count() > 0


def test_print_is_black_on_white_in_a_dark_theme(open_page):
    page = open_page(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(ARTICLE)
    colors = page.evaluate(
        "() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor] }"
    )
    assert colors == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_article_prints_on_a_few_sheets(paper):
    paper.goto(ARTICLE)
    sheets = paper.pdf(format="Letter").count(b"/Type /Page\n")
    assert 1 <= sheets <= 4
