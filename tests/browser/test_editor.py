"""The editor as people use it: word processors, the keyboard, no script, a server that is away."""

import base64

import pytest
from playwright.sync_api import expect

from tests.browser.articles import PASTE
from tests.browser.axe import violations
from tests.browser.staff import sign_in
from tests.browser.text_editor import NEW_PAGE, Editor
from tests.factories import jpeg
from tests.writing.pasting.pasted_samples import GOOGLE_DOCS, PAGES, SITE, WORD

LONG = "This is a paragraph. It has two sentences, as paragraphs do."
PLAIN = f"{LONG}\n\nSmall steps\n\n{LONG}\n\n  • one\n\n  • two\n\nOther steps\n\n{LONG}"


@pytest.fixture
def signed_in(page):
    sign_in(page, "editor")
    return page


@pytest.fixture
def editor(signed_in):
    return Editor(signed_in)


def words_in_lists(html):
    return html.replace("<li><p>", "<li>").replace("</p></li>", "</li>")


def test_the_text_box_has_a_name_and_the_browsers_spell_check(editor):
    expect(editor.box).to_have_attribute("spellcheck", "true")
    expect(editor.box).to_have_attribute("aria-multiline", "true")
    expect(editor.page.locator("#id_body")).to_be_hidden()


@pytest.mark.parametrize(
    "sample", [WORD, GOOGLE_DOCS, SITE, PAGES], ids=["word", "docs", "site", "pages"]
)
def test_a_paste_arrives_clean_and_goes_with_one_undo(editor, sample):
    editor.page.keyboard.type("Before.")
    editor.paste(sample)
    assert "style" not in editor.html
    assert "Before." in editor.html
    assert len(editor.html) > 60
    editor.undo()
    assert editor.html == "<p>Before.</p>"


def test_a_list_from_word_is_a_list_and_docs_is_not_all_bold(editor):
    editor.paste(WORD)
    assert "<ul><li><p>Dim the lights</p><ul>" in editor.html
    editor.undo()
    editor.paste(GOOGLE_DOCS)
    assert editor.html.count("<strong>") == 1


def test_a_pasted_heading_does_not_dissolve_into_the_line_before(editor):
    editor.page.keyboard.type("Before.")
    editor.paste("<h2>A heading</h2><p>More.</p>")
    assert editor.html == "<p>Before.</p><h2>A heading</h2><p>More.</p>"


def test_a_pasted_phrase_stays_in_its_sentence(editor):
    editor.page.keyboard.type("One  three")
    editor.step_left(caret=1 + len("One  three"), steps=len(" three"))
    editor.paste("<meta charset=utf-8><span style='color:red'><b>two</b></span>", "two")
    assert editor.html == "<p>One <strong>two</strong> three</p>"


def test_short_lines_are_offered_as_headings_and_made_so_in_one_step(editor):
    editor.paste("", PLAIN)
    before = editor.html
    assert "<h2>" not in before
    assert "<ul><li><p>one</p></li><li><p>two</p></li></ul>" in before
    expect(editor.says()).to_have_text("2 lines look like headings. Make them headings?")
    editor.page.get_by_role("button", name="Make them headings").click()
    editor.comes_to_hold("<h2>Small steps</h2>", "<h2>Other steps</h2>")
    expect(editor.says()).to_be_empty()
    editor.undo()
    editor.comes_to_hold(before)


def test_who_says_no_keeps_plain_lines(editor):
    editor.paste("", PLAIN)
    editor.page.get_by_role("button", name="Leave them as text").click()
    assert "<h2>" not in editor.html
    expect(editor.page.get_by_role("button", name="Make them headings")).to_be_hidden()


MARKDOWN = "# A heading\n\nSome **bold** words and [a link](/fees/).\n\n- one\n- two"


def test_markdown_is_offered_and_taken_in_place_of_its_signs(editor):
    editor.page.keyboard.type("Before.")
    editor.page.keyboard.press("Enter")
    editor.paste("", MARKDOWN)
    before = editor.html
    assert "# A heading" in before
    expect(editor.says()).to_contain_text("This is Markdown.")
    editor.page.get_by_role("button", name="Take them").click()
    editor.comes_to_hold(
        "<p>Before.</p><h2>A heading</h2>", "<strong>bold</strong>", 'href="/fees/"'
    )
    assert "**" not in editor.html
    expect(editor.says()).to_be_empty()


def test_who_writes_on_keeps_the_signs_of_markdown(editor):
    editor.paste("", MARKDOWN)
    offered = editor.page.get_by_role("button", name="Leave the signs")
    expect(offered).to_be_visible()
    editor.page.keyboard.type("!")
    expect(offered).to_be_hidden()
    editor.comes_to_hold("# A heading", "two!")


def test_a_paste_is_not_lost_when_the_server_is_away(editor):
    editor.page.route("**/editor/paste/", lambda route: route.abort())
    editor.page.evaluate(PASTE, [WORD, "First line\n\nSecond line"])
    expect(editor.says()).to_contain_text("as plain paragraphs")
    assert editor.html == "<p>First line</p><p>Second line</p>"


@pytest.mark.parametrize(
    "html", ["<p>Kept<del>SECRET</del></p>", '<p data-pm-slice="0 0 []">Kept<span hidden>SECRET</span></p>']
)  # fmt: skip
def test_what_only_the_server_can_tell_from_text_waits_for_it(editor, html):
    editor.page.route("**/editor/paste/", lambda route: route.abort())
    editor.page.evaluate(PASTE, [html, "Kept SECRET"])
    expect(editor.says()).to_contain_text("Nothing was pasted: try again in a moment")
    assert "SECRET" not in editor.html
    editor.page.unroute("**/editor/paste/")
    editor.paste(html, "Kept SECRET")
    assert editor.html == "<p>Kept</p>"


def test_what_is_copied_inside_the_editor_is_not_sent_anywhere(editor):
    tidied = []
    editor.page.on(
        "request", lambda request: "/paste/" in request.url and tidied.append(request.url)
    )
    editor.page.evaluate(PASTE, ['<h3 data-pm-slice="0 0 []">Mine</h3>', "Mine"])
    assert editor.html == "<h3>Mine</h3>"
    assert tidied == []


def test_the_toolbar_is_one_stop_with_arrows_inside_and_says_what_is_on(editor):
    page = editor.page
    page.keyboard.press("Shift+Tab")
    buttons = page.get_by_role("toolbar", name="Formatting").get_by_role("button")
    expect(buttons.first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(editor.box).to_be_focused()
    expect(buttons.nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.type("A heading")
    assert editor.html == "<h2>A heading</h2>"
    page.keyboard.press("Shift+Tab")
    expect(buttons.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(buttons.last).to_be_focused()


def test_every_button_writes_what_it_says(editor):
    editor.page.keyboard.type("a")
    written = {
        "Heading": "<h2>a</h2>",
        "Subheading": "<h3>a</h3>",
        "Small heading": "<h4>a</h4>",
        "Text": "<p>a</p>",
        "Quote": "<blockquote><p>a</p></blockquote>",
        "Pull quote": '<blockquote class="pull"><p>a</p></blockquote>',
    }
    for name, html in written.items():
        editor.press(name)
        assert editor.html == html
    editor.press("Pull quote")
    editor.press("List")
    assert editor.html == "<ul><li><p>a</p></li></ul>"
    editor.press("Numbered list")
    assert "<ol" in editor.html
    editor.press("Numbered list")
    editor.page.keyboard.press("Control+a")
    editor.press("Bold")
    editor.press("Italic")
    assert editor.html == "<p><strong><em>a</em></strong></p>"
    editor.press("Undo")
    assert editor.html == "<p><strong>a</strong></p>"
    editor.press("Redo")
    editor.page.keyboard.press("End")
    editor.press("Divider")
    assert "<hr>" in editor.html


def test_a_link_is_completed_and_an_odd_one_refused_with_what_to_do(editor):
    editor.page.keyboard.type("our fees")
    editor.page.keyboard.press("Control+a")
    editor.page.keyboard.press("Control+k")
    dialog = editor.page.get_by_role("dialog", name="Link")
    address = dialog.get_by_label("A title, a name, or a web address")
    address.fill("javascript:alert(1)")
    address.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("or write an address like")
    address.fill("practice.example/fees")
    address.press("Enter")
    expect(editor.box).to_be_focused()
    assert editor.html == '<p><a href="https://practice.example/fees">our fees</a></p>'
    editor.press("Link")
    dialog.get_by_role("button", name="Remove the link").click()
    editor.comes_to_hold("<p>our fees</p>")


def test_a_link_is_chosen_by_a_few_letters_and_says_what_it_leads_to(editor):
    page = editor.page
    page.keyboard.type("Ask ")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Link")
    page.keyboard.type("wexl")
    choice = dialog.get_by_role("radio", name="Hana Wexler Therapist")
    expect(choice).to_be_checked()
    expect(dialog.get_by_role("status")).to_have_text("1 found")
    page.keyboard.press("Enter")
    expect(editor.box).to_be_focused()
    editor.comes_to_hold('<p>Ask <a href="/team/hana-wexler/">Hana Wexler</a></p>')


def test_what_is_marked_is_looked_for_and_an_address_needs_no_list(editor):
    page = editor.page
    page.keyboard.type("EMDR")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Link")
    emdr = dialog.get_by_role("radio", name="EMDR Approach")
    expect(emdr).to_be_visible()
    field = dialog.get_by_label("A title, a name")
    field.fill("/fees/")
    expect(dialog.get_by_role("radio")).to_have_count(0)
    field.fill("zzz nobody")
    expect(dialog.get_by_role("status")).to_contain_text("Nothing of this name")
    field.fill("emd")
    emdr.check()
    page.keyboard.press("Enter")
    editor.comes_to_hold('<a href="/approaches/emdr/">EMDR</a>')


BRING = """([how, files]) => {
    const data = new DataTransfer();
    for (const [name, type, text] of files) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
    }
    const box = document.querySelector("#id_body_text");
    const { left, top } = box.lastElementChild.getBoundingClientRect();
    const at = { bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 4 };
    box.dispatchEvent(how === "drop"
        ? new DragEvent("drop", { ...at, dataTransfer: data })
        : new ClipboardEvent("paste", { ...at, clipboardData: data }));
}"""


@pytest.mark.parametrize("how", ["drop", "paste"])
def test_pictures_that_are_dropped_or_pasted_ask_for_their_descriptions(editor, how):
    page = editor.page
    page.keyboard.type("Before it.")
    files = [
        (f"{width}.jpg", "image/jpeg", base64.b64encode(jpeg(width, 1200)).decode())
        for width in (1600, 1610)
    ]
    page.evaluate(BRING, [how, files])
    dialog = page.get_by_role("dialog", name="A picture for the text")
    description = dialog.get_by_label("Description for people")
    expect(description).to_be_focused()
    add = dialog.get_by_role("button", name="Add it to the library")
    with page.expect_response("**/pictures/add/"):
        add.click()
    expect(dialog.locator("[data-form=add] [role=alert]")).to_contain_text("Describe the picture")
    description.fill(f"A wall, {how}")
    add.click()
    expect(editor.box.get_by_role("img", name=f"A wall, {how}")).to_have_count(1)
    # The second of them asks next.
    expect(description).to_have_value("")
    dialog.get_by_label("It is only decoration").check()
    add.click()
    expect(editor.box.locator("figure")).to_have_count(2)
    assert "Before it." in editor.html


def test_what_is_no_picture_is_not_taken_and_said(editor):
    editor.page.evaluate(BRING, ["drop", [("a.pdf", "application/pdf", "JVBERi0=")]])
    expect(editor.says()).to_contain_text("Only pictures can be dropped here")
    assert editor.html == ""


def test_a_picture_from_the_library_goes_from_dialog_to_the_public_page(editor, nojs_page):
    page = editor.page
    editor.press("Picture")
    dialog = page.get_by_role("dialog", name="A picture for the text")
    dialog.get_by_label("Find by description or credit").fill("bridge")
    picture = dialog.get_by_role("radio", name="bridge")
    expect(dialog.get_by_role("radio")).to_have_count(1)
    picture.check()
    dialog.get_by_label("Caption, if it needs one").fill("The bridge at noon")
    dialog.get_by_role("button", name="Put it in the text").click()
    expect(editor.box.get_by_role("img", name="bridge")).to_be_visible()
    expect(editor.box).to_be_focused()
    page.keyboard.type("Under it.")
    page.locator("#id_title").fill("A page with a bridge")
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="See it there").click()
    nojs_page.goto(page.url)
    figure = nojs_page.locator(".prose figure")
    expect(figure.get_by_role("img", name="bridge")).to_be_visible()
    assert figure.locator("picture source").count() == 2
    expect(figure.locator("figcaption")).to_contain_text("The bridge at noon")
    expect(nojs_page.locator(".prose figure + p")).to_have_text("Under it.")


def test_a_new_picture_is_added_only_with_a_description(editor):
    editor.press("Picture")
    dialog = editor.page.get_by_role("dialog", name="A picture for the text")
    dialog.get_by_text("Add a new picture to the library").click()
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": jpeg(400, 300)}
    dialog.get_by_label("Picture file").set_input_files(file)
    add = dialog.get_by_role("button", name="Add it to the library")
    with editor.page.expect_response("**/pictures/add/"):
        add.click()
    expect(dialog.locator("[data-form=add] [role=alert]")).to_contain_text("Describe the picture")
    dialog.get_by_label("Description for people").fill("A plain green wall")
    with editor.page.expect_response("**/pictures/add/"):
        add.click()
    expect(dialog.get_by_role("radio", name="A plain green wall")).to_be_checked()
    dialog.get_by_role("button", name="Put it in the text").click()
    expect(editor.box.get_by_role("img", name="A plain green wall")).to_be_visible()


def test_enter_leaves_a_caption_and_backspace_in_an_empty_one_removes_the_picture(editor):
    editor.press("Picture")
    dialog = editor.page.get_by_role("dialog", name="A picture for the text")
    dialog.get_by_role("radio").first.check()
    dialog.get_by_role("button", name="Put it in the text").click()
    editor.box.locator("figcaption").click()
    editor.page.keyboard.type("abc")
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type("Next")
    assert "<figcaption>abc</figcaption></figure><p>Next</p>" in editor.html
    editor.box.locator("figcaption").click()
    for _ in range(4):
        editor.page.keyboard.press("Backspace")
    assert "figure" not in editor.html


def test_what_was_not_touched_is_not_changed(signed_in, site):
    shell = "from pages.models import Page; p = Page.objects.get(slug='fees'); print(p.pk, p.body)"
    number, before = site.manage("shell", "-v", "0", "-c", shell).split(" ", 1)
    editor = Editor(signed_in, f"/admin/pages/page/{number}/change/")
    signed_in.get_by_role("button", name="Save").first.click()
    signed_in.wait_for_url("**/admin/pages/page/**")
    assert site.manage("shell", "-v", "0", "-c", shell).split(" ", 1)[1] == before
    assert editor.page.locator(".errornote").count() == 0


def test_without_scripts_the_html_can_be_written_and_says_what_it_is(nojs_page, site):
    sign_in(nojs_page, "editor")
    nojs_page.goto(NEW_PAGE)
    expect(nojs_page.get_by_text("This is the text as HTML")).to_be_visible()
    nojs_page.get_by_label("Title", exact=True).fill("Written by hand")
    nojs_page.get_by_label("Text").fill("<p>By <b>hand</b><script>x</script></p>")
    nojs_page.get_by_role("button", name="Save draft").click()
    shell = "from pages.models import Page; print(Page.objects.get(title='Written by hand').body)"
    assert site.manage("shell", "-v", "0", "-c", shell).strip() == "<p>By <strong>hand</strong></p>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_editor_and_its_dialogs(open_page, width, scheme):
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    sign_in(page, "editor")
    editor = Editor(page)
    editor.paste("", PLAIN)
    assert violations(page) == []
    editor.press("Link")
    assert violations(page) == []
    page.keyboard.press("Escape")
    if width == 360:
        editor.press("More")
    editor.press("Keyboard shortcuts")
    assert violations(page) == []
    page.keyboard.press("Escape")
    editor.press("Picture")
    dialog = page.get_by_role("dialog", name="A picture for the text")
    dialog.get_by_role("radio").first.wait_for()
    dialog.get_by_text("Add a new picture to the library").click()
    assert violations(page) == []


def test_the_toolbar_stays_in_view_in_a_long_text(editor):
    editor.paste("", f"{LONG}\n\n" * 60)
    editor.page.keyboard.press("Control+End")
    editor.page.wait_for_function("scrollY > 500")
    expect(editor.page.get_by_role("toolbar")).to_be_in_viewport()


def test_the_editor_fits_a_phone(phone_page):
    sign_in(phone_page, "editor")
    editor = Editor(phone_page)
    editor.paste("", PLAIN)
    assert phone_page.get_by_role("toolbar").bounding_box()["height"] < 60
    assert phone_page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
