"""Plain text cut into paragraphs, and the marks people type in front of a list's lines."""

import re
from dataclasses import dataclass

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
    if len(chunks) == 1 and not is_wrapped(chunks[0]):
        chunks = [[line] for line in chunks[0]]
    return [paragraph for chunk in chunks for paragraph in paragraphs_of_chunk(chunk)]


def paragraphs_of_chunk(chunk: list[str]) -> list[Block]:
    lines = [line.strip() for line in chunk if line.strip()]
    if not lines:
        return []
    if any(unmarked(line) for line in lines):
        return [Block.of_text("paragraph", line) for line in with_continuations(chunk)]
    if is_wrapped(lines):
        return [Block.of_text("paragraph", " ".join(lines))]
    if any(len(line) > LONG_LINE for line in lines):
        return [Block.of_text("paragraph", line) for line in lines]
    return [Block.of_text("paragraph", "\n".join(lines))]


def is_wrapped(lines: list[str]) -> bool:
    """Mail and old editors break lines at a fixed width; those breaks mean nothing."""
    lines = [line.strip() for line in lines if line.strip()]
    return (
        len(lines) > 2
        and not any(unmarked(line) for line in lines)
        and all(len(line) in WRAPPED_AT for line in lines[:-1])
        and len(lines[-1]) <= WRAPPED_AT[-1]
    )


def with_continuations(chunk: list[str]) -> list[str]:
    """Lines of a list; an indented line without a mark goes on with the line above."""
    lines = []
    for line in filter(str.strip, chunk):
        is_continued = line[0] == " " and not unmarked(line) and lines and unmarked(lines[-1])
        if is_continued:
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return lines
