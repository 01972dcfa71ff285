"""The practice's mark on a browser's tab and a phone's home screen."""

import io

import pytest
from PIL import Image as Pillow

from tests.factories import make_image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
ICONS = {"/apple-touch-icon.png": ("PNG", 180), "/favicon.ico": ("ICO", 48)}


def drawn(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return Pillow.open(io.BytesIO(response.content))


@pytest.mark.parametrize("address", ICONS)
def test_it_is_in_the_practices_color_and_changes_with_it(client, practice, address):
    image = drawn(client, address)
    assert (image.format, image.size) == (ICONS[address][0], (ICONS[address][1],) * 2)
    before = image.convert("RGB").getpixel((image.width // 5, image.height // 2))
    assert before == (0x1F, 0x4B, 0x3A)
    practice.accent = "#7a2e4a"
    practice.save()
    after = drawn(client, address).convert("RGB").getpixel((image.width // 5, image.height // 2))
    assert after[0] > after[1]


def test_a_logo_stands_in_its_place(client, practice):
    practice.logo = make_image(80, 40)
    practice.save()
    image = drawn(client, "/apple-touch-icon.png")
    red, green, blue = image.getpixel((90, 90))
    assert abs(red - 0x7A) < 9 > abs(green - 0x9A)
    assert abs(blue - 0x80) < 9


def test_pages_name_the_icon_of_the_home_screen(client):
    assert '<link rel="apple-touch-icon" href="/apple-touch-icon.png">' in client.get("/").text
