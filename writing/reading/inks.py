"""Colors as far as it matters whether words can be told from what they stand on."""

import colorsys
import re
from typing import NamedTuple

NUMBER = re.compile(r"[+-]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9})")
FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
NAMES = {
    "white": "ffffff", "snow": "fffafa", "ivory": "fffff0", "ghostwhite": "f8f8ff", "mintcream": "f5fffa",
    "floralwhite": "fffaf0", "azure": "f0ffff", "whitesmoke": "f5f5f5", "seashell": "fff5ee",
    "honeydew": "f0fff0", "aliceblue": "f0f8ff", "window": "ffffff", "canvas": "ffffff", "black": "000000",
}  # fmt: skip
OF_PARENT = {"inherit", "currentcolor", "unset"}
OF_PROGRAM = {"initial", "revert", "auto", "windowtext", "canvastext", "none"}
# Channels so near to those of the ground that nobody reads it, and a share of ink that nobody sees.
NEAR, FAINT = 20, 0.05
PALE = 150
OF_GROUND = re.compile(
    r"none|(?:no-)?repeat(?:-[xy])?|space|round|center|left|right|top|bottom|scroll|fixed|local|cover|"
    r"contain|auto|(?:border|padding|content)-box|text|inherit|currentcolor|unset|initial|revert|-?[\d.]+[a-z]*"
)
PICTURE = re.compile(r"url\(|gradient\(|image\(|image-set\(")


class Color(NamedTuple):
    red: float
    green: float
    blue: float
    share: float = 1.0

    def over(self, ground: "Color") -> "Color":
        """As it looks on another color, if one can see through it."""
        pairs = zip(self[:3], ground[:3], strict=True)
        return Color(*(self.share * one + (1 - self.share) * other for one, other in pairs))


PAPER = Color(255, 255, 255)


# A name stands for the color that a program calls so; None: only the program knows.
Ink = Color | str | None


def color_of(value: str) -> Ink:
    """A ``Color``; the word itself where it is another one's name; None where no color is told."""
    value = value.strip()
    if value == "transparent":
        return Color(0, 0, 0, 0)
    digits = f"#{NAMES[value]}" if value in NAMES else value
    if HEX.fullmatch(digits):
        digits = digits[1:] if len(digits) > 5 else "".join(one * 2 for one in digits[1:])
        channels = [int(digits[n : n + 2], 16) for n in range(0, len(digits), 2)]
        return Color(*channels[:3], *(alpha / 255 for alpha in channels[3:]))
    if match := FUNCTION.fullmatch(value):
        return color_of_numbers(match[1], re.split(r"[\s,/]+", match[2].strip()))
    return value if value.isalpha() and value not in OF_PROGRAM else None


def color_of_numbers(kind: str, parts: list[str]) -> Color | None:
    numbers = [(NUMBER.match(part), part.endswith("%")) for part in parts]
    if not 3 <= len(numbers) <= 4 or not all(number for number, _share in numbers):
        return None
    values = [float(number[0]) / (100 if share else 1) for number, share in numbers if number]
    share = values[3] if len(values) == 4 else 1.0
    if kind == "hsl":
        hue, saturation, light = values[0] / 360, *values[1:3]
        red, green, blue = colorsys.hls_to_rgb(hue % 1, light, saturation)
        return Color(255 * red, 255 * green, 255 * blue, share)
    is_share = [share for _number, share in numbers]
    red, green, blue = (
        255 * one if of_all else one for one, of_all in zip(values[:3], is_share, strict=False)
    )
    return Color(red, green, blue, share)


def ink_of(style: dict[str, str], before: Ink) -> Ink:
    """The color of words inside an element; None where only the program knows."""
    value = style.get("-webkit-text-fill-color") or style.get("color")
    if style.get("text-shadow", "none") != "none" or "-webkit-text-stroke" in style:
        return None
    if "text" in (style.get("background-clip"), style.get("-webkit-background-clip")):
        return None
    return before if value is None or value in OF_PARENT else color_of(value)


def ground_of(style: dict[str, str], before: Ink) -> Ink:
    """What words inside an element stand on; None where it may be any color."""
    whole, own = style.get("background", ""), style.get("background-color")
    if PICTURE.search(style.get("background-image", "") + whole):
        return None
    parts = [own] if own is not None else re.findall(r"[\w#-]+(?:\([^()]*\))?", whole)
    colors = [(part, color_of(part)) for part in parts if not OF_GROUND.fullmatch(part)]
    if any(color is None and "(" in part for part, color in colors):
        return None
    found = next((color for _part, color in colors if color is not None), None)
    if not isinstance(found, Color):
        return found or before
    if found.share < FAINT or found.share == 1:
        return found if found.share == 1 else before
    return found.over(before) if isinstance(before, Color) else None


def is_lost(ink: Ink, ground: Ink) -> bool:
    """Whether nobody can read it, as far as one can know."""
    if isinstance(ink, Color) and ink.share < FAINT:
        return True
    if isinstance(ink, Color) and isinstance(ground, Color):
        pairs = zip(ink.over(ground)[:3], ground[:3], strict=True)
        return all(abs(one - other) <= NEAR for one, other in pairs)
    return ink is not None and ink == ground


def is_pale(ink: Ink) -> bool:
    """Whether it is made for a dark ground."""
    return isinstance(ink, Color) and min(ink[:3]) >= PALE
