"""A picture that is taken and will not do what was hoped says so at once."""

import io

import pytest
from PIL import Image as Pillow

from pictures.remarks import moves, remarks_on


def made(kind, pictures, mode="RGB", size=(40, 30), **options):
    frames = [Pillow.new(mode, size, color=n * 40) for n in range(pictures)]
    file = io.BytesIO()
    more = {"save_all": True, "append_images": frames[1:]} if pictures > 1 else {}
    frames[0].save(file, kind, **more, **options)
    return file.getvalue()


STILL = [made(kind, 1) for kind in ("GIF", "PNG", "WEBP", "JPEG", "AVIF")]


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("pictures", [2, 5])
def test_what_moves_is_seen(kind, pictures):
    assert moves(made(kind, pictures))


@pytest.mark.parametrize("data", STILL)
def test_what_stands_still_is_left_alone(data):
    assert not moves(data)


def test_words_in_a_gif_are_no_second_picture():
    assert not moves(made("GIF", 1, mode="L", comment=b"," * 700))


@pytest.mark.parametrize("data", [*STILL, made("GIF", 3), made("PNG", 3), made("WEBP", 3)])
def test_what_is_cut_short_breaks_nothing(data):
    for end in range(0, len(data), max(1, len(data) // 60)):
        assert moves(data[:end]) in (True, False)


@pytest.mark.parametrize(
    ("size", "is_small"),
    [
        ((1, 1), True),
        ((10, 10), True),
        ((3200, 2), True),
        ((2, 3200), True),
        ((639, 639), True),
        ((640, 200), False),
        ((480, 640), False),
        ((3000, 2000), False),
    ],
)
def test_a_small_picture_is_told_from_one_that_will_do(size, is_small):
    assert [f"{size[0]} × {size[1]}" in said for said in remarks_on(b"", *size)] == (
        [True] if is_small else []
    )
