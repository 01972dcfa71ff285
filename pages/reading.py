"""Any HTML, read as blocks of the editor's own vocabulary.

nh3 (html5ever) parses as browsers do and drops what is dangerous; its regular output is then read
here. Nothing but text, the few marks and the few attributes below gets into a block.
"""

import re
from html.parser import HTMLParser

import nh3

from pages.blocks import Block, Run
from pages.links import link_target

DROPPED_WITH_CONTENT = {
    "script", "style", "iframe", "svg", "math", "template", "noscript", "object", "embed",
    "applet", "audio", "video", "canvas", "title", "noembed", "noframes", "frameset", "xml",
}  # fmt: skip
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
# Whatever stands apart on a page ends a paragraph here, or its words would run into the next ones.
APART = {
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address",
    "center", "details", "summary", "dialog", "dl", "dt", "dd", "fieldset", "legend", "form", "pre",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figcaption", "option",
    "hgroup", "search", "menu", "dir", "listing", "xmp", "plaintext",
}  # fmt: skip
LISTS = {"ul": "list", "ol": "numbered"}
MARKS = {"b", "strong", "i", "em", "a", "span", "font", "cite", "dfn", "var"}
TAGS = {*HEADINGS, *APART, *LISTS, *MARKS, "li", "blockquote", "figure", "hr", "br", "img"}
READER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=DROPPED_WITH_CONTENT,
    attributes={
        "*": {"class", "style"},
        "a": {"href"},
        "ol": {"start"},
        "figure": {"data-image"},
        "img": {"alt"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
VOID = {"br", "hr", "img"}
MAX_LIST_DEPTH = 6
# Where word processors link their footnotes to: it is not here, and the number is text.
FOOTNOTE = re.compile(
    r"#(?:_?(?:ftn|edn)(?:ref)?|ftnt(?:_ref)?|sd(?:foot|end)note|(?:foot|end)note-(?:ref-)?)\d+\w*",
    re.IGNORECASE,
)
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
BLANK = " \t\r\f\v"


def read_html(html):
    """The blocks of any HTML, dangerous or broken. Words stay as they are."""
    reader = Reader()
    reader.feed(READER.clean(without_unseen(html)))
    reader.close()
    return join_word_lists(without_empty(reader.root))


def without_unseen(text):
    """Control characters out: PostgreSQL refuses NUL, XML feeds refuse most of the others."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return UNSEEN.sub("", text)


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = []
        self.elements = []  # (tag, state to go back to)
        self.state = State(target=self.root)
        self.line = None  # the block that text goes into

    def handle_starttag(self, tag, attrs):
        attrs = {name: value or "" for name, value in attrs}
        if tag in VOID:
            return self.add_void(tag, attrs)
        self.elements.append((tag, self.state))
        self.state = self.state.with_marks(tag, attrs)
        if tag in HEADINGS or tag in APART:
            self.start_line(tag, attrs)
        elif tag in LISTS:
            self.start_list(tag, attrs)
        elif tag == "li":
            self.start_item()
        elif tag == "blockquote":
            self.start_quote(attrs)
        elif tag == "figure":
            self.start_picture(attrs)
        return None

    def handle_endtag(self, tag):
        while self.elements:
            opened, state = self.elements.pop()
            if opened not in MARKS:
                self.line = state.picture
            self.state = state
            if opened == tag:
                return

    def add_void(self, tag, attrs):
        if tag == "br":
            self.add_text("\n")
        elif tag == "hr" and not self.state.picture:
            self.line = None
            self.place(Block("divider"))
        elif tag == "img" and not self.state.picture:
            alt = " ".join(attrs.get("alt", "").split())
            self.root.append(Block("image-note", [Run(alt)] if alt else []))

    def start_line(self, tag, attrs):
        self.line = self.state.picture
        changes = {}
        if tag in HEADINGS and self.state.items is None:
            changes["level"] = HEADINGS[tag]
        style = attrs.get("style", "")
        if "mso-list" in style or attrs.get("class", "").startswith("MsoListParagraph"):
            level = re.search(r"mso-list:[^;]*\blevel(\d)", style)
            changes["depth"] = int(level[1]) if level else 1
        self.state = self.state.but(**changes)

    def start_list(self, tag, attrs):
        self.line = self.state.picture
        state = self.state
        if state.picture or state.list_depth >= MAX_LIST_DEPTH:
            return
        start = attrs.get("start", "")
        start = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
        block = Block(LISTS[tag], start=start)
        if state.items is not None and state.items and not state.in_item:
            state.items[-1].append(block)  # a list straight inside a list, as some programs write
        elif state.items is not None and not state.in_item:
            state.items.append([block])
        else:
            self.place(block)
        self.state = state.but(
            items=block.items, in_item=False, list_depth=state.list_depth + 1, level=0, depth=0
        )

    def start_item(self):
        self.line = self.state.picture
        state = self.state
        if state.picture:
            return
        items = state.items
        if items is None:
            last = state.target[-1] if state.target else None
            if last is None or last.kind != "list":
                last = Block("list")
                state.target.append(last)
            items = last.items
        items.append([])
        self.state = state.but(target=items[-1], items=items, in_item=True, level=0, depth=0)

    def start_quote(self, attrs):
        self.line = self.state.picture
        if self.state.picture or self.state.in_quote:
            return
        is_pull = "pull" in attrs.get("class", "").split()
        block = Block("pull-quote" if is_pull else "quote")
        self.place(block)
        self.state = self.state.but(
            target=block.blocks, items=None, in_item=False, in_quote=True, level=0, depth=0
        )

    def start_picture(self, attrs):
        self.line = self.state.picture
        number = attrs.get("data-image", "")
        if self.state.picture or not re.fullmatch(r"[1-9]\d{0,17}", number):
            return
        block = Block("picture", image=int(number))
        self.place(block)
        self.line = block
        self.state = self.state.but(picture=block)

    def place(self, block):
        state = self.state
        if state.items is not None and not state.in_item:
            # Inside a list but outside its items.
            if not state.items:
                state.items.append([])
            state.items[-1].append(block)
        else:
            state.target.append(block)

    def handle_data(self, data):
        self.add_text(re.sub(r"[ \t\n]+", " ", data))

    def add_text(self, text):
        state = self.state
        if state.is_marker:
            if self.line:
                self.line.marker += text.strip()
            elif text.strip():
                self.open_line().marker += text.strip()
            return
        if self.line is None:
            if not text.strip(BLANK):
                return
            self.open_line()
        self.line.runs.append(Run(text, state.strong, state.em, state.href))

    def open_line(self):
        state = self.state
        kind = "heading" if state.level else "paragraph"
        self.line = Block(kind, level=state.level, depth=state.depth)
        self.place(self.line)
        return self.line


class State:
    """What the open elements mean for the text inside of them."""

    def __init__(self, target):
        self.target = target
        self.items = self.picture = None
        self.in_item = self.in_quote = self.is_marker = False
        self.level = self.depth = self.list_depth = 0
        self.strong = self.em = False
        self.href = ""

    def but(self, **changes):
        other = State.__new__(State)
        other.__dict__ = {**self.__dict__, **changes}
        return other

    def with_marks(self, tag, attrs):
        """Marks come from tags and from styles: Google Docs wraps whole texts in a bold that is not."""
        strong = self.strong or tag in ("b", "strong")
        em = self.em or tag in ("i", "em", "cite", "dfn", "var")
        href = linked_from(attrs.get("href", "")) if tag == "a" else self.href
        style = attrs.get("style", "").lower()
        if weight := re.search(r"(?<![\w-])font-weight\s*:\s*(\w+)", style):
            number = int(weight[1][:4]) if weight[1].isdecimal() else 0
            strong = weight[1] in ("bold", "bolder") or number >= 600
        if slant := re.search(r"(?<![\w-])font-style\s*:\s*(\w+)", style):
            em = slant[1] in ("italic", "oblique")
        is_marker = self.is_marker or re.search(r"mso-list\s*:\s*ignore", style) is not None
        return self.but(strong=strong, em=em, href=href, is_marker=is_marker)


def linked_from(href):
    """Where a link leads, or an empty text."""
    return "" if FOOTNOTE.fullmatch(href.strip()) else link_target(href) or ""


def without_empty(blocks):
    kept = []
    for block in blocks:
        block.runs = trimmed(block.runs)
        block.items = [item for item in map(without_empty, block.items) if item]
        block.blocks = without_empty(block.blocks)
        if (
            block.runs
            or block.items
            or block.blocks
            or block.kind in ("picture", "divider", "image-note")
        ):
            kept.append(block)
    return kept


def trimmed(runs):
    """Runs without spaces at the ends, around line breaks and twice in a row, as browsers show them."""
    kept = []
    for run in runs:
        text = re.sub(r" *\n *", "\n", re.sub(r" +", " ", run.text))
        before = kept[-1].text if kept else "\n"
        if before.endswith((" ", "\n")):
            text = text.lstrip(" \n" if not kept else " ")
        if text.startswith("\n") and before.endswith(" "):
            kept[-1] = kept[-1]._replace(text=before.rstrip(" "))
            if not kept[-1].text:
                kept.pop()
        if text:
            kept.append(run._replace(text=text))
    while kept:
        text = kept[-1].text.rstrip(" \n")
        if text:
            kept[-1] = kept[-1]._replace(text=text)
            break
        kept.pop()
    return joined(kept) if any(is_seen(run.text) for run in kept) else []


def is_seen(text):
    return bool(text.strip().strip("\u200b\u2060\ufeff\xad"))


def joined(runs):
    kept = []
    for run in runs:
        if kept and kept[-1][1:] == run[1:]:
            kept[-1] = kept[-1]._replace(text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return kept


def join_word_lists(blocks):
    """Word writes a list as paragraphs with a bullet in front; they become one list again."""
    result, open_lists = [], []
    for block in blocks:
        if not (block.kind == "paragraph" and block.marker and block.depth):
            open_lists = []
            result.append(block)
            continue
        number = re.match(r"\(?(\d{1,4})[.)]?$", block.marker)
        is_numbered = bool(number or re.fullmatch(r"\(?[A-Za-z]{1,4}[.)]", block.marker))
        del open_lists[block.depth :]
        kind = "numbered" if is_numbered else "list"
        if open_lists and len(open_lists) == block.depth and open_lists[-1].kind != kind:
            open_lists.pop()
        if len(open_lists) < min(block.depth, MAX_LIST_DEPTH):
            new = Block(kind, start=int(number[1]) if number else 1)
            (open_lists[-1].items[-1] if open_lists else result).append(new)
            open_lists.append(new)
        open_lists[-1].items.append([Block("paragraph", block.runs)])
    return result
