"""What a document's styles say about a run of characters, and about the ground of a paragraph."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from blog.docx.xml import child, every, get

# Styles are based on one another; Word itself goes no deeper than this.
MOST_STYLES = 20


class Styles:
    """What styles say about the looks of words, with those they are based on."""

    def __init__(self, tree: Element | None) -> None:
        self.own, self.of_paragraph, self.base, self.default = {}, {}, {}, ""
        self.names: dict[str, str] = {}
        for style in every(tree, "style"):
            name = get(style, "styleId", "")
            self.names[name] = get(child(style, "name"), "val", "").lower()
            self.own[name] = child(style, "rPr")
            self.of_paragraph[name] = child(style, "pPr")
            self.base[name] = get(child(style, "basedOn"), "val")
            if get(style, "type") == "paragraph" and get(style, "default") in ("1", "true", "on"):
                self.default = name
        defaults = every(tree, "rPrDefault")
        self.whole = child(defaults[0], "rPr") if defaults else None

    def says(self, prop: str, run: Element, of_paragraph: Element | None) -> Element | None:
        """The nearest node of a property for a run: its own, its style's, its paragraph's style's."""
        for properties in self.properties(run, of_paragraph):
            found = child(properties, prop)
            if found is not None:
                return found
        return None

    def properties(self, run: Element, of_paragraph: Element | None) -> Iterator[Element | None]:
        """``of_paragraph`` are its own: looked for once, since it may have thousands of runs."""
        own = child(run, "rPr")
        yield own
        yield from map(self.own.get, self.chain(own, "rStyle"))
        yield from map(self.own.get, self.chain(of_paragraph, "pStyle", self.default))
        yield self.whole

    def shading(self, of_paragraph: Element | None) -> Element | None:
        """What a paragraph is shaded with, by itself or by its style."""
        styles = self.chain(of_paragraph, "pStyle", self.default)
        found = (child(one, "shd") for one in [of_paragraph, *map(self.of_paragraph.get, styles)])
        return next((node for node in found if node is not None), None)

    def chain(
        self, properties: Element | None, name: str, default: str | None = None
    ) -> Iterator[str]:
        style, seen = get(child(properties, name), "val", default), set()
        while style in self.own and style not in seen and len(seen) < MOST_STYLES:
            seen.add(style)
            yield style
            style = self.base[style]
