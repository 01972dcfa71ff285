"""Nodes of WordprocessingML (ISO/IEC 29500-1, 17), transitional or strict: names without a prefix are of it."""

from typing import TypeVar
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)


Default = TypeVar("Default", bound=str | None)


def local(node: Element) -> str:
    """The name of a node of WordprocessingML, or nothing."""
    tag = node.tag if isinstance(node.tag, str) else ""
    return next((tag[len(w) :] for w in W if tag.startswith(w)), "")


def get(node: Element | None, name: str, default: Default = None) -> str | Default:  # type: ignore[assignment]
    """An attribute; the default also of a node that is not there."""
    values = (node.get(f"{w}{name}") for w in W) if node is not None else ()
    return next((value for value in values if value is not None), default)


def child(node: Element | None, *path: str) -> Element | None:
    """What these names lead to, or None; also from a node that is not there."""
    for name in path:
        inside = node if node is not None else ()
        node = next((inner for inner in inside if local(inner) == name), None)
    return node


def every(tree: Element | None, name: str) -> list[Element]:
    return [node for node in tree.iter() if local(node) == name] if tree is not None else []


def has_words(node: Element) -> bool:
    return any((text.text or "").strip() for text in node.iter() if local(text) in ("t", "delText"))


def words_in(tree: Element) -> list[str]:
    """The text of each run, but for what is taken out and for the first of two ways to draw the same."""
    found, waiting = [], [tree]
    while waiting:
        node = waiting.pop()
        if local(node) == "t":
            found.append(node.text or "")
        elif local(node) != "moveFrom" and not str(node.tag).endswith("}Choice"):
            waiting += reversed(node)
    return found


def is_on(node: Element | None) -> bool:
    """A property that is there is on, unless it says otherwise (17.3.2.22)."""
    return node is not None and get(node, "val", "1").lower() not in ("0", "false", "off", "none")


def set_property(run: Element, name: str, value: str) -> None:
    w = next(w for w in W if run.tag.startswith(w))
    properties = child(run, "rPr")
    if properties is None:
        properties = ElementTree.Element(f"{w}rPr")
        run.insert(0, properties)
    node = child(properties, name)
    if node is None:
        node = ElementTree.SubElement(properties, f"{w}{name}")
    node.set(f"{w}val", value)
