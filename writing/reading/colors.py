"""Colors as style sheets write them: names, hexadecimal, numbers."""

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
OF_PROGRAM = {"initial", "revert", "auto", "windowtext", "canvastext", "none"}


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
