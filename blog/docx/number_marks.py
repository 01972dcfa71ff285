"""A number on its way through the converter, as a bookmark at the beginning of its paragraph."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from blog.docx.xml import W, child

BOOKMARK = "_number_"
MARKED_ITEM = re.compile(rf'<li>((?:<(?:p|strong|em)>)*)<a id="{BOOKMARK}(\d+)"></a>')
MARK = re.compile(rf'<a id="{BOOKMARK}\d+"></a>')


def first_place(paragraph: Element) -> int:
    return 1 if child(paragraph, "pPr") is not None else 0


def put_bookmark(paragraph: Element, number: int) -> None:
    w = next(w for w in W if paragraph.tag.startswith(w))
    mark = ElementTree.Element(f"{w}bookmarkStart", {f"{w}name": f"{BOOKMARK}{number}"})
    paragraph.insert(first_place(paragraph), mark)


def put_words(paragraph: Element, words: str) -> None:
    w = next(w for w in W if paragraph.tag.startswith(w))
    run = ElementTree.Element(f"{w}r")
    ElementTree.SubElement(run, f"{w}t").text = words
    paragraph.insert(first_place(paragraph), run)


def without_number(paragraph: Element) -> None:
    properties = child(paragraph, "pPr")
    number = child(properties, "numPr")
    if properties is not None and number is not None:
        properties.remove(number)


def with_numbers(html: str) -> str:
    """What the converter made of it, with the number of each item."""
    return MARK.sub("", MARKED_ITEM.sub(r'<li value="\2">\1', html))
