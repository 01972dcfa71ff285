"""Writing as it will look: where the text begins, what stays in view, and what the page says while one types."""

import pytest
from playwright.sync_api import expect

from blog.templatetags.article_length import in_words
from tests.browser.articles import PASTE, open_byline, open_drawer, ready, text_box, write
from tests.browser.axe import in_both_themes
from tests.browser.staff import open_form, sign_in
from writing.text import plain_text

ADD = "/admin/blog/article/add/"
# An article of the demo that is on the site, with picture, opening lines, references and a review.
LIVE = "/admin/blog/article/1/change/"
TOP_OF_TEXT = "document.querySelector('#id_body_text').getBoundingClientRect().top + scrollY"
SIZES = {"desk": (1280, 800, 260), "phone": (360, 740, 360)}
# Boxes that could be pushed sideways, and are not meant to.
WIDE = """() => [...document.querySelectorAll("body *")].filter((box) =>
  box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 1 &&
  ["auto", "scroll"].includes(getComputedStyle(box).overflowX)
).map((box) => box.className || box.localName)"""


def opened(page, address=ADD, user="editor"):
    sign_in(page, user)
    open_form(page, address)
    page.locator(".rich-text.is-ready").first.wait_for()
    ready(page)
    return page


def in_view(page):
    for locator in (
        page.get_by_role("toolbar", name="Formatting"),
        page.locator(".publish .btn").last,
    ):
        expect(locator).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("user", ["editor", "author"])
def test_in_a_new_article_the_text_begins_early_and_the_page_is_short(open_page, size, user):
    width, height, most = SIZES[size]
    page = opened(open_page(viewport={"width": width, "height": height}), user=user)
    assert page.evaluate(TOP_OF_TEXT) <= most
    assert page.evaluate("document.documentElement.scrollHeight") <= 1.6 * height
    expect(page.locator("#id_title")).to_be_focused()
    in_view(page)


@pytest.mark.parametrize("size", SIZES)
def test_in_an_existing_one_one_press_is_enough_to_write(open_page, size):
    width, height, _most = SIZES[size]
    page = opened(open_page(viewport={"width": width, "height": height}), LIVE)
    text_box(page).locator("p").first.click()
    expect(text_box(page)).to_be_focused()
    caret = page.evaluate("""() => {
        const { editor } = document.querySelector(".ProseMirror");
        return editor.view.coordsAtPos(editor.state.selection.head);
    }""")
    foot = page.locator(".publish").bounding_box()
    bottom = foot["y"] if size == "phone" else height
    assert 52 < caret["top"] < caret["bottom"] <= bottom
    in_view(page)


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_tools_and_buttons_stay_in_view_in_the_middle_of_a_long_text(open_page, width):
    page = opened(open_page(viewport={"width": width, "height": 800}), LIVE)
    page.evaluate("scrollTo(0, 1200)")
    in_view(page)
    tools, bar = page.get_by_role("toolbar").bounding_box(), page.locator(".bar").bounding_box()
    assert tools["y"] >= bar["height"] - 5
    if width == 360:
        assert page.locator(".publish").bounding_box()["y"] > 600


@pytest.mark.parametrize("width", [360, 768, 1024, 1280])
def test_nothing_runs_out_at_the_side(open_page, width):
    page = opened(open_page(viewport={"width": width, "height": 800}), LIVE)
    for drawer in page.locator(".drawer > summary").all():
        drawer.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(WIDE) == []
    open_byline(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_text_is_set_as_on_the_site(page):
    looks = """(selector) => {
        const { fontFamily, fontSize, lineHeight, fontWeight, marginTop } =
            getComputedStyle(document.querySelector(selector));
        return { fontFamily, fontSize, lineHeight, fontWeight, marginTop };
    }"""
    width = "(selector) => document.querySelector(selector).getBoundingClientRect().width"
    opened(page, LIVE)
    kinds = ("p + p", "h2", "ul > li", "h2 + p")
    written = [page.evaluate(looks, f".ProseMirror > {kind}") for kind in kinds]
    measure = page.evaluate(width, ".ProseMirror")
    page.get_by_role("link", name="See it on the site").click()
    page.locator("article .prose").wait_for()
    assert [page.evaluate(looks, f"article .prose > {kind}") for kind in kinds] == written
    assert page.evaluate(width, "article .prose") == measure


def test_a_title_is_one_line_and_enter_leads_on(page):
    opened(page)
    page.keyboard.type("What the")
    page.keyboard.press("Enter")
    expect(page.locator("#id_opening_lines")).to_be_focused()
    page.locator("#id_title").focus()
    page.keyboard.press("End")
    page.evaluate("document.execCommand('insertText', false, ' rain\\n  knows')")
    expect(page.locator("#id_title")).to_have_value("What the rain knows")
    assert page.url.endswith(ADD), "Enter has sent nothing"


def test_what_stops_it_is_crossed_off_while_one_types(page):
    opened(page)
    stops = page.locator(".stops")
    expect(stops.locator("summary")).to_contain_text("3 things before it can go out")
    publish, save = page.locator("[name=_publish]"), page.locator("[name=_continue]")
    empty = publish.evaluate("(button) => getComputedStyle(button).backgroundColor")
    page.fill("#id_title", "The kettle")
    write(page, "It sings.")
    expect(stops.locator("summary")).to_contain_text("1 thing before it can go out")
    stops.locator("summary").click()
    stops.get_by_role("link", name="Who wrote it").click()
    expect(page.locator("#id_bylines-0-therapist")).to_be_focused()
    page.select_option("#id_bylines-0-therapist", label="Hana Wexler")
    expect(page.locator("[data-byline]")).to_have_text("Hana Wexler")
    expect(stops.locator("summary")).to_contain_text("Nothing stops it")
    page.mouse.move(1, 400)
    expect(publish).not_to_have_css("background-color", empty)
    expect(save).to_have_css("background-color", empty)
    expect(page.locator("[data-part=state]")).to_contain_text("Not saved yet")


def test_whoever_is_chosen_as_author_has_a_face_at_once(page):
    opened(page)
    open_byline(page)
    page.select_option("#id_bylines-0-therapist", label="Hana Wexler")
    page.fill("#id_bylines-1-name", "A guest")
    expect(page.locator(".author")).to_have_text(["Hana Wexler", "A guest"])
    expect(page.locator(".author img.face")).to_have_count(1)
    page.wait_for_function("document.querySelector('.author img.face').naturalWidth > 0")


def test_title_and_picture_can_be_seen_as_large_as_on_the_site(page):
    opened(page, LIVE)
    before = page.locator("#id_title").evaluate("(title) => getComputedStyle(title).fontSize")
    expect(page.locator("[data-large]")).to_be_hidden()
    page.get_by_label("Large, as on the site").check()
    expect(page.locator("[data-large] img")).to_be_visible()
    large = page.locator("#id_title").evaluate("(title) => getComputedStyle(title).fontSize")
    assert before != large
    page.goto(page.locator(".viewsitelink").get_attribute("href"))
    assert page.locator("h1").evaluate("(title) => getComputedStyle(title).fontSize") == large


def test_pressed_too_early_the_list_is_open_and_leads_to_the_place(page):
    opened(page)
    page.fill("#id_title", "Too early")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".stops")).to_have_attribute("open", "")
    page.locator(".stops").get_by_role("link", name="There is no text yet").click()
    expect(text_box(page)).to_be_focused()


def test_a_link_to_a_closed_drawer_opens_it(page):
    opened(page)
    page.fill("#id_title", "Reviewed by whom?")
    open_drawer(page, "Review")
    page.fill("#id_reviewed_on", "2020-01-02")
    # Its drawer is open on the page before as well.
    with page.expect_navigation():
        page.click("[name=_continue]")
    expect(page.locator("#drawer-reviewed_by")).to_have_attribute("open", "")
    open_drawer(page, "Times")
    expect(page.locator("#id_reviewed_by")).to_be_hidden()
    page.locator(".stops > summary").click()
    page.locator(".stops").get_by_role("link", name="Say who reviewed it").click()
    expect(page.locator("#id_reviewed_by")).to_be_focused()


def test_without_scripts_it_is_written_saved_and_published(nojs_page):
    page = nojs_page
    sign_in(page, "editor")
    open_form(page, ADD)
    page.fill("#id_title", "By hand")
    page.fill("#id_body", "<p>All of it.</p>")
    open_byline(page)
    page.select_option("#id_bylines-0-therapist", label="Hana Wexler")
    page.click("[name=_publish]")
    expect(page.locator(".messagelist")).to_contain_text("is on the site")


def test_the_keyboard_alone_reaches_every_drawer_and_button(page):
    opened(page)
    write(page, "Words.")
    met = []
    for _step in range(40):
        page.keyboard.press("Tab")
        met.append(page.evaluate("(document.activeElement.closest('details')?.id || '')"))
        if "drawer-slug" in met:
            break
    assert [name for name in dict.fromkeys(met) if name.startswith("drawer-")] == [
        "drawer-specialties", "drawer-references", "drawer-reviewed_by", "drawer-series",
        "drawer-cta_heading", "drawer-publish_at", "drawer-slug",
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "address"), [(360, ADD), (1280, LIVE)])
def test_axe_finds_nothing(open_page, width, address):
    # Axe sets style attributes while it looks; other tests hold the policy.
    page = opened(open_page(viewport={"width": width, "height": 800}, bypass_csp=True), address)
    open_byline(page)
    open_drawer(page, "About")
    if address == ADD:
        page.locator(".stops > summary").click()
    assert list(in_both_themes(page)) == []


def test_a_pasted_picture_that_could_not_come_along_leaves_its_place(open_page):
    page = opened(open_page())
    page.fill("#id_title", "A lamp with a picture")
    text_box(page).click()
    shown = "<p>It was on all night.</p><p><img src='https://x.example/a.jpg' alt='A lamp'></p><p>Why?</p>"
    page.evaluate(PASTE, [shown, "It was on all night."])
    expect(text_box(page)).to_contain_text("Why?")
    page.click("[name=_continue]")
    page.wait_for_url("**/change/")
    page.locator(".left-out > summary").click()
    expect(page.locator(".left-out")).to_contain_text("Behind: “…It was on all night.”")


def test_the_words_are_counted_while_one_types_as_the_server_counts_them(open_page):
    page = opened(open_page())
    length = page.locator("[data-length]")
    expect(length).to_have_text("No words yet")
    write(page, "One")
    expect(length).to_have_text("1 word, 1 minute to read")
    write(page, " two – it’s well-known")
    expect(length).to_have_text("5 words, 1 minute to read")
    # Nothing reads it out with every word.
    assert length.evaluate("box => box.closest('[aria-live], [role=status]')") is None
    html = (
        """<h2>A&nbsp;part</h2><p>Less &lt; than <b>b</b>old, &amp; more</p><ul><li>one</li><li>two</li></ul>
      <table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"""
        + "<p>word</p>" * 1230
    )
    # And where half a minute is over, after an even number of whole ones and after an odd one.
    for text in [html, *("<p>word</p>" * number for number in (357, 595, 833, 1547))]:
        page.evaluate(
            """html => { const field = document.querySelector("#id_body");
            field.value = html; field.dispatchEvent(new Event("input")); }""",
            text,
        )
        expect(length).to_have_text(in_words(len(plain_text(text).split())))
