"""What a style takes out of sight, by how it does so: not shown at all, no place, no extent."""

import re

# What a style says, by property and in small letters.
Style = dict[str, str]

NUMBER = re.compile(r"([+-]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9}))([a-z%]*)")
# Roughly, in pixels. Of a share nobody knows how much it is, so it is taken for little.
UNITS = {
    "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "q": 0.95, "rem": 16, "em": 16,
    "ex": 8, "ch": 8, "vw": 10, "vh": 10, "vmin": 10, "vmax": 10,
}  # fmt: skip
# No margin and no indent that is meant to be seen is as long; a text far down a page may be.
FAR, VERY_FAR = 900, 5000
FAINT = 0.05
TINY = 2  # in pixels: no letters that small can be read
SIZES = {
    "xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32,
    "initial": 16,
}  # fmt: skip
MARGINS = ("margin", "margin-left", "margin-top", "margin-right", "margin-inline-start")
OFFSETS = ("left", "top", "right", "bottom", "inset", "inset-inline-start")
EXTENTS = ("height", "width", "max-height", "max-width", "block-size", "inline-size")
CUT_OFF = ("overflow", "overflow-x", "overflow-y")
LOOKED_AT = {
    *MARGINS, *OFFSETS, *EXTENTS, *CUT_OFF, "display", "visibility", "mso-hide", "opacity", "filter",
    "content-visibility", "position", "clip", "clip-path", "-webkit-clip-path", "text-indent", "transform",
    "scale", "translate", "font", "font-size", "color", "background", "background-color",
    "background-image", "background-clip", "-webkit-background-clip", "-webkit-text-fill-color",
    "text-shadow", "-webkit-text-stroke", "text-overflow", "white-space", "min-height", "min-width",
}  # fmt: skip


def lengths(value: str) -> list[float]:
    """The numbers in a value, in pixels."""
    return [float(m[1]) * UNITS.get(m[2], 1) for m in NUMBER.finditer(value)]


def is_gone(style: Style) -> bool:
    """Whether it is shown to nobody."""
    if style.get("display") == "none" or style.get("mso-hide") in ("all", "screen"):
        return True
    opacity = re.search(r"opacity\(([^()]*)\)", style.get("filter", ""))
    shown = [style.get("opacity", ""), opacity[1] if opacity else ""]
    return style.get("content-visibility") == "hidden" or any(map(is_faint, shown))


def is_faint(value: str) -> bool:
    match = NUMBER.match(value.strip())
    return match is not None and float(match[1]) / (100 if match[2] == "%" else 1) < FAINT


def is_out_of_sight(style: Style) -> bool:
    """Whether nothing of it is to be seen, although it is there to be read aloud."""
    return not style.keys().isdisjoint(LOOKED_AT) and (
        is_far_away(style) or is_without_extent(style) or is_clipped(style) or is_shrunk(style)
    )


def is_far_away(style: Style) -> bool:
    names = ["text-indent", *MARGINS]
    if style.get("position") in ("absolute", "fixed", "relative", "sticky"):
        names += OFFSETS
        if any(number >= VERY_FAR for number in lengths(style.get("left", ""))):
            return True
    return any(number <= -FAR for name in names for number in lengths(style.get(name, "")))


def is_without_extent(style: Style) -> bool:
    extents = [name for name in EXTENTS if not has_least(style, name)]
    if "max-height" in extents and has_none(style, "max-height"):
        return True
    if not any(style.get(name, "").startswith(("hidden", "clip")) for name in CUT_OFF):
        return False
    is_pushed_out = style.get("text-indent") == "100%" and style.get("white-space") == "nowrap"
    return is_pushed_out or any(has_none(style, name, 1) for name in extents)


def has_least(style: Style, name: str) -> bool:
    """Whether it has an extent all the same. A cell that ends in dots takes what its column gives."""
    if "width" in name and "text-overflow" in style:
        return True
    least = style.get(f"min-{name.removeprefix('max-')}")
    return least is not None and not has_none(style, f"min-{name.removeprefix('max-')}", 1)


def has_none(style: Style, name: str, most: int = 0) -> bool:
    match = NUMBER.fullmatch(style.get(name, ""))
    return match is not None and 0 <= float(match[1]) <= (0 if match[2] == "%" else most)


def is_clipped(style: Style) -> bool:
    if (clip := style.get("clip", "")).startswith("rect("):
        edges = lengths(clip)
        if len(edges) == 4 and (edges[2] - edges[0] <= 1 or edges[1] - edges[3] <= 1):
            return True
    path = style.get("clip-path") or style.get("-webkit-clip-path") or ""
    numbers = [float(m[1]) for m in NUMBER.finditer(path)]
    if path.startswith(("circle(", "ellipse(")):
        return numbers[:1] == [0]
    if path.startswith("polygon("):
        return len(set(numbers[::2])) == 1 or len(set(numbers[1::2])) == 1
    if path.startswith("inset(") and "%" in path and numbers:
        top, right, bottom, left = (
            (numbers * 4)[:4] if len(numbers) < 3 else (numbers + numbers[1:])[:4]
        )
        return top + bottom >= 100 or left + right >= 100
    return False


def is_shrunk(style: Style) -> bool:
    transform = f"{style.get('transform', '')} scale({style.get('scale', '1')})"
    for name, values in re.findall(r"\b(scale|translate)[xyz3d]{0,2}\(([^()]*)\)", transform):
        numbers = lengths(values)
        if name == "scale" and any(abs(number) < FAINT for number in numbers[:2]):
            return True
        if name == "translate" and any(number <= -FAR for number in numbers):
            return True
    return any(number <= -FAR for number in lengths(style.get("translate", "")))


def size_of(style: Style, before: float) -> float:
    """The size of words inside an element, in pixels; ``before`` is its parent's."""
    value = style.get("font-size")
    if value is None:
        match = re.search(r"(?:^|\s)([\d.]{1,9}[a-z%]*)(?:\s*/|\s)", style.get("font", ""))
        value = match[1] if match else ""
    match = NUMBER.fullmatch(value)
    if not match:
        return SIZES.get(value, before)
    number, unit = float(match[1]), match[2]
    if unit in ("em", "ex", "ch", "%"):
        return number * before * {"em": 1, "%": 0.01}.get(unit, 0.5)
    return number * UNITS.get(unit, 1)
