"""The practice's mark as a small picture, for a browser's tab and a phone's home screen.

Pillow only, in a process of its own (``python -m pictures.icon_drawing``, asked by ``pages.icons``).
"""

import io
from typing import TypedDict

from PIL import Image

from pictures.apart import ROOT, serve
from pictures.outlines import draw_shapes
from pictures.pixels import bare, open_safely

MARK, MARK_SIDE = ROOT / "static" / "img" / "favicon.svg", 64
PAPER = "#fbf8f1"
# Phones round the corners off.
ROOM = 0.86


class Question(TypedDict):
    side: int
    format: str
    accent: str


def answer(question: Question, logo: bytes) -> tuple[dict[str, object], bytes]:
    side = question["side"]
    image = Image.new("RGB", (side, side), PAPER)
    inner = round(side * ROOM)
    if logo:
        drawn = bare(open_safely(logo)).convert("RGBA")
        drawn.thumbnail((inner, inner), Image.Resampling.LANCZOS)
        image.paste(drawn, ((side - drawn.width) // 2, (side - drawn.height) // 2), drawn)
    else:
        edge = (side - inner) / 2
        draw_shapes(image, MARK, (edge, edge), inner / MARK_SIDE, question["accent"])
    out = io.BytesIO()
    image.save(out, question["format"])
    return {}, out.getvalue()


if __name__ == "__main__":
    serve(answer)
