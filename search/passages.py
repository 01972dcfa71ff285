"""What is shown of a text: the piece with most of what was looked for, and that marked."""

from collections.abc import Iterator, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.engines.wishes import Way
from search.query import Query
from search.terms import Token, clean, tokens

LONGEST, MOST_LOOKED_AT, AHEAD = 220, 20_000, 40
Spans = list[tuple[int, int]]


class Marker:
    def __init__(self, query: Query) -> None:
        said = [part for part in query.parts if not part.is_weak]
        ways = [way for part in said for way in part.ways]
        self.single = {way.terms[0] for way in ways if len(way.terms) == 1 and not way.is_begun}
        self.begun = tuple(way.terms[0] for way in ways if way.is_begun)
        self.phrases: list[Way] = [way for way in ways if len(way.terms) > 1]

    def spans(self, text: str) -> Spans:
        """Where a clean text says something of it."""
        return list(self.find(list(tokens(text))))

    def find(self, said: Sequence[Token]) -> Iterator[tuple[int, int]]:
        terms = [one.term for one in said]
        at = 0
        while at < len(said):
            length = self.length_at(terms, at) or self.is_begun(said[at])
            if length:
                yield said[at].start, said[at + length - 1].end
            at += length or 1

    def length_at(self, terms: Sequence[str], at: int) -> int:
        for way in self.phrases:
            if tuple(terms[at : at + len(way.terms)]) == way.terms:
                return len(way.terms)
        return 1 if terms[at] in self.single else 0

    def is_begun(self, token: Token) -> int:
        return 1 if self.begun and token.folded.startswith(self.begun) else 0

    def mark(self, text: str) -> SafeString:
        text = clean(text)
        return marked(text, self.spans(text), 0, len(text))

    def passage(self, text: str) -> SafeString:
        """Of a text with a line for each of its blocks."""
        text = text[:MOST_LOOKED_AT]
        spans = self.spans(text)
        start, end = window(text, spans)
        inside = [(a, b) for a, b in spans if a >= start and b <= end]
        before = "… " if start and text[start - 1] != "\n" else ""
        after = " …" if end < len(text) and text[end] != "\n" else ""
        return mark_safe(f"{before}{marked(text, inside, start, end)}{after}")


def window(text: str, spans: Spans) -> tuple[int, int]:
    """The stretch that says most of it; the beginning where it says nothing."""
    starts = [at for at, _end in spans] or [0]
    best, most = starts[0], 0
    for number, at in enumerate(starts):
        inside = sum(1 for other in starts[number : number + 12] if other < at + LONGEST - AHEAD)
        if inside > most:
            best, most = at, inside
    start = begin(text, best)
    end = min(start + LONGEST, len(text))
    line_end = text.find("\n", best, end)
    if line_end > 0:
        end = line_end
    elif end < len(text):
        space = text.rfind(" ", best, end)
        end = space if space > best else end
    return start, max(end, min(best + 1, len(text)))


def begin(text: str, at: int) -> int:
    """A little before, at the beginning of a block, a sentence or a word."""
    line = text.rfind("\n", 0, at) + 1
    if at - line <= 2 * AHEAD:
        return line
    sentence = max(text.rfind(f"{end} ", line, at) + 2 for end in ".?!")
    if sentence > line + 1 and at - sentence <= 2 * AHEAD:
        return sentence
    space = text.rfind(" ", line, at - AHEAD)
    return space + 1 if space > 0 else line


def marked(text: str, spans: Spans, start: int, end: int) -> SafeString:
    pieces, at = [], start
    for first, last in spans:
        pieces += [escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>"]
        at = last
    pieces.append(escape(text[at:end]))
    return mark_safe("".join(map(str, pieces)))
