"""Markdown as people write it, made into HTML that is then read like any other (``pasted``).

``is_markdown`` says whether a text is plainly that: a dash in front of a line is not enough. Soft breaks are spaces
where lines are long, and stay where they are short, since whoever breaks a poem means it.
"""

import re
from html import escape

from writing.blocks import Block
from writing.pasting.front_matter import split_front_matter
from writing.pasting.markdown_inline import Inline
from writing.pasting.markdown_lines import item_lines, starts_block, with_breaks
from writing.pasting.markdown_marks import (
    FENCE,
    HEADING,
    ITEM,
    QUOTE,
    RULE,
    TABLE_RULE,
    UNDERLINE,
    signs_in,
)  # fmt: skip
from writing.pasting.markdown_notes import notes_html, without_notes

MOST_DEPTH = 12


def is_markdown(text: str) -> bool:
    front, rest = split_front_matter(text)
    return bool(front) or signs_in(rest) >= 2


def markdown_parts(text: str) -> tuple[list[Block], str]:
    """``(a paragraph for each line of the front matter, HTML of the rest)``."""
    front, rest = split_front_matter(text)
    lines = re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", rest.expandtabs(4)).split("\n")
    inline = Inline()
    lines = [line for line in lines if not inline.defines(line)]
    lines, notes = without_notes(lines)
    html = Blocks(inline).html_of(lines)
    return front, html + notes_html(notes, inline)


class Blocks:
    """Markdown by lines; each method takes the lines from ``at`` on and says where it ended."""

    def __init__(self, inline: Inline, depth: int = 0) -> None:
        self.inline, self.depth = inline, depth

    def html_of(self, lines: list[str]) -> str:
        done, at = [], 0
        while at < len(lines):
            if not lines[at].strip():
                at += 1
                continue
            html, at = self.next_block(lines, at)
            done.append(html)
        return "".join(done)

    def inside(self, lines: list[str]) -> str:
        if self.depth >= MOST_DEPTH:
            return f"<p>{self.inline.html_of(' '.join(map(str.strip, lines)))}</p>"
        return Blocks(self.inline, self.depth + 1).html_of(lines)

    def next_block(self, lines: list[str], at: int) -> tuple[str, int]:
        line = lines[at]
        if fence := FENCE.match(line):
            return self.fenced(lines, at, fence[1])
        if heading := HEADING.match(line):
            level = len(heading["signs"])
            words = self.inline.html_of(heading["words"].rstrip().rstrip("#").rstrip())
            return f"<h{level}>{words}</h{level}>", at + 1
        if RULE.match(line):
            return "<hr>", at + 1
        if QUOTE.match(line):
            return self.quoted(lines, at)
        if ITEM.match(line):
            return self.listed(lines, at)
        if at + 1 < len(lines) and "|" in line and TABLE_RULE.fullmatch(lines[at + 1]):
            return self.table(lines, at)
        return self.paragraph(lines, at)

    def fenced(self, lines: list[str], at: int, fence: str) -> tuple[str, int]:
        end = next(
            (n for n in range(at + 1, len(lines)) if lines[n].strip().startswith(fence)), len(lines)
        )
        return f"<p>{'<br>'.join(map(escape, lines[at + 1 : end]))}</p>", end + 1

    def quoted(self, lines: list[str], at: int) -> tuple[str, int]:
        inner = []
        while at < len(lines) and (
            (quote := QUOTE.match(lines[at])) or (lines[at].strip() and not starts_block(lines[at]))
        ):
            inner.append(lines[at][quote.end() :] if quote else lines[at])
            at += 1
        return f"<blockquote>{self.inside(inner)}</blockquote>", at

    def listed(self, lines: list[str], at: int) -> tuple[str, int]:
        first = ITEM.match(lines[at])
        if first is None:
            return "", at + 1
        is_numbered, items = bool(first["number"]), []
        while at < len(lines) and (item := ITEM.match(lines[at])):
            if bool(item["number"]) != is_numbered or len(item[1]) > len(first[1]) + 3:
                break
            inner, at = item_lines(lines, at, item)
            items.append((item["number"], inner))
        tag = "ol" if is_numbered else "ul"
        start = f' start="{int(items[0][0])}"' if is_numbered else ""
        inside = "".join(f"<li>{bare(self.inside(inner))}</li>" for _number, inner in items)
        return f"<{tag}{start}>{inside}</{tag}>", at

    def table(self, lines: list[str], at: int) -> tuple[str, int]:
        rows, cell = [], "th"
        while at < len(lines) and "|" in lines[at]:
            if not TABLE_RULE.fullmatch(lines[at]):
                cells = re.split(r"(?<!\\)\|", re.sub(r"^\s*\||(?<!\\)\|\s*$", "", lines[at]))
                html = (f"<{cell}>{self.inline.html_of(c.strip())}</{cell}>" for c in cells)
                rows.append(f"<tr>{''.join(html)}</tr>")
                cell = "td"
            at += 1
        return f"<table>{''.join(rows)}</table>", at

    def paragraph(self, lines: list[str], at: int) -> tuple[str, int]:
        start = at
        while (
            at < len(lines) and lines[at].strip() and (at == start or not starts_block(lines[at]))
        ):
            if at > start and (underline := UNDERLINE.match(lines[at])):
                level = 1 if underline[1][0] == "=" else 2
                words = self.inline.html_of(" ".join(map(str.strip, lines[start:at])))
                return f"<h{level}>{words}</h{level}>", at + 1
            at += 1
        return f"<p>{self.inline.html_of(with_breaks(lines[start:at]))}</p>", at


def bare(html: str) -> str:
    """What stands in an item, without the mark of a paragraph where it is only one: there may be thousands."""
    is_one = html.startswith("<p>") and html.endswith("</p>") and html.count("<p") == 1
    return html[len("<p>") : -len("</p>")] if is_one else html
