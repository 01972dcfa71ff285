"""The picture that stands beside an address somebody shares: drawn like the site, in daylight.

Pillow only, in a process of its own (``python -m pictures.share_drawing``, asked by ``pages.share_images``). A word with
a letter that the typeface lacks is not drawn at all: a box in its place tells nobody anything.
"""

import io
from typing import TypedDict
from unicodedata import normalize

from PIL import Image, ImageDraw

from pictures.apart import ROOT, serve
from pictures.lettering import LEADING, fitting, font, has_letters_for, without_signs
from pictures.outlines import draw_shapes
from pictures.pixels import bare, crop_box, open_safely
from pictures.sizes import SHARED

WIDTH, HEIGHT = SHARED
MARK = ROOT / "static" / "img" / "favicon.svg"
DAYLIGHT = ROOT / "static" / "img" / "daylight.svg"
# Of tokens.css, as in its light theme.
PAPER, INK, SOFT = "#fbf8f1", "#1b201d", "#525951"
# Half of its daylight, since words stand in it.
DAY = "#f9f2da"
MARK_SIDE = 64
EDGE = 68
PICTURE_WIDTH, ALONE = 470, 780
# Below the words, for the name of the practice.
FOOT = EDGE + 92
# From the largest on: what is said in few words is said large.
SIZES_OF_WORDS = range(88, 43, -4)
MOST_LINES = 6
SIZES_ABOVE = range(30, 19, -2)
LINES_ABOVE = 4


class Question(TypedDict):
    above: str
    words: str
    practice: str
    accent: str
    focus: list[float]
    # How many bytes are the picture; what follows is the logo.
    picture: int


def answer(question: Question, data: bytes) -> tuple[dict[str, object], bytes]:
    picture, logo = data[: question["picture"]], data[question["picture"] :]
    above, words = (in_our_letters(question[name]) for name in ("above", "words"))
    image = Image.new("RGB", SHARED, PAPER)
    draw_shapes(image, DAYLIGHT, (-150, -190), 1.45, DAY)
    room = WIDTH - 2 * EDGE
    if picture:
        # Where no words stand beside it, it has their room.
        width = PICTURE_WIDTH if words and has_letters_for(font(30, 500), above + words) else ALONE
        image.paste(cropped(picture, question["focus"], width), (WIDTH - width, 0))
        room -= PICTURE_WIDTH - EDGE // 3
    else:
        draw_shapes(image, MARK, (WIDTH - 420, 130), 560 / MARK_SIDE, question["accent"])
        room -= 340
    draw_words(image, above, words, room)
    draw_name(image, question, logo)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=86, optimize=True, progressive=True)
    return {}, out.getvalue()


def in_our_letters(text: str) -> str:
    return without_signs(font(30, 500), normalize("NFC", text))


def cropped(picture: bytes, focus: list[float], width: int) -> Image.Image:
    image = bare(open_safely(picture))
    if image.mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", image.size, PAPER), image)
    box = crop_box(image.size, (width, HEIGHT), focus)
    return image.convert("RGB").resize(
        (width, HEIGHT), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0
    )


def draw_words(image: Image.Image, above: str, words: str, room: int) -> None:
    """All of it or nothing: a name without the line that belongs to it would say too much."""
    if not words or not has_letters_for(font(30, 500), above + words):
        return
    draw, top = ImageDraw.Draw(image), EDGE
    if above:
        lines, small = fitting(above, room, LINES_ABOVE * 40, SIZES_ABOVE, LINES_ABOVE)
        if "".join("".join(lines).split()) != "".join(above.split()):
            return
        for line in lines:
            draw.text((EDGE, top), line, SOFT, small)
            top += round(small.size * 1.3)
        top += 14
    lines, large = fitting(words, room, HEIGHT - top - FOOT, SIZES_OF_WORDS, MOST_LINES)
    height = round(large.size * LEADING)
    for number, line in enumerate(lines):
        draw.text((EDGE - 3, top + number * height), line, INK, large)


def draw_name(image: Image.Image, question: Question, logo: bytes) -> None:
    left, middle = EDGE, HEIGHT - EDGE - 6
    if logo:
        drawn = bare(open_safely(logo)).convert("RGBA")
        drawn.thumbnail((200, MARK_SIDE), Image.Resampling.LANCZOS)
        image.paste(drawn, (left, middle - drawn.height // 2), drawn)
        left += drawn.width + 18
    else:
        draw_shapes(image, MARK, (left - 4, middle - 30), 60 / MARK_SIDE, question["accent"])
        left += 72
    room = WIDTH - PICTURE_WIDTH - left - EDGE // 2
    if has_letters_for(font(32, 560), question["practice"]):
        lines, typeface = fitting(question["practice"], room, MARK_SIDE, range(32, 23, -2), 1)
        ImageDraw.Draw(image).text(
            (left, middle), lines[0], question["accent"], typeface, anchor="lm"
        )


if __name__ == "__main__":
    serve(answer)
