"""What nobody can read in a Word document: hidden words, and those without a size or a color of their own."""

from xml.etree.ElementTree import Element

from blog.docx.styles import Styles
from blog.docx.xml import child, every, get, is_on, local
from writing.reading.colors import PAPER, Ink, color_of
from writing.reading.inks import is_lost

# Half points, as Word counts: below this nobody can read it.
TINY = 3
# Tables whose style has no colors.
PLAIN_TABLES = (None, "TableNormal", "TableGrid")


def is_out_of_sight(
    run: Element, of_paragraph: Element | None, styles: Styles, ground: Ink
) -> bool:
    """``ground``: the color that its paragraph stands on; None where that may be any."""
    if is_on(styles.says("vanish", run, of_paragraph)):
        return True
    size = get(styles.says("sz", run, of_paragraph), "val", "")
    if size.isdecimal() and int(size[:9]) < TINY:
        return True
    ink = get(styles.says("color", run, of_paragraph), "val", "auto").lower()
    if ink == "auto":
        return False
    marked = get(styles.says("highlight", run, of_paragraph), "val", "none").lower()
    shading = styles.says("shd", run, of_paragraph)
    ground = shaded(shading, ground) if marked == "none" else color_of(marked)
    return is_lost(color_of(f"#{ink}"), ground)


def grounds(tree: Element, styles: Styles) -> dict[int, Ink]:
    """``{id of a paragraph: the color it stands on}``."""
    is_colored = any(get(node, "color", "auto") != "auto" for node in every(tree, "background"))
    found: dict[int, Ink] = {}
    waiting: list[tuple[Element, Ink]] = [(tree, None if is_colored else PAPER)]
    while waiting:
        node, ground = waiting.pop()
        match local(node):
            case "p":
                ground = found[id(node)] = shaded(styles.shading(child(node, "pPr")), ground)
            case "tbl":
                is_plain = get(child(node, "tblPr", "tblStyle"), "val") in PLAIN_TABLES
                ground = shaded(child(node, "tblPr", "shd"), ground if is_plain else None)
            case "tc":
                ground = shaded(child(node, "tcPr", "shd"), ground)
            case "txbxContent":
                ground = None
        waiting += [(inner, ground) for inner in node]
    return found


def shaded(node: Element | None, ground: Ink) -> Ink:
    """The color of a shading; what is below where it has none."""
    fill, pattern = get(node, "fill", "auto").lower(), get(node, "val", "clear")
    if node is None or pattern == "nil" or (pattern == "clear" and fill == "auto"):
        return ground
    return color_of(f"#{fill}") if pattern == "clear" else None
