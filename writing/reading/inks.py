"""Colors as far as it matters whether words can be told from what they stand on."""

import re

from writing.reading.colors import Color, Ink, color_of

OF_PARENT = {"inherit", "currentcolor", "unset"}
# Channels so near to those of the ground that nobody reads it, and a share of ink that nobody sees.
NEAR, FAINT = 20, 0.05
PALE = 150
OF_GROUND = re.compile(
    r"none|(?:no-)?repeat(?:-[xy])?|space|round|center|left|right|top|bottom|scroll|fixed|local|cover|"
    r"contain|auto|(?:border|padding|content)-box|text|inherit|currentcolor|unset|initial|revert|-?[\d.]+[a-z]*"
)
PICTURE = re.compile(r"url\(|gradient\(|image\(|image-set\(")


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
