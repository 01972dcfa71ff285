"""What a text rests on, as it is listed at its end: rows that are references, and how they are stored."""

import re

from blog.models.care import LONGEST_REFERENCE, MOST_REFERENCES
from blog.start.lines import NUMBERED, REFERENCES, WEB, YEAR
from blog.start.row import Row
from writing.blocks import every_block

__all__ = ["LONGEST_REFERENCE", "MOST_REFERENCES", "is_label", "reference_section", "references_of"]
HTTPS = re.compile(r"\bhttps://[^\s<>\"“”]+[^\s<>\"“”.,;:)\]]", re.IGNORECASE)


def reference_section(rows: list[Row]) -> list[Row]:
    """The rows of the list, its heading too; nothing where there is none."""
    start = next((n for n in range(len(rows) - 1, 0, -1) if is_label(rows[n].text)), None)
    notes = [row for row in rows if row.of.note or any(block.note for block in row.item)]
    if start is None or notes:
        return notes
    section = [rows[start]]
    for row in rows[start + 1 :]:
        if not is_reference(row):
            break
        section.append(row)
    return section if len(section) > 1 else notes


def is_label(text: str) -> bool:
    return bool(REFERENCES.fullmatch(text))


def is_reference(row: Row) -> bool:
    text = row.text
    if len(text) > LONGEST_REFERENCE or row.is_fixed or row.of.kind == "heading":
        return False
    return bool(
        row.own == "list"
        or NUMBERED.match(text)
        or WEB.search(text)
        or YEAR.search(text)
        or row.of.note
    )


def references_of(rows: list[Row]) -> list[dict[str, str]]:
    """What the rows list; a note of several paragraphs is one."""
    listed: list[dict[str, str]] = []
    before = 0
    for row in rows:
        one = reference_row(row)
        note = (row.item or [row.of])[0].note
        if note and note == before and listed:
            listed[-1]["text"] += f" {one['text']}"
            listed[-1]["url"] = listed[-1]["url"] or one["url"]
        elif one["text"]:
            listed.append(one)
        before = note
    return listed


def reference_row(row: Row) -> dict[str, str]:
    """``{"text", "url"}`` as an article keeps it; without text where it is only the heading."""
    number = NUMBERED.match(row.text)
    text = " ".join(row.text[number.end() if number else 0 :].split())
    if is_label(row.text):
        return {"text": "", "url": ""}
    inner = row.item or [row.of]
    links = [run.href for block in every_block(inner) for run in block.runs if run.href]
    typed = HTTPS.search(text)
    url = typed[0] if typed else next((href for href in links if href.startswith("https://")), "")
    if typed and text.endswith((typed[0], f"{typed[0]}.")) and text != typed[0]:
        text = text[: typed.start()].rstrip(" –—-:;,") or text
    return {"text": text, "url": url if len(url) <= 500 else ""}
