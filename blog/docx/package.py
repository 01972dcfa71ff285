"""A Word document before it is converted: its parts, found, cleaned (``body``) and put together again."""

import io
import posixpath
import re
from collections.abc import Collection, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from blog.docx.body import Body
from blog.docx.numbering import Numbering
from blog.docx.pictures import is_picture
from blog.docx.styles import Styles
from blog.docx.xml import every, get, has_words, local, words_in
from writing.reading.places import Places

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


# The attributes of a node that lead elsewhere, transitional or strict.
RELATES = re.compile(r"\{[^{}]*officeDocument[^{}]*relationships\}(?:id|embed|link)$")


class NotWord(Exception):
    """The package has no main part that is a Word text."""


class Tree(ElementTree.TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str) -> None:
        raise ValueError("Office documents have no document type.")


def prepared(archive: ZipFile) -> tuple[io.BytesIO, Places, list[str]]:
    """``(file, counts, texts)`` for an open ``ZipFile``: the same document without what is no text and
    without its pictures, as a file to convert; and the words of it, piece by piece."""
    package = Package(archive)
    counts = Places()
    styles = Styles(package.part_of_type("styles"))
    notes = package.names_of_type("footnotes", "endnotes")
    trees = {package.main: package.text} | {name: package.tree(name) for name in notes}
    without_dangling(package.text, package.ids)
    for tree in trees.values():
        Body(tree, styles, counts).clean()
    Numbering(package.part_of_type("numbering"), styles).write_into(package.text, counts)
    marks = [mark for tree in trees.values() for mark in every(tree, "commentReference")]
    referred = {get(mark, "id") for mark in marks}
    written = package.part_of_type("comments")
    comments = [get(node, "id") for node in every(written, "comment")]
    counts["comment"] = sum(comment in referred for comment in comments) or len(comments)
    margins = package.names_of_type("header", "footer")
    counts.tail = ""
    counts["margin"] = sum(has_words(package.tree(name)) for name in margins)
    return package.with_parts(trees), counts, words_in(package.text)


class Package:
    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.names = set(archive.namelist())
        main = [target for kind, target in self.related("") if kind == "officeDocument"]
        main = [name for name in [*main, "word/document.xml"] if name in self.names]
        if not main:
            raise NotWord
        self.main = main[0]
        self.targets = self.related(self.main)
        self.ids = {node.get("Id") for node in self.relationships(self.main)}
        self.text = self.tree(self.main)
        if local(self.text) != "document":
            raise NotWord  # a table or a presentation

    def relationships(self, name: str) -> list[Element]:
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        return list(self.tree(rels).iter(RELATIONSHIP)) if rels in self.names else []

    def related(self, name: str) -> list[tuple[str, str]]:
        """``[(last word of the type, name of the part)]`` of what a part leads to."""
        folder = posixpath.dirname(name)
        return [
            (node.get("Type", "").rpartition("/")[2], whole_name(folder, node.get("Target", "")))
            for node in self.relationships(name)
            if node.get("TargetMode") != "External"
        ]

    def names_of_type(self, *kinds: str) -> list[str]:
        return list(
            dict.fromkeys(n for kind, n in self.targets if kind in kinds and n in self.names)
        )

    def part_of_type(self, kind: str) -> Element | None:
        names = self.names_of_type(kind) or [f"word/{kind}.xml"]
        return self.tree(names[0]) if names[0] in self.names else None

    def tree(self, name: str) -> Element:
        parser = ElementTree.XMLParser(target=Tree())  # noqa: S314  no document type, no entities
        parser.feed(self.archive.read(name))
        return parser.close()

    def with_parts(self, trees: Mapping[str, Element]) -> io.BytesIO:
        """Only what the converter reads: what describes the package, and the parts given anew."""
        file = io.BytesIO()
        with ZipFile(file, "w") as out:
            for name in self.names:
                if name in trees:
                    out.writestr(name, ElementTree.tostring(trees[name], encoding="utf-8"))
                elif name.endswith((".xml", ".rels")) or is_picture(name):
                    out.writestr(name, self.archive.read(name))
        file.seek(0)
        return file


def without_dangling(tree: Element, ids: Collection[str | None]) -> None:
    """Links and pictures that lead to nothing of the package keep their words; the converter would stop."""
    for node in tree.iter():
        for name, value in list(node.attrib.items()):
            if RELATES.match(name) and value not in ids:
                del node.attrib[name]


def whole_name(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
