"""What a document's styles say about a run of characters."""

from blog.word_xml import child, every, get

# Styles are based on one another; Word itself goes no deeper than this.
MOST_STYLES = 20


class Styles:
    """What styles say about hiding, raising and lowering, with those they are based on."""

    def __init__(self, tree):
        self.own, self.base, self.default = {}, {}, ""
        for style in every(tree, "style"):
            name = get(style, "styleId", "")
            self.own[name] = child(style, "rPr")
            self.base[name] = get(child(style, "basedOn"), "val")
            if get(style, "type") == "paragraph" and get(style, "default") in ("1", "true", "on"):
                self.default = name
        defaults = every(tree, "rPrDefault")
        self.whole = child(defaults[0], "rPr") if defaults else None

    def says(self, prop, run, of_paragraph):
        """The nearest node of a property for a run: its own, its style's, its paragraph's style's."""
        for properties in self.properties(run, of_paragraph):
            found = child(properties, prop)
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
        style, seen = get(child(properties, name), "val", default), set()
        while style in self.own and style not in seen and len(seen) < MOST_STYLES:
            seen.add(style)
            yield self.own[style]
            style = self.base[style]
