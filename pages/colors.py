"""A practice's accent: one tone of the chosen color for the light theme and one for the dark,
so that everything drawn in it can be read.

Contrast is WCAG 2.2's (relative luminance of sRGB, success criteria 1.4.3 and 1.4.11). Tones are
sought in OKLCH, Björn Ottosson's "A perceptual color space for image processing" (2020): lightness
moves, hue stays, and chroma gives way only where the screen cannot show it.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeGuard

Three = tuple[float, float, float]

ENOUGH = 4.5
# A tone that loses more of its chroma than this is another color: a dark yellow is brown.
KEPT_LIGHT, KEPT_DARK = 0.55, 0.25
DARK_LIGHTNESS = 0.82
WASH = 0.09

# What the accent stands on, and what stands on it: the colors of static/css/tokens.css by theme.
LIGHT = {
    "paper": "#fbf8f1",
    "surface": "#fffdf8",
    "wash": "#f3eee1",
    "day": "#f8ebc0",
    "glow": "#f8ebc0",
}
DARK = {
    "paper": "#141a17",
    "surface": "#1c2420",
    "wash": "#1a211d",
    "lamp": "#54431f",
    "glow": "#3a311c",
}
# In the light theme the front door has the accent's color, and words on it.
ON_LIGHT = {
    "on-accent": "#fdfaf3",
    "door-ink": "#f6efdd",
    "door-soft": "#cfd6c6",
    "door-light": "#f5e0a3",
}
ON_DARK = {"on-accent": "#10201a"}
# What is written on the wash that is made of the accent. (The strong accent needs no check: it is
# the accent with black or white in it, so it only stands out more.)
INK_LIGHT = {"ink": "#1b201d", "ink-soft": "#474e47", "honey": "#6b4608"}
INK_DARK = {"ink": "#ece6d8", "ink-soft": "#b3b7a8", "honey": "#e8c47c"}


@dataclass(frozen=True)
class Tones:
    light: str
    dark: str


class NoTone(ValueError):
    """No tone of this hue can be read; ``nearest`` is the nearest color that has one."""

    def __init__(self, nearest: str) -> None:
        super().__init__(nearest)
        self.nearest = nearest


def tones(accent: str) -> Tones:
    """``Tones`` of ``#rrggbb`` for the two themes, or ``NoTone``."""
    found = tones_or_none(accent)
    if found is None:
        raise NoTone(nearest(accent))
    return found


def tones_or_none(accent: str) -> Tones | None:
    lightness, chroma, hue = oklch(accent)
    light: str | None = accent.lower()
    if not reads_on_light(accent.lower()):
        light = next_tone(lightness, chroma, hue, -0.005, reads_on_light)
    dark: str | None = accent.lower()
    if not reads_on_dark(accent.lower()):
        dark = next_tone(max(lightness, DARK_LIGHTNESS), chroma, hue, 0.005, reads_on_dark)
    if keeps(light, chroma, KEPT_LIGHT) and keeps(dark, chroma, KEPT_DARK):
        return Tones(light, dark)
    return None


def keeps(tone: str | None, chroma: float, share: float) -> TypeGuard[str]:
    return tone is not None and oklch(tone)[1] >= chroma * share - 0.005


def nearest(accent: str) -> str:
    """The most colorful color of the same lightness and hue that has both tones."""
    lightness, chroma, hue = oklch(accent)
    for step in range(39, 0, -1):
        paler = hex_of(lightness, chroma * step / 40, hue)
        if tones_or_none(paler):
            return paler
    return hex_of(lightness, 0, hue)


def next_tone(
    lightness: float, chroma: float, hue: float, step: float, is_readable: Callable[[str], bool]
) -> str | None:
    for count in range(200):
        tone = hex_of(min(1, max(0, lightness + step * count)), chroma, hue)
        if is_readable(tone):
            return tone
    return None


def reads_on_light(accent: str) -> bool:
    return reads(accent, LIGHT, ON_LIGHT, INK_LIGHT)


def reads_on_dark(accent: str) -> bool:
    return reads(accent, DARK, ON_DARK, INK_DARK)


def reads(
    accent: str, grounds: dict[str, str], written_on_it: dict[str, str], inks: dict[str, str]
) -> bool:
    wash = mix(accent, grounds["paper"], WASH)
    return (
        all(contrast(accent, ground) >= ENOUGH for ground in [*grounds.values(), wash])
        and all(contrast(color, accent) >= ENOUGH for color in written_on_it.values())
        and all(contrast(ink, wash) >= ENOUGH for ink in inks.values())
    )


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """From 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    red, green, blue = linear_rgb(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(color: str, ground: str, share: float) -> str:
    """CSS ``color-mix(in oklab, color share, ground)``."""
    pairs = zip(oklab(color), oklab(ground), strict=True)
    return hex_from_oklab(*(share * a + (1 - share) * b for a, b in pairs))


def linear_rgb(color: str) -> list[float]:
    channels = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def oklab(color: str) -> Three:
    r, g, b = linear_rgb(color)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def oklch(color: str) -> Three:
    lightness, a, b = oklab(color)
    return lightness, math.hypot(a, b), math.atan2(b, a)


def rgb_from_oklab(lightness: float, a: float, b: float) -> Three:
    """Linear sRGB, outside 0 to 1 where no screen can show it."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def hex_of(lightness: float, chroma: float, hue: float) -> str:
    """``#rrggbb``, with as much of the chroma as a screen can show."""
    low, high = 0.0, chroma
    if not is_shown(lightness, chroma, hue):
        for _halving in range(16):
            middle = (low + high) / 2
            low, high = (middle, high) if is_shown(lightness, middle, hue) else (low, middle)
        chroma = low
    return hex_from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))


def is_shown(lightness: float, chroma: float, hue: float) -> bool:
    rgb = rgb_from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
    return all(-0.0005 <= channel <= 1.0005 for channel in rgb)


def hex_from_oklab(lightness: float, a: float, b: float) -> str:
    channels = (min(1.0, max(0.0, c)) for c in rgb_from_oklab(lightness, a, b))
    encoded = (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in channels)
    return "#" + "".join(f"{round(255 * c):02x}" for c in encoded)
