"""Words in the site's typeface, painted by Pillow: how large they fit, and whether it has their letters."""

import re
from unicodedata import category

from PIL import ImageFont

from pictures.apart import ROOT

FONT = ROOT / "static" / "fonts" / "brygada-1918.woff2"
# From line to line, as a multiple of the size.
LEADING = 1.12


def fitting(
    words: str, room: int, height: int, sizes: range, most: int
) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """Its lines as large as they fit; of what does not fit at all, the beginning."""
    for size in sizes:
        typeface = font(size, 560)
        lines = wrapped(words, typeface, room)
        if len(lines) <= most and len(lines) * size * LEADING <= height:
            return lines, typeface
    shown = max(1, min(most, int(height / (size * LEADING))))
    last = lines[shown - 1]
    while last and typeface.getlength(f"{last}…") > room:
        last = last[:-1].rstrip()
    return [*lines[: shown - 1], f"{last}…"], typeface


def wrapped(text: str, typeface: ImageFont.FreeTypeFont, room: int) -> list[str]:
    lines = [""]
    # After a hyphen a word may go on below.
    for space, word in re.findall(r"(\s*)([^\s-]+-*|-+)", text):
        longer = f"{lines[-1]}{space and ' '}{word}".strip()
        if typeface.getlength(longer) <= room:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        # A word wider than the card goes on below.
        for letter in word:
            if lines[-1] and typeface.getlength(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines


def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    typeface = ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
    typeface.set_variation_by_axes([weight])
    return typeface


def without_signs(typeface: ImageFont.FreeTypeFont, text: str) -> str:
    """Without the little pictures that people set beside words, as far as the typeface lacks them: what is said is
    said without them."""
    kept = "".join(
        letter
        for letter in text
        if not is_sign(letter) or has_letters_for(typeface, letter.strip() or "x")
    )
    return " ".join(kept.split())


def is_sign(letter: str) -> bool:
    """A symbol, or what makes another one of the symbol before it."""
    return category(letter) in ("So", "Sk", "Cf") or letter in ("\ufe0e", "\ufe0f")


def has_letters_for(typeface: ImageFont.FreeTypeFont, text: str) -> bool:
    """A letter that the typeface lacks looks like one that no typeface has."""
    lacking = shape_of(typeface, "\uffff")
    return all(shape_of(typeface, letter) != lacking for letter in {*text} if not letter.isspace())


def shape_of(typeface: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = typeface.getmask(letter)
    return mask.size, bytes(mask)
