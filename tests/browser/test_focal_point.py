"""The picture library in a real browser: choose, focus by pointer and by keyboard, save."""

import io

import pytest
from PIL import Image, ImageDraw

from tests.browser.staff import sign_in

LIBRARY = "/admin/pictures/image/"


@pytest.fixture
def adding_page(page):
    return signed_in(page)


def signed_in(page):
    sign_in(page, "manager")
    page.goto("/admin/pictures/image/add/")
    page.wait_for_selector("#id_upload")
    return page


def two_colors(width=600, height=400):
    image = Image.new("RGB", (width, height), "#c03020")
    ImageDraw.Draw(image).rectangle([width // 2, 0, width, height], fill="#2040c0")
    target = io.BytesIO()
    image.save(target, "JPEG", quality=95)
    return {"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": target.getvalue()}


def choose(page):
    page.set_input_files("#id_upload", two_colors())
    page.wait_for_selector(".focal-picture canvas:visible")


def color_at(page, selector, across):
    """[red, green, blue] of a canvas, this far across and halfway down."""
    return page.evaluate(
        """([selector, across]) => {
            const canvas = document.querySelector(selector);
            const at = [canvas.width * across, canvas.height / 2, 1, 1];
            return [...canvas.getContext("2d").getImageData(...at).data].slice(0, 3);
        }""",
        [selector, across],
    )


def middle_of(page, ratio):
    return color_at(page, f'[data-ratio="{ratio}"] canvas', 0.5)


def is_red(color):
    return color[0] > color[2]


def test_a_click_on_the_picture_moves_the_focus_and_the_crops(adding_page):
    choose(adding_page)
    box = adding_page.locator(".focal-picture canvas").bounding_box()
    at = {"x": box["width"] * 0.1, "y": box["height"] * 0.25}
    adding_page.locator(".focal-picture canvas").click(position=at)
    assert float(adding_page.input_value("#id_focal_x")) == pytest.approx(0.1, abs=0.02)
    assert float(adding_page.input_value("#id_focal_y")) == pytest.approx(0.25, abs=0.02)
    assert is_red(middle_of(adding_page, "4:5"))
    adding_page.locator(".focal-picture canvas").click(position=at | {"x": box["width"] * 0.9})
    assert not is_red(middle_of(adding_page, "4:5"))


def test_the_keyboard_moves_the_focus_and_the_crops(adding_page):
    choose(adding_page)
    adding_page.focus("#id_focal_x")
    adding_page.keyboard.press("End")
    assert not is_red(middle_of(adding_page, "4:5"))
    adding_page.keyboard.press("Home")
    adding_page.keyboard.press("ArrowRight")
    assert adding_page.input_value("#id_focal_x") == "0.01"
    assert adding_page.get_attribute("#id_focal_x", "aria-valuetext") == "1 %"
    assert is_red(middle_of(adding_page, "4:5"))


def test_the_button_says_that_it_is_working_and_what_is_made_follows_the_focus(adding_page):
    choose(adding_page)
    adding_page.fill("#id_alt", "A wall in two colors")
    adding_page.focus("#id_focal_x")
    adding_page.keyboard.press("End")
    states = []
    adding_page.expose_function("report", lambda state: states.append(state))
    adding_page.evaluate(
        """() => new MutationObserver(() => {
            const button = document.querySelector("[name=_continue]");
            report([button.value, button.disabled, document.querySelector("[role=status]").textContent]);
        }).observe(document.querySelector("[role=status]"), { childList: true })"""
    )
    with adding_page.expect_navigation():
        adding_page.click("[name=_continue]")
    assert states == [["Making the sizes…", True, "Making the sizes…"]]
    # Saved by that very button: it was sent along although it is disabled now.
    assert adding_page.url.endswith("/change/")
    adding_page.wait_for_selector('[data-ratio="4:5"] canvas:visible')
    assert not is_red(middle_of(adding_page, "4:5"))
    assert adding_page.input_value("#id_focal_x") in ("1", "1.0")
    # All of the stored picture is drawn, not a corner of it.
    assert is_red(color_at(adding_page, ".focal-picture canvas", 0.45))
    assert not is_red(color_at(adding_page, ".focal-picture canvas", 0.55))
    remove(adding_page)


def test_without_scripts_the_sliders_and_the_crops_are_there(nojs_page):
    page = signed_in(nojs_page)
    page.set_input_files("#id_upload", two_colors())
    page.fill("#id_alt", "A wall in two colors")
    page.focus("#id_focal_x")
    page.keyboard.press("Home")
    page.click("[name=_continue]")
    assert page.locator(".focal-crops img:visible").count() == 2
    source = page.get_attribute('[data-ratio="4:5"] img', "src")
    crop = Image.open(io.BytesIO(page.request.get(source).body()))
    assert is_red(crop.getpixel((crop.width // 2, crop.height // 2)))
    remove(page)


def test_the_wall_says_what_is_odd_about_a_file_before_it_is_sent(page):
    signed_in(page)
    page.goto(LIBRARY)
    page.click(".bring > summary")
    said = page.locator("#bring_said")
    page.set_input_files("#bring_upload", two_colors())
    said.filter(has_text="600 × 400").wait_for()
    phone_photo = {"name": "IMG_1.HEIC", "mimeType": "", "buffer": b"\0\0\0\x18ftypheic"}
    page.set_input_files("#bring_upload", phone_photo)
    said.filter(has_text="HEIC").wait_for()
    page.set_input_files("#bring_upload", two_colors(1600, 900))
    said.filter(has_text="HEIC").wait_for(state="hidden")
    assert said.text_content() == ""


def test_a_file_dropped_on_the_wall_waits_for_its_words(page):
    signed_in(page)
    page.goto(LIBRARY)
    page.evaluate(
        """() => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(["no picture"], "fog.jpg", { type: "image/jpeg" }));
            document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }"""
    )
    assert page.evaluate("document.getElementById('bring_upload').files[0].name") == "fog.jpg"
    assert page.evaluate("document.activeElement.id") == "bring_alt"


def remove(page):
    page.click(".deletelink")
    page.click("#content [type=submit]")
    page.wait_for_selector(".picture-grid, .paginator")


def test_the_library_fits_a_phone(phone_page):
    signed_in(phone_page)
    for address in (LIBRARY, f"{LIBRARY}add/"):
        phone_page.goto(address)
        assert phone_page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_library(open_page, scheme):
    from axe_playwright_python.sync_playwright import Axe

    # Axe sets style attributes while it looks; the tests above hold the policy.
    page = signed_in(open_page(color_scheme=scheme, bypass_csp=True))
    for address in (f"{LIBRARY}add/", LIBRARY):
        page.goto(address)
        found = Axe().run(page, context="#content")
        assert not found.response["violations"], found.generate_report()
    page.click(".picture-grid a >> nth=0")
    page.wait_for_selector(".focal-picture canvas:visible")
    found = Axe().run(page, context="#content")
    assert not found.response["violations"], found.generate_report()
