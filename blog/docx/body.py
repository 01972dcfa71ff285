"""One part of a Word document that holds text: what of it is no text comes out here, and is counted.

Comments and deletions the converter leaves out by itself, but does not say so; hidden text it takes for text.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from blog.docx.looks import grounds, is_out_of_sight
from blog.docx.styles import Styles
from blog.docx.xml import child, every, get, has_words, is_on, local, set_property
from writing.reading.colors import Ink
from writing.reading.places import Places

CHANGES = {"ins", "del", "moveFrom", "moveTo"}
# Containers that the converter does not look into, though there are words in them.
UNWRAPPED = {"fldSimple", "dir", "bdo", "ruby"}
# Unknown to the converter, which would let the words on both sides run together.
SAME_AS = {"cr": "br", "ptab": "tab"}
DRAWN = re.compile(r"/(?:chart|diagram|chartex)$")
LINK = re.compile(r"\s*HYPERLINK\b")


class Body:
    """One part with text, cleaned in place."""

    def __init__(self, tree: Element, styles: Styles, counts: Places) -> None:
        self.tree, self.styles, self.counts = tree, styles, counts

    def clean(self) -> None:
        self.count()
        for node in list(self.tree.iter()):
            self.clean_inside(node)
            if local(node) in SAME_AS:
                node.tag = node.tag.replace(f"}}{local(node)}", f"}}{SAME_AS[local(node)]}")
        self.counts.tail = ""
        stands_on = grounds(self.tree, self.styles)
        for paragraph in every(self.tree, "p"):
            self.clean_runs(paragraph, stands_on[id(paragraph)])
        for holder in list(self.tree.iter()):
            join_drop_caps(holder)

    def count(self) -> None:
        for node in self.tree.iter():
            name = local(node)
            self.pass_by(node, name)
            if name in CHANGES and len(node) and has_words(node):
                self.counts["tracked"] += 1
            elif name in ("object", "altChunk") or DRAWN.search(node.get("uri", "")):
                self.counts["embedded"] += 1
            elif isinstance(node.tag, str) and node.tag.endswith("/math}oMath"):
                self.counts["formula"] += 1
            elif (name == "fldSimple" and not LINK.match(get(node, "instr", ""))) or (
                name == "instrText"
                and re.match(r"\s*[A-Z]", node.text or "")
                and not LINK.match(node.text or "")
            ):
                self.counts["field"] += 1

    def pass_by(self, node: Element, name: str) -> None:
        if name == "t":
            self.counts.pass_by(node.text or "")
        elif name == "p":
            self.counts.pass_by(" ")
        elif name == "commentReference":
            self.counts.note("comment")

    def clean_inside(self, parent: Element) -> None:
        """Rows that are hidden or taken out go, containers that nobody reads open."""
        kept = []
        for node in parent:
            row = child(node, "trPr") if local(node) == "tr" else None
            if row is not None and is_on(child(row, "hidden")):
                self.counts["hidden"] += has_words(node)
            elif row is not None and child(row, "del") is not None:
                self.counts["tracked"] += 1
            else:
                kept += opened(node)
        if len(kept) != len(parent) or any(a is not b for a, b in zip(kept, parent, strict=True)):
            parent[:] = kept

    def clean_runs(self, paragraph: Element, ground: Ink) -> None:
        hides, own = False, child(paragraph, "pPr")
        self.counts.pass_by(" ")
        for parent in inside_paragraph(paragraph):
            kept = []
            for node in parent:
                if local(node) == "r" and is_out_of_sight(node, own, self.styles, ground):
                    self.counts["hidden"] += has_words(node) and not hides
                    hides = hides or has_words(node)
                    continue
                kept.append(node)
                if local(node) == "r" and has_words(node):
                    hides = False
                    self.counts.pass_by("".join(text.text or "" for text in every(node, "t")))
                    self.raise_or_strike(node, own)
            if len(kept) != len(parent):
                parent[:] = kept

    def raise_or_strike(self, run: Element, of_paragraph: Element | None) -> None:
        """What a style or another property says, where the converter looks for it."""
        value = get(self.styles.says("vertAlign", run, of_paragraph), "val", "baseline")
        moved = get(self.styles.says("position", run, of_paragraph), "val", "0")
        if value == "baseline" and re.fullmatch(r"-?[1-9]\d*", moved):
            value = "subscript" if moved.startswith("-") else "superscript"
        if value in ("superscript", "subscript"):
            set_property(run, "vertAlign", value)
        if is_on(self.styles.says("dstrike", run, of_paragraph)) or is_on(
            self.styles.says("strike", run, of_paragraph)
        ):
            set_property(run, "strike", "1")


def inside_paragraph(paragraph: Element) -> Iterator[Element]:
    """The paragraph and what is inside of it, in order, but for paragraphs of a text box."""
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [inner for inner in reversed(node) if local(inner) != "p"]


def opened(node: Element) -> list[Element]:
    """The node, or what is inside of one that the converter does not look into."""
    if is_without_fallback(node):
        return list(node[0])
    if local(node) not in UNWRAPPED:
        return [node]
    if local(node) == "ruby":
        base = child(node, "rubyBase")
        return list(base) if base is not None else []
    return [inner for outer in node if not local(outer).endswith("Pr") for inner in opened(outer)]


def is_without_fallback(node: Element) -> bool:
    """Whether a drawing has one way to draw it, which the converter does not take."""
    if not str(node.tag).endswith("}AlternateContent") or not len(node):
        return False
    return not any(str(way.tag).endswith("}Fallback") for way in node)


def join_drop_caps(holder: Element) -> None:
    """A first letter set large is a paragraph of its own in the file, and the beginning of the next."""
    kept, letters = [], []
    for node in holder:
        frame = child(node, "pPr", "framePr") if local(node) == "p" else None
        if frame is not None and get(frame, "dropCap", "none") != "none" and not letters:
            letters = [inner for inner in node if local(inner) != "pPr"]
            first = node
            continue
        if letters and local(node) == "p":
            start = 1 if child(node, "pPr") is not None else 0
            node[start:start] = letters
        elif letters:
            kept.append(first)
        letters = []
        kept.append(node)
    if letters:
        kept.append(first)
    if len(kept) != len(holder):
        holder[:] = kept
