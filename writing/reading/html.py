"""Any HTML, read as blocks of the editor's own vocabulary.

nh3 (html5ever) parses as browsers do and drops what is dangerous; its regular output is then read by
``reader``. Nothing but text, the few marks and the few attributes there gets into a block.
"""

from collections import Counter
from urllib.parse import unquote

from writing.blocks import Block, every_block
from writing.characters import without_unseen
from writing.links import PART, part_id
from writing.reading.colors import PAPER, Color
from writing.reading.marked_names import COMMENT, TRACKED, foreign_elements
from writing.reading.nesting import shallow
from writing.reading.not_text import Asides
from writing.reading.notes import number_notes
from writing.reading.parsing import clean
from writing.reading.places import Places, add_counts
from writing.reading.raised import in_line
from writing.reading.reader import Reader
from writing.reading.styles import StyleSheets
from writing.reading.table_grids import settled
from writing.reading.tables import OpenTable
from writing.reading.vocabulary import parser
from writing.reading.word_lists import join_word_lists
from writing.runs import trimmed


def read_html(html: str, left_out: Counter[str] | None = None) -> list[Block]:
    """The blocks of any HTML, dangerous or broken. Words stay as they are.

    ``left_out`` is a ``Counter`` where a text is copied in from elsewhere: it takes what did not come
    along, by kind (``writing.pasting.left_out``). Without it the HTML is our own, as it is stored.
    """
    html = shallow(without_unseen(html))
    if "<annotation" in html and "<math" not in html:
        # Of a formula to the parser, which drops its words; of Quip, around words with a comment.
        html = html.replace("<annotation", "<span").replace("</annotation", "</span")
    source = Source(html)
    done = source.read(left_out is not None)
    if left_out is not None:
        if done.is_made_for_the_dark:
            # No word of it could be read on white paper, so it did not stand on any.
            done = source.read(is_copied=True, paper=None)
        if not done.has_words and (done.left_out[COMMENT] or done.left_out[TRACKED]):
            whole = source.read(is_copied=True, takes_bare=False)
            if whole.has_words:
                done = whole
                done.left_out["whole"] = 1
        add_counts(left_out, done.left_out)
        lead_to_headings(done.blocks, done.anchors, left_out)
    return join_word_lists(done.blocks, left_out)


class Source:
    """HTML as the parser wrote it, and what holds for all of it."""

    def __init__(self, html: str) -> None:
        self.sheets, self.foreign = StyleSheets(html), foreign_elements(html)
        self.html = clean(parser(frozenset(self.foreign)), html)

    def read(
        self, is_copied: bool, *, paper: Color | None = PAPER, takes_bare: bool = True
    ) -> Reader:
        asides = Asides(Places(), is_copied, takes_bare=takes_bare, foreign=self.foreign)
        done = Reader(self, asides, paper)
        done.feed(self.html)
        done.close()
        asides.close()
        done.root = number_notes(done.root)
        for block in every_block(done.root):
            block.runs = in_line(block.runs, done.left_out)
        done.blocks = Settling(asides.counts, is_copied).without_empty(done.root)
        return done


def lead_to_headings(
    blocks: list[Block], anchors: dict[str, Block], left_out: Counter[str]
) -> None:
    """Links inside the source lead to the heading they meant; else their words stay, without one."""
    followed = {}
    for block in every_block(blocks):
        for number, run in enumerate(block.runs):
            # A part of our own page, which may have been copied without that heading.
            if not run.href.startswith("#") or run.href.startswith(f"#{PART}"):
                continue
            target = anchors.get(unquote(run.href[1:]))
            is_heading = target is not None and target.kind == "heading"
            href = f"#{part_id(target.text)}" if target and is_heading else ""
            followed[run.href] = href
            block.runs[number] = run._replace(href=href)
    lost = sum(not href for href in followed.values())
    if lost:
        left_out["inner-link"] += lost


class Settling:
    """``counts`` takes what a table had that it has no more."""

    def __init__(self, counts: Places, is_copied: bool) -> None:
        self.counts, self.is_copied = counts, is_copied

    def without_empty(self, blocks: list[Block]) -> list[Block]:
        """Blocks with something in them, and tables as what they become."""
        kept: list[Block] = []
        for block in blocks:
            block.runs = trimmed(block.runs)
            block.items = [item for item in map(self.without_empty, block.items) if item]
            block.blocks = self.without_empty(block.blocks)
            if isinstance(block, OpenTable):
                kept += self.settled(block)
            elif (
                block.runs
                or block.items
                or block.blocks
                or block.kind in ("picture", "divider", "image-note")
            ):
                kept.append(block)
        return kept

    def settled(self, table: OpenTable) -> list[Block]:
        table.caption = self.without_empty(table.caption)
        for cell in (cell for row in table.lines for cell in row):
            cell.blocks = self.without_empty(cell.blocks)
        self.counts.tail = table.after
        return settled(table, self.counts, is_copied=self.is_copied)
