"""From the home page to a person, on a phone without scripts: few pages, little scrolling."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.journeys import Journey
from tests.browser.public_pages import ARTICLE


@pytest.fixture
def phone(open_page):
    return open_page(**PHONE, java_script_enabled=False)


def menu(page, name):
    return page.get_by_role("navigation", name="Main").get_by_role("link", name=name, exact=True)


def in_view(page, target):
    box = target.bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


def test_a_spanish_speaking_trauma_therapist_with_room_who_takes_an_insurer(phone):
    journey = Journey(phone)
    journey.press(menu(phone, "People"))
    journey.press(phone.get_by_text("Filter the list", exact=True))
    journey.choose(
        phone.get_by_label("What would help"),
        "Trauma: after something frightening",
    )
    journey.choose(phone.get_by_label("How you will pay"), "Juniper Basin Health Plan")
    journey.press(phone.get_by_label("Only people accepting new clients"))
    journey.press(phone.get_by_text("More choices", exact=True))
    journey.choose(phone.get_by_label("Language", exact=True), "Spanish")
    journey.press(phone.get_by_role("button", name="Show people"))
    # The answer is in view as the page comes.
    assert in_view(phone, phone.get_by_role("heading", name="1 person fits"))
    card = phone.get_by_role("heading", name=re.compile("Mateo Arrizabal"))
    assert in_view(phone, card)
    journey.press(card.get_by_role("link"))
    journey.sees(phone.locator(".lead").get_by_role("link", name="Ask to meet Mateo Arrizabal"))
    journey.assert_short()


def test_the_price_without_insurance(phone):
    journey = Journey(phone)
    journey.press(menu(phone, "People"))
    journey.sees(phone.get_by_text("out of pocket, with a receipt").first)
    journey.press(phone.locator(".therapist-card h3 a").first)
    journey.sees(phone.locator(".lead dt").filter(has_text=re.compile(r"From \$\d+")))
    journey.assert_short()
    assert journey.screens <= 2


def test_from_the_end_of_an_article_to_the_form_of_its_author(phone):
    journey = Journey(phone, ARTICLE)
    # Whoever read it is at its end.
    phone.locator(".prose > :last-child").scroll_into_view_if_needed()
    journey.press(phone.locator(".cta").get_by_role("link", name=re.compile("^Ask to meet ")))
    expect(phone).to_have_url(re.compile(r"/get-started/\?therapist=[a-z-]+&from=[a-z-]+$"))
    journey.sees(phone.locator("#id_name"))
    journey.assert_short()
    assert journey.loads == 1


def test_where_nobody_fits_one_press_leads_to_whom_is_nearest(phone):
    journey = Journey(phone, "/team/?specialty=trauma&room=1&modality=emdr&format=phone")
    near = phone.locator(".near a").first
    journey.press(near)
    assert in_view(phone, phone.locator("#found h2"))
    assert phone.locator(".therapist-card").count() > 0
    assert journey.loads == 1


@pytest.mark.parametrize("address", ["/team/mateo-arrizabal/", "/team/june-aldecott/"])
def test_the_first_screen_of_a_profile_has_face_name_room_and_the_price(phone, address):
    phone.goto(address)
    for part in (".who img", "h1", ".lead .avail", ".lead .glance dt >> nth=1"):
        assert in_view(phone, phone.locator(part)), part


def test_at_middle_widths_portrait_and_name_stand_side_by_side(open_page):
    page = open_page(viewport={"width": 768, "height": 900})
    page.goto("/team/mateo-arrizabal/")
    face, name = (page.locator(part).bounding_box() for part in (".who", "h1"))
    assert face["x"] + face["width"] <= name["x"]
    assert face["y"] <= name["y"] < face["y"] + face["height"]
    assert page.locator(".who img").get_attribute("fetchpriority") == "high"
