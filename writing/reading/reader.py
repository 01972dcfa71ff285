"""The parser's regular HTML, element by element, made into blocks."""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import Protocol

from writing.blocks import Block, Run
from writing.characters import BLANK, without_unseen
from writing.links import unwrapped
from writing.reading.colors import Color
from writing.reading.inks import ground_of, ink_of, is_pale
from writing.reading.lists import ReadsLists
from writing.reading.marked_names import HIDDEN
from writing.reading.not_text import Aside, Asides, sense
from writing.reading.notes import note_named, note_of
from writing.reading.pictures import ReadsPictures
from writing.reading.said import said_in
from writing.reading.state import State
from writing.reading.stretches import Stretches
from writing.reading.styles import StyleSheets
from writing.reading.tables import PARTS, opened
from writing.reading.twins import Twins
from writing.reading.vocabulary import APART, HEADINGS, LISTS, MARKS, VOID

BLANKS = re.compile(r"[ \t\n]+")


class ParsedSource(Protocol):
    """What holds for all of one source (``html.Source``)."""

    html: str
    sheets: StyleSheets
    foreign: dict[str, str]


class Reader(ReadsLists, ReadsPictures, HTMLParser):
    def __init__(self, source: ParsedSource, asides: Asides, paper: Color | None) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets, self.asides, self.left_out = source.sheets, asides, asides.counts
        self.in_line = MARKS | source.foreign.keys()
        self.root: list[Block] = []
        self.blocks: list[Block] = []
        self.elements: list[tuple[str, State]] = []  # (tag, state to go back to)
        of_page = self.sheets.of_page
        self.paper = ground_of(of_page, paper)
        self.state = State(self.root, ink_of(of_page, None), self.paper)
        self.letters = Counter()  # on this paper: how many are pale, and how many are not
        self.line: Block | None = None  # the block that text goes into
        self.names: list[str] = []  # of anchors that a link may lead to, before there is a block
        self.anchors: dict[str, Block] = {}
        self.twins = Twins()
        self.stretches = Stretches(source.html, Aside)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag in VOID:
            self.add_void(tag, attrs)
            return
        self.elements.append((tag, self.state))
        style = self.sheets.style_of(tag, attrs)
        self.stand_aside(tag, attrs, style)
        self.state = self.state.with_marks(tag, attrs, style)
        # A cell that nobody sees has its place all the same.
        if self.aside and not (tag in PARTS and self.aside is self.state.only_unseen):
            return
        names = [attrs[key] for key in ("id", "name") if attrs.get(key)]
        self.names += names
        if tag == "a":
            self.follow_link(attrs.get("href", "").strip())
        elif tag not in self.in_line and (key := note_of(names)):
            self.state = self.state.but(note_key=key)
        if tag in HEADINGS or tag in APART:
            self.start_line(tag, attrs)
        elif tag in LISTS:
            self.start_list(tag, attrs)
        elif tag == "li":
            self.start_item(attrs)
        elif tag == "blockquote":
            self.start_quote(attrs)
        elif tag == "figure":
            self.start_picture(attrs)

    @property
    def aside(self) -> Aside | None:
        """What of the source is open here that is not text, or None."""
        state = self.state
        if state.aside and not state.aside.is_over:
            return state.aside
        return state.only_unseen or self.stretches.aside

    @property
    def has_words(self) -> bool:
        return any(block.text for block in self.blocks)

    @property
    def is_made_for_the_dark(self) -> bool:
        return bool(self.letters[True]) and not self.letters[False]

    def follow_link(self, href: str) -> None:
        key, is_back = note_named(href) if href.startswith("#") else ("", False)
        if key:
            self.follow_note(key, is_back)
            return
        target, taken_off = unwrapped(href)
        if taken_off:
            self.left_out[taken_off] += 1
        self.state = self.state.but(href=target or "")

    def follow_note(self, key: str, is_back: bool) -> None:
        """The mark of a note; or what leads from the note back to it, and is its number or an arrow."""
        line = self.line or self.open_line()
        is_label = is_back and bool(line.note_key or not line.runs)
        if is_label:
            line.note_key = line.note_key or key
        self.state = self.state.but(href="", mark="" if is_back else key, is_label=is_label)

    def stand_aside(self, tag: str, attrs: dict[str, str], style: dict[str, str]) -> None:
        if tag in HEADINGS and self.state.aside and self.state.aside.until_heading:
            self.state.aside.is_over = True
        aside = self.asides.around(tag, attrs, style, self.state.aside)
        if aside and aside is not self.state.aside and aside.kind == HIDDEN:
            is_in_heading = any(tag in HEADINGS for tag, _state in self.elements)
            if self.twins.stays(sense(attrs, style), aside, self.state, is_in_heading):
                aside = None
        is_named = self.state.is_named or ("aria-label" in attrs and tag != "a")
        self.state = self.state.but(aside=aside, is_named=is_named)
        is_first_in_line = not (self.line and self.line.runs)
        if not aside and is_first_in_line and self.asides.begins_comment(attrs):
            self.leave_out_rest()
        is_in_line = tag in self.in_line
        self.stretches.start(tag, attrs, style, len(self.elements), is_in_line=is_in_line)

    def leave_out_rest(self) -> None:
        """A comment begins that only its link tells: what holds it is left out to its end, or to the
        next heading."""
        aside = Aside("comment", until_heading=True)
        aside.is_counted = True
        blocks = [n for n, (tag, _state) in enumerate(self.elements) if tag not in self.in_line]
        holder = blocks[-2] if len(blocks) > 1 else -1
        self.elements[holder + 1 :] = [
            (tag, state.but(aside=aside)) for tag, state in self.elements[holder + 1 :]
        ]
        self.state = self.state.but(aside=aside)

    def handle_endtag(self, tag: str) -> None:
        while self.elements:
            self.stretches.end(len(self.elements))
            opened, state = self.elements.pop()
            if opened not in self.in_line:
                self.line = state.picture
            self.state = state
            if opened == tag:
                return

    def add_void(self, tag: str, attrs: dict[str, str]) -> None:
        style = self.sheets.style_of(tag, attrs)
        if self.aside or self.asides.around(tag, attrs, style, None):
            return
        if tag == "br":
            self.add_text("\n")
        elif tag == "hr" and not self.state.picture:
            self.line = None
            self.state.put(Block("divider"))
        elif tag == "img" and not self.state.picture:
            self.add_image(attrs)

    def start_line(self, tag: str, attrs: dict[str, str]) -> None:
        self.line = self.state.picture
        changes: dict[str, object] = {}
        if tag in PARTS and not self.state.picture:
            changes |= opened(self.state, tag, attrs, self.asides.counts.tail)
        if tag in HEADINGS and self.state.items is None and not self.state.in_list:
            changes["level"] = HEADINGS[tag]
        elif attrs.get("role") == "heading" and self.state.items is None:
            changes["level"] = HEADINGS.get(f"h{attrs.get('aria-level', '2')}", 4)
        if said := said_in(attrs):
            changes["said"] = said
        style = attrs.get("style", "")
        if "mso-list" in style or attrs.get("class", "").startswith("MsoListParagraph"):
            level = re.search(r"mso-list:[^;]*\blevel(\d)", style)
            changes["depth"] = int(level[1]) if level else 1
        self.state = self.state.but(**changes)

    def start_quote(self, attrs: dict[str, str]) -> None:
        self.line = self.state.picture
        if self.state.picture or self.state.in_quote:
            return
        is_pull = "pull" in attrs.get("class", "").split()
        block = Block("pull-quote" if is_pull else "quote")
        self.state.put(block)
        self.state = self.state.but(
            target=block.blocks, items=None, in_item=False, in_quote=True, level=0, depth=0
        )

    def handle_data(self, data: str) -> None:
        # Once more, since an entity may have stood for a control character.
        self.add_text(BLANKS.sub(" ", without_unseen(data)))

    def add_text(self, text: str) -> None:
        state = self.state
        if state.ground is self.paper and not (state.aside or state.unseen or state.sizeless):
            self.letters[is_pale(state.ink)] += len(text.strip())
        if self.aside:
            self.asides.hold(self.aside, text)
            return
        for changed in filter(None, [state.inserted, state.struck]):
            self.asides.hold(changed, text)
        if state.is_label:
            return
        if state.is_marker:
            if self.line:
                self.line.marker += text.strip()
            elif text.strip():
                self.open_line().marker += text.strip()
            return
        if self.line is None and not text.strip(BLANK):
            return
        self.asides.counts.pass_by(text)
        line = self.line or self.open_line()
        line.runs.append(
            Run(text, state.strong, state.em, state.href, state.level_of_text, state.mark)
        )

    def open_line(self) -> Block:
        state = self.state
        kind = "heading" if state.level else "paragraph"
        line = Block(kind, level=state.level, depth=state.depth)
        line.said = state.said
        line.note_key = "" if state.level else state.note_key or note_of(self.names)
        self.line = line
        self.anchors.update(dict.fromkeys(self.names, line))
        self.names = []
        self.state.put(line)
        self.asides.counts.pass_by(" ")
        return line
