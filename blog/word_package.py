"""A Word document before it is converted: what of it is no text comes out here, and is counted.

The converter leaves comments and deletions out by itself, but does not say so; hidden text it takes
for text. Names without a prefix are of WordprocessingML (ISO/IEC 29500-1, 17), transitional or strict.
"""

import io
import posixpath
import re
from collections import Counter
from xml.etree import ElementTree
from zipfile import ZipFile

W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
CHANGES = {"ins", "del", "moveFrom", "moveTo"}
# Containers that the converter does not look into, though there are words in them.
UNWRAPPED = {"fldSimple", "dir", "bdo", "ruby"}
DRAWN = re.compile(r"/(?:chart|diagram|chartex)$")
LINK = re.compile(r"\s*HYPERLINK\b")
# Styles are based on one another; Word itself goes no deeper than this.
MOST_STYLES = 20


class NotWord(Exception):
    """The package has no main part that is a Word text."""


class Tree(ElementTree.TreeBuilder):
    def doctype(self, name, pubid, system):
        raise ValueError("Office documents have no document type.")


def prepared(archive):
    """``(file, counts)`` for an open ``ZipFile``: the same document without what is no text and
    without its pictures, as a file to convert."""
    package = Package(archive)
    counts = Counter()
    styles = Styles(package.part_of_type("styles"))
    notes = package.names_of_type("footnotes", "endnotes")
    trees = {package.main: package.text} | {name: package.tree(name) for name in notes}
    for tree in trees.values():
        Body(tree, styles, counts).clean()
    marks = [mark for tree in trees.values() for mark in every(tree, "commentReference")]
    referred = {get(mark, "id") for mark in marks}
    written = package.part_of_type("comments")
    comments = [get(node, "id") for node in every(written, "comment")]
    counts["comment"] = sum(comment in referred for comment in comments) or len(comments)
    margins = package.names_of_type("header", "footer")
    counts["margin"] = sum(has_words(package.tree(name)) for name in margins)
    return package.with_parts(trees), +counts


class Package:
    def __init__(self, archive):
        self.archive = archive
        self.names = set(archive.namelist())
        main = [target for kind, target in self.related("") if kind == "officeDocument"]
        main = [name for name in [*main, "word/document.xml"] if name in self.names]
        if not main:
            raise NotWord
        self.main = main[0]
        self.targets = self.related(self.main)
        self.text = self.tree(self.main)
        if local(self.text) != "document":
            raise NotWord  # a table or a presentation

    def related(self, name):
        """``[(last word of the type, name of the part)]`` of what a part leads to."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.names:
            return []
        return [
            (node.get("Type", "").rpartition("/")[2], whole_name(folder, node.get("Target", "")))
            for node in self.tree(rels).iter(RELATIONSHIP)
            if node.get("TargetMode") != "External"
        ]

    def names_of_type(self, *kinds):
        return list(
            dict.fromkeys(n for kind, n in self.targets if kind in kinds and n in self.names)
        )

    def part_of_type(self, kind):
        names = self.names_of_type(kind) or [f"word/{kind}.xml"]
        return self.tree(names[0]) if names[0] in self.names else None

    def tree(self, name):
        parser = ElementTree.XMLParser(target=Tree())  # noqa: S314  no document type, no entities
        parser.feed(self.archive.read(name))
        return parser.close()

    def with_parts(self, trees):
        """Only what the converter reads: what describes the package, and the parts given anew."""
        file = io.BytesIO()
        with ZipFile(file, "w") as out:
            for name in self.names:
                if name in trees:
                    out.writestr(name, ElementTree.tostring(trees[name], encoding="utf-8"))
                elif name.endswith((".xml", ".rels")):
                    out.writestr(name, self.archive.read(name))
        file.seek(0)
        return file


def whole_name(folder, target):
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def local(node):
    """The name of a node of WordprocessingML, or nothing."""
    tag = node.tag if isinstance(node.tag, str) else ""
    return next((tag[len(w) :] for w in W if tag.startswith(w)), "")


def get(node, name, default=None):
    return next((node.get(f"{w}{name}") for w in W if node.get(f"{w}{name}") is not None), default)


def child(node, *path):
    for name in path:
        node = (
            next((inner for inner in node if local(inner) == name), None)
            if node is not None
            else None
        )
    return node


def every(tree, name):
    return [node for node in tree.iter() if local(node) == name] if tree is not None else []


def has_words(node):
    return any((text.text or "").strip() for text in node.iter() if local(text) in ("t", "delText"))


def is_on(node):
    """A property that is there is on, unless it says otherwise (17.3.2.22)."""
    return node is not None and get(node, "val", "1").lower() not in ("0", "false", "off", "none")


class Styles:
    """What styles say about hiding, raising and lowering, with those they are based on."""

    def __init__(self, tree):
        self.own, self.base, self.default = {}, {}, ""
        for style in every(tree, "style"):
            name = get(style, "styleId", "")
            self.own[name] = child(style, "rPr")
            based_on = child(style, "basedOn")
            self.base[name] = get(based_on, "val") if based_on is not None else None
            if get(style, "type") == "paragraph" and get(style, "default") in ("1", "true", "on"):
                self.default = name
        defaults = every(tree, "rPrDefault")
        self.whole = child(defaults[0], "rPr") if defaults else None

    def says(self, prop, run, of_paragraph):
        """The nearest node of a property for a run: its own, its style's, its paragraph's style's."""
        for properties in self.properties(run, of_paragraph):
            found = child(properties, prop) if properties is not None else None
            if found is not None:
                return found
        return None

    def properties(self, run, of_paragraph):
        """``of_paragraph`` are its own: looked for once, since it may have thousands of runs."""
        own = child(run, "rPr")
        yield own
        yield from self.chain(own, "rStyle")
        yield from self.chain(of_paragraph, "pStyle", self.default)
        yield self.whole

    def chain(self, properties, name, default=None):
        node = child(properties, name) if properties is not None else None
        style, seen = get(node, "val") if node is not None else default, set()
        while style in self.own and style not in seen and len(seen) < MOST_STYLES:
            seen.add(style)
            yield self.own[style]
            style = self.base[style]


class Body:
    """One part with text, cleaned in place."""

    def __init__(self, tree, styles, counts):
        self.tree, self.styles, self.counts = tree, styles, counts

    def clean(self):
        self.count()
        for node in list(self.tree.iter()):
            self.clean_inside(node)
        for paragraph in every(self.tree, "p"):
            self.clean_runs(paragraph)
        for holder in list(self.tree.iter()):
            join_drop_caps(holder)

    def count(self):
        for node in self.tree.iter():
            name = local(node)
            if name in CHANGES and len(node) and has_words(node):
                self.counts["tracked"] += 1
            elif name == "object" or DRAWN.search(node.get("uri", "")):
                self.counts["embedded"] += 1
            elif isinstance(node.tag, str) and node.tag.endswith("/math}oMath"):
                self.counts["formula"] += 1
            elif (name == "fldSimple" and not LINK.match(get(node, "instr", ""))) or (
                name == "instrText"
                and re.match(r"\s*[A-Z]", node.text or "")
                and not LINK.match(node.text)
            ):
                self.counts["field"] += 1

    def clean_inside(self, parent):
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

    def clean_runs(self, paragraph):
        hides, own = False, child(paragraph, "pPr")
        for parent in inside_paragraph(paragraph):
            kept = []
            for node in parent:
                if local(node) == "r" and is_on(self.styles.says("vanish", node, own)):
                    self.counts["hidden"] += has_words(node) and not hides
                    hides = hides or has_words(node)
                    continue
                kept.append(node)
                if local(node) == "r" and has_words(node):
                    hides = False
                    self.raise_or_strike(node, own)
            if len(kept) != len(parent):
                parent[:] = kept

    def raise_or_strike(self, run, of_paragraph):
        """What a style or another property says, where the converter looks for it."""
        if not has_words(run):
            return
        align = self.styles.says("vertAlign", run, of_paragraph)
        value = get(align, "val", "baseline") if align is not None else "baseline"
        position = self.styles.says("position", run, of_paragraph)
        moved = get(position, "val", "0") if position is not None else "0"
        if value == "baseline" and re.fullmatch(r"-?[1-9]\d*", moved):
            value = "subscript" if moved.startswith("-") else "superscript"
        if value in ("superscript", "subscript"):
            set_property(run, "vertAlign", value)
        if is_on(self.styles.says("dstrike", run, of_paragraph)) or is_on(
            self.styles.says("strike", run, of_paragraph)
        ):
            set_property(run, "strike", "1")


def inside_paragraph(paragraph):
    """The paragraph and what is inside of it, in order, but for paragraphs of a text box."""
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [inner for inner in reversed(node) if local(inner) != "p"]


def opened(node):
    """The node, or what is inside of one that the converter does not look into."""
    if local(node) not in UNWRAPPED:
        return [node]
    if local(node) == "ruby":
        base = child(node, "rubyBase")
        return list(base) if base is not None else []
    return [inner for outer in node if not local(outer).endswith("Pr") for inner in opened(outer)]


def set_property(run, name, value):
    w = next(w for w in W if run.tag.startswith(w))
    properties = child(run, "rPr")
    if properties is None:
        properties = ElementTree.Element(f"{w}rPr")
        run.insert(0, properties)
    node = child(properties, name)
    if node is None:
        node = ElementTree.SubElement(properties, f"{w}{name}")
    node.set(f"{w}val", value)


def join_drop_caps(holder):
    """A first letter set large is a paragraph of its own in the file, and the beginning of the next."""
    kept, letters = [], []
    for node in holder:
        frame = child(node, "pPr", "framePr") if local(node) == "p" else None
        if frame is not None and get(frame, "dropCap", "none") != "none" and not letters:
            letters = [inner for inner in node if local(inner) != "pPr"]
            first = node
            continue
        if letters and local(node) == "p":
            place = 1 if child(node, "pPr") is not None else 0
            node[place:place] = letters
        elif letters:
            kept.append(first)
        letters = []
        kept.append(node)
    if letters:
        kept.append(first)
    if len(kept) != len(holder):
        holder[:] = kept
