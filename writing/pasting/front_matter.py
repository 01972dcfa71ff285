"""What site generators keep above a text: title, author and day, between two lines of dashes."""

import re

from writing.blocks import Block

FENCES = {"---": "---", "+++": "+++"}
MOST_LINES = 80
PAIR = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(?P<value>.*)")
# Our word for what they call it; what has none is about their site.
KEYS = {
    "title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author",
    "byline": "author", "writer": "author", "date": "date", "pubdate": "date", "publishdate": "date",
    "published": "date", "publishedat": "date", "created": "date", "createdat": "date", "description": "description",
    "summary": "summary", "excerpt": "excerpt", "subtitle": "subtitle", "teaser": "teaser",
}  # fmt: skip
SAID = {"title": "title", "author": "authors", "date": "date"}


def split_front_matter(text: str) -> tuple[list[Block], str]:
    """``(a paragraph for each of its lines, the rest of the text)``; no paragraphs where there is none."""
    lines = text.lstrip("\ufeff\n ").split("\n")
    end = FENCES.get(lines[0].strip())
    if end is None:
        return [], text
    last = next((n for n, line in enumerate(lines[1:MOST_LINES], 1) if line.strip() == end), 0)
    pairs = pairs_in(lines[1:last])
    if not last or not pairs:
        return [], text
    return [paragraph(key, value) for key, value in pairs], "\n".join(lines[last + 1 :])


def pairs_in(lines: list[str]) -> list[tuple[str, str]]:
    """``[(key, value)]``; nothing where a line is none of it."""
    pairs: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, lines):
        pair = PAIR.fullmatch(line)
        if pair and not line.startswith((" ", "-")):
            pairs.append((pair["key"], [pair["value"]]))
        elif pairs and line.startswith((" ", "-", "\t", "]")):
            pairs[-1][1].append(line.strip())
        elif not line.startswith(("#", "[")):
            return []
    return [(key, value_of(values)) for key, values in pairs]


def value_of(values: list[str]) -> str:
    """A word, a list in brackets or by dashes, or lines that go on."""
    first, *more = values
    if more and all(line.startswith("- ") for line in more):
        return " and ".join(unquoted(line[2:]) for line in more)
    whole = " ".join([first.strip(), *more]).strip()
    whole = re.sub(r"^[>|][+-]?\s+", "", whole)
    if whole.startswith("[") and whole.endswith("]"):
        parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^,\[\]]+", whole[1:-1])
        return " and ".join(filter(None, (unquoted(part) for part in parts)))
    return unquoted(whole)


def unquoted(text: str) -> str:
    text = text.strip()
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1].replace('\\"', '"').replace("''", "'") if is_quoted else text


def paragraph(key: str, value: str) -> Block:
    name = KEYS.get(re.sub(r"[\W_]", "", key).lower())
    said = SAID.get(name or "", "" if name else "out") if value else "out"
    return Block.of_text("paragraph", f"{name or key}: {value}".strip(), said=said)
