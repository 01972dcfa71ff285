"""HTML through nh3, in time that grows with its length."""

from collections.abc import Iterator

import nh3

# html5ever copies a text as far as it has come for every "&" in it. A comment, which is not kept,
# begins another text.
MOST_AMPERSANDS = 200
BEGINS_ANOTHER = "<!---->"


def clean(cleaner: nh3.Cleaner, html: str) -> str:
    return cleaner.clean("".join(in_short_texts(html)))


def in_short_texts(html: str) -> Iterator[str]:
    pieces = iter(html.split("&"))
    yield next(pieces)
    count = 0
    for piece in pieces:
        if count == MOST_AMPERSANDS:
            yield BEGINS_ANOTHER
            count = 0
        yield "&"
        yield piece
        count = 0 if "<" in piece else count + 1
