"""What a picture goes through: read with care, stripped bare, re-encoded, cut to size.

Pillow only: bytes in, bytes out, in a process of its own (``python -m pictures.pixels``, started by
``renditions``), so nothing of Django is in here.
"""

import io
import struct
import warnings
from collections.abc import Sequence
from typing import Any, NamedTuple, NotRequired, TypedDict

from PIL import Image, ImageCms, ImageOps

from pictures.apart import Refused, serve
from pictures.sizes import (
    ENCODERS,
    FORMATS,
    MASTER_ENCODERS,
    MASTER_SIDE,
    MEGAPIXELS,
    RATIOS,
    WIDTHS,
)

# What Pillow's readers raise on broken files, seen or documented.
BROKEN: tuple[type[Exception], ...] = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    OverflowError,
)
BROKEN += (struct.error, RuntimeError)


Box = tuple[int, int, int, int]
Ladder = tuple[int, int, int, int]


class Encoded(NamedTuple):
    data: bytes
    kind: str
    width: int
    height: int


class Question(TypedDict):
    step: str
    focus: NotRequired[list[float]]
    ratios: NotRequired[list[str]]


def answer(question: Question, data: bytes) -> tuple[dict[str, object], bytes]:
    if question["step"] == "master":
        made = {"master": [master_of(data)]}
    else:
        made = crops_of(data, question["focus"], question["ratios"])
    files = [file for several in made.values() for file in several]
    names = {name: [describe(file) for file in several] for name, several in made.items()}
    return {"made": names}, b"".join(file.data for file in files)


def describe(file: Encoded) -> list[int | str]:
    return [len(file.data), file.kind, file.width, file.height]


def master_of(data: bytes) -> Encoded:
    image = bare(open_safely(data))
    kind = "png" if image.mode == "RGBA" else "jpg"
    return encode(image, kind, MASTER_ENCODERS[kind])


def crops_of(
    master: bytes, focus: Sequence[float], ratios: Sequence[str]
) -> dict[str, list[Encoded]]:
    with Image.open(io.BytesIO(master), formats=FORMATS) as image:
        crops, made = {}, {}
        for ratio in ratios:
            cutting = crop_box(image.size, RATIOS[ratio], focus), WIDTHS[ratio]
            if cutting not in made:
                made[cutting] = cut(image, *cutting)
            crops[ratio] = made[cutting]
        return crops


def cut(image: Image.Image, box: Box, ladder: Ladder) -> list[Encoded]:
    kinds = ["avif", "webp", "png" if image.mode == "RGBA" else "jpg"]
    width, height = box[2] - box[0], box[3] - box[1]
    encoded = []
    for step in steps(width, ladder):
        size = (step, max(1, round(height * step / width)))
        small = image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
        encoded += [encode(small, kind, ENCODERS[kind]) for kind in kinds]
    return encoded


def steps(width: int, ladder: Ladder) -> list[int]:
    """Up to four widths, none above the source, none so close to the widest that it saves nothing."""
    widest = min(width, ladder[-1])
    return [step for step in ladder if step < 0.9 * widest] + [widest]


def crop_box(size: tuple[int, int], ratio: tuple[int, int] | None, focus: Sequence[float]) -> Box:
    """The largest box of this ratio with the focus as near to its middle as the edges allow."""
    width, height = size
    if ratio is None:
        return (0, 0, width, height)
    across, down = ratio
    box_width = max(1, min(width, round(height * across / down)))
    box_height = max(1, min(height, round(width * down / across)))
    left = min(max(round(focus[0] * width - box_width / 2), 0), width - box_width)
    top = min(max(round(focus[1] * height - box_height / 2), 0), height - box_height)
    return (left, top, left + box_width, top + box_height)


def open_safely(data: bytes) -> Image.Image:
    """The opened and decoded image. Pixels are counted before anything is decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("too_many_pixels") from error
    except BROKEN as error:
        raise Refused(what_it_is_instead(data)) from error
    if image.width * image.height > MEGAPIXELS[str(image.format)] * 1_000_000:
        raise Refused(f"too_many_pixels:{image.format}")
    try:
        # Reads a large JPEG at half or a quarter of its size, which saves most of the memory.
        scale = max(1, max(image.size) / MASTER_SIDE)
        image.draft(image.mode, (int(image.width / scale), int(image.height / scale)))
        image.load()
    except BROKEN as error:
        raise Refused("damaged") from error
    return image


def what_it_is_instead(data: bytes) -> str:
    if data[4:8] == b"ftyp" and data[8:12] in {
        b"heic",
        b"heix",
        b"hevc",
        b"heim",
        b"heis",
        b"mif1",
    }:
        return "heic"
    if b"<svg" in data[:1000].lower():
        return "svg"
    # It begins like a picture we take, so it is one that was cut short.
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8")):
        return "damaged"
    return "unknown"


def bare(image: Image.Image) -> Image.Image:
    """Upright, sRGB, RGB or RGBA, small enough, and nothing left of what the camera wrote."""
    profile = image.info.get("icc_profile")
    image = plain_mode(image)
    # Smaller first: every later step makes a copy.
    image.thumbnail((MASTER_SIDE, MASTER_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    try:
        image = ImageOps.exif_transpose(image)
    except BROKEN as error:
        raise Refused("damaged") from error
    image = in_srgb(image, profile)
    if image.mode == "RGBA" and image.getextrema()[3][0] == 255:  # type: ignore[misc]
        image = image.convert("RGB")
    image.info = {}
    return image


def plain_mode(image: Image.Image) -> Image.Image:
    """One of L, CMYK, RGB, RGBA: what can be scaled, and what color profiles speak about."""
    if image.mode.startswith("I"):
        # Sixteen bits of gray: convert() alone would clip nearly everything to white.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode != "RGBA" and image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"L", "CMYK", "RGB", "RGBA"} else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, SRGB, outputMode=mode)  # type: ignore[return-value]
        except (ImageCms.PyCMSError, *BROKEN):  # type: ignore[misc]
            pass  # a profile nobody can read: browsers would ignore it as well
    return image.convert(mode)


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def encode(image: Image.Image, kind: str, options: dict[str, Any]) -> Encoded:
    target = io.BytesIO()
    image.save(target, **options)
    return Encoded(target.getvalue(), kind, image.width, image.height)


if __name__ == "__main__":
    serve(answer)
