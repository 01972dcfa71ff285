"""The people of a byline, each with a name and a title."""

import re
from dataclasses import dataclass

from blog.start.name_shapes import BRACKETED, looks_like_name, with_credentials

BETWEEN_AUTHORS = re.compile(r",?\s+(?:and|with)\s+|,?\s*&\s*|[,;/|]\s*|\n\s*", re.IGNORECASE)


@dataclass
class Author:
    name: str
    title: str = ""

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.name, self.title]))


def authors_in(text: str) -> list[Author]:
    """``June Aldecott, Doctoral Intern and Theo Brandvold, LMFT`` is two authors."""
    text = text.strip()
    outside = BRACKETED.sub(lambda match: "_" * len(match[0]), text)
    between = list(BETWEEN_AUTHORS.finditer(outside))
    nexts = [*(cut.start() for cut in between[1:]), len(text)]
    cuts = [
        cut
        for cut, end in zip(between, nexts, strict=False)
        if looks_like_name(with_credentials(text[cut.end() : end])[0])
    ]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    pieces = (text[start:end].strip(" ,;/|\n") for start, end in zip(starts, ends, strict=True))
    return [Author(*with_credentials(piece)) for piece in pieces if piece]
