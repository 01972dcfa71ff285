"""Plain text cut into paragraphs, and the marks people type in front of a list's lines."""

import re
from dataclasses import dataclass
from itertools import pairwise

from writing.blocks import Block

BULLETS = "•·‣▪▫◦●○■□∙⁃➢➤✓\uf0b7\uf0a7"
DASHES = "-–*"
MARK = re.compile(
    rf"\s*(?:(?P<bullet>[{BULLETS}]\s*|[{DASHES}]\s+)|\(?(?P<number>\d{{1,3}})[.)]\s+)(?=\S)"
)
# A line this long was not broken by a person who wanted a short line.
LONG_LINE = 100
WRAPPED_AT = range(50, 91)


@dataclass(frozen=True)
class Mark:
    """What stands in front of a list's line; ``number`` is None for bullets."""

    number: int | None
    length: int
    is_certain: bool


def unmarked(line: str) -> Mark | None:
    """The mark a line begins with, or None."""
    match = MARK.match(line)
    if not match:
        return None
    number, bullet = match["number"], (match["bullet"] or "").strip()
    is_certain = bool(bullet) and bullet not in DASHES and bullet != "·"
    return Mark(int(number) if number else None, match.end(), is_certain)


def paragraphs_of(text: str) -> list[Block]:
    """Blank lines separate paragraphs; where there are none, every line is one."""
    chunks = [chunk.split("\n") for chunk in re.split(r"\n[ \n]*\n", text.strip("\n "))]
    width = width_of(chunks)
    if len(chunks) == 1 and not width:
        chunks = [[line] for line in chunks[0]]
    return [paragraph for chunk in chunks for paragraph in paragraphs_of_chunk(chunk, width)]


def width_of(chunks: list[list[str]]) -> int:
    """At how many characters a mail program or an old editor has broken the lines; 0 where none did."""
    wrapped = [
        lines for lines in map(stripped, chunks) if any(is_wrapped(lines[n:]) for n in range(3))
    ]
    return max((len(line) for lines in wrapped for line in lines), default=0)


def paragraphs_of_chunk(chunk: list[str], width: int = 0) -> list[Block]:
    lines = stripped(chunk)
    if not lines:
        return []
    if any(unmarked(line) for line in lines):
        return [Block.of_text("paragraph", line) for line in with_continuations(chunk, width)]
    if width:
        lines = unbroken(lines, width)
    if any(len(line) > (width or LONG_LINE) for line in lines):
        return [Block.of_text("paragraph", line) for line in lines]
    return [Block.of_text("paragraph", "\n".join(lines))]


def stripped(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]


def is_wrapped(lines: list[str]) -> bool:
    """Mail and old editors break lines at a fixed width; those breaks mean nothing."""
    return (
        len(lines) > 2
        and not any(unmarked(line) for line in lines)
        and all(len(line) in WRAPPED_AT for line in lines[:-1])
        and len(lines[-1]) <= WRAPPED_AT[-1]
    )


def unbroken(lines: list[str], width: int) -> list[str]:
    """A break stays only where the next word would still have had room in front of it."""
    kept = lines[:1]
    for before, line in pairwise(lines):
        if is_broken(before, line, width):
            kept[-1] += f" {line}"
        else:
            kept.append(line)
    return kept


def is_broken(before: str, line: str, width: int) -> bool:
    return len(before) >= WRAPPED_AT[0] and len(before) + 1 + len(line.split()[0]) > width


def with_continuations(chunk: list[str], width: int = 0) -> list[str]:
    """Lines of a list; an indented line without a mark goes on with the line above, and so does one
    for which there was no room in it."""
    lines, before = [], ""
    for line in filter(str.strip, chunk):
        is_continued = line[0] == " " and not unmarked(line) and lines and unmarked(lines[-1])
        is_cut = width and lines and not unmarked(line) and is_broken(before, line.strip(), width)
        before = line.strip()
        if is_continued or is_cut:
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return lines
