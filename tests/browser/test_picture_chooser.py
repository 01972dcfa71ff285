"""A form's picture, chosen by looking: with a mouse, by keyboard, without scripts."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from tests.browser.staff import open_form, sign_in

ADD = "/admin/blog/article/add/"
PHOTO = "/admin/team/officeperson/add/"


@pytest.fixture
def form(page):
    return opened(page)


def opened(page, address=ADD, username="editor"):
    sign_in(page, username)
    open_form(page, address)
    return page


def chooser(page):
    return page.locator(".picture-field")


def open_dialog(page):
    page.get_by_role("button", name="Choose a picture").click()
    dialog = page.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_role("radio").first.wait_for()
    return dialog


def choose(page, text):
    dialog = open_dialog(page)
    dialog.get_by_label("Find by description or credit").fill(text)
    expect(dialog.get_by_role("radio")).to_have_count(1)
    dialog.get_by_role("radio").check()
    dialog.get_by_role("button", name="Use this picture").click()
    expect(dialog).to_be_hidden()


def wall():
    target = io.BytesIO()
    Image.new("RGB", (240, 160), "#7a9a80").save(target, "JPEG")
    return {"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": target.getvalue()}


def test_a_chosen_picture_is_shown_said_saved_and_taken_out_again(form):
    expect(form.get_by_role("button", name="No picture")).to_be_hidden()
    choose(form, "bridge")
    image = chooser(form).locator("img")
    expect(image).to_be_visible()
    assert int(image.get_attribute("width")) > 0
    assert int(image.get_attribute("height")) > 0
    expect(chooser(form).locator("[data-part=name]")).to_contain_text("bridge")
    expect(chooser(form).get_by_role("status")).to_have_text("Chosen. Save to keep it.")
    expect(form.get_by_role("button", name="Choose a picture")).to_be_focused()
    chosen = form.locator("#id_lead_image").input_value()
    edit = chooser(form).get_by_role("link", name="Edit focus and description")
    expect(edit).to_have_attribute("href", f"/admin/pictures/image/{chosen}/change/")

    form.fill("#id_title", "A draft with a bridge")
    form.click("[name=_continue]")
    form.wait_for_url("**/change/")
    assert form.locator("#id_lead_image").input_value() == chosen
    expect(chooser(form).locator("img")).to_be_visible()
    expect(chooser(form).get_by_role("status")).to_be_empty()

    form.get_by_role("button", name="No picture").click()
    expect(chooser(form).locator("img")).to_be_hidden()
    expect(form.get_by_role("button", name="Choose a picture")).to_be_focused()
    expect(chooser(form).get_by_role("status")).to_contain_text("No picture now")
    form.click("[name=_continue]")
    form.wait_for_load_state()
    expect(form.get_by_role("button", name="No picture")).to_be_hidden()
    assert form.locator("#id_lead_image").input_value() == ""


def test_the_keyboard_alone_chooses_and_leaves(form):
    button = form.get_by_role("button", name="Choose a picture")
    button.focus()
    form.keyboard.press("Enter")
    dialog = form.get_by_role("dialog", name="Choose a picture")
    expect(dialog.get_by_label("Find by description or credit")).to_be_focused()
    form.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    assert form.locator("#id_lead_image").input_value() == ""

    form.keyboard.press("Enter")
    dialog.get_by_role("radio").first.wait_for()
    form.keyboard.press("Tab")
    form.keyboard.press("ArrowDown")
    second = dialog.get_by_role("radio").nth(1)
    expect(second).to_be_checked()
    number = second.input_value()
    form.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    assert form.locator("#id_lead_image").input_value() == number


def test_the_buttons_take_the_lists_place_for_keys_and_screen_readers(form):
    group = form.get_by_role("group", name="Picture")
    expect(group.get_by_role("button", name="Choose a picture")).to_be_visible()
    expect(group.get_by_role("combobox")).to_have_count(0)
    form.locator("label[for=id_lead_image]").click()
    expect(form.get_by_role("button", name="Choose a picture")).to_be_focused()
    form.keyboard.press("Shift+Tab")
    assert form.evaluate("document.activeElement.id") != "id_lead_image"


def test_the_dialog_opens_on_what_is_chosen_and_asks_for_a_choice(form):
    dialog = open_dialog(form)
    dialog.get_by_role("button", name="Use this picture").click()
    expect(dialog.get_by_role("alert").first).to_contain_text("Choose a picture")
    third = dialog.get_by_role("radio").nth(2)
    third.check()
    number = third.input_value()
    dialog.get_by_role("button", name="Use this picture").click()
    dialog = open_dialog(form)
    expect(dialog.locator("input:checked")).to_have_value(number)


def test_the_list_itself_moves_the_picture(form):
    form.locator("#id_lead_image").select_option(index=2)
    text = form.locator("#id_lead_image option:checked").inner_text()
    expect(chooser(form).locator("[data-part=name]")).to_have_text(text)
    expect(chooser(form).locator("img")).to_be_visible()
    form.locator("#id_lead_image").select_option("")
    expect(chooser(form).locator("img")).to_be_hidden()
    expect(chooser(form).get_by_role("status")).to_contain_text("as it was")


def test_a_new_picture_is_added_chosen_and_saved(page):
    form = opened(page, PHOTO, "manager")
    dialog = open_dialog(form)
    dialog.get_by_text("Add a new picture to the library").click()
    dialog.get_by_label("Picture file").set_input_files(wall())
    dialog.get_by_role("button", name="Add it to the library").click()
    expect(dialog.locator("[data-form=add] [role=alert]")).to_contain_text("Describe the picture")
    dialog.get_by_label("Description for people").fill("A wall on the stairs")
    dialog.get_by_role("button", name="Add it to the library").click()
    expect(dialog.get_by_role("radio", name="A wall on the stairs")).to_be_checked()
    dialog.get_by_role("button", name="Use this picture").click()
    expect(chooser(form).locator("[data-part=name]")).to_have_text("A wall on the stairs")

    form.fill("#id_first_name", "Ines")
    form.fill("#id_role", "Front desk")
    form.click("[name=_continue]")
    form.wait_for_url("**/change/")
    expect(chooser(form).locator("[data-part=name]")).to_have_text("A wall on the stairs")


def test_a_library_out_of_reach_says_so_and_keeps_the_picture(form):
    choose(form, "bridge")
    chosen = form.locator("#id_lead_image").input_value()
    form.route("**/pictures/?*", lambda route: route.abort())
    form.get_by_role("button", name="Choose a picture").click()
    dialog = form.get_by_role("dialog", name="Choose a picture")
    expect(dialog.get_by_role("status")).to_contain_text("cannot be reached just now")
    form.keyboard.press("Escape")
    assert form.locator("#id_lead_image").input_value() == chosen


def test_without_scripts_the_list_chooses(nojs_page):
    form = opened(nojs_page)
    expect(form.get_by_role("button", name="Choose a picture")).to_have_count(0)
    form.get_by_label("Picture", exact=False).first.select_option(index=1)
    form.fill("#id_title", "A draft without scripts")
    form.click("[name=_continue]")
    expect(chooser(form).locator("img")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_chooser_and_dialog_fit_the_screen(open_page, width):
    form = opened(open_page(viewport={"width": width, "height": 740}))
    choose(form, "bridge")
    dialog = open_dialog(form)
    for part in [chooser(form), dialog]:
        box = part.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    assert form.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for button in form.locator(".picture-field button, .rich-text-dialog[open] button").all():
        if button.is_visible():
            assert button.bounding_box()["height"] >= 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_chooser(open_page, scheme):
    # Axe sets style attributes while it looks; the tests above hold the policy.
    form = opened(open_page(color_scheme=scheme, bypass_csp=True))
    for step in ["empty", "chosen", "dialog"]:
        if step == "chosen":
            choose(form, "bridge")
        if step == "dialog":
            open_dialog(form).get_by_text("Add a new picture to the library").click()
        context = ".rich-text-dialog[open]" if step == "dialog" else ".field-lead_image"
        found = Axe().run(form, context=context)
        assert not found.response["violations"], found.generate_report()
