"""Where a page of a list begins: behind one article. Told by its time and number, it needs no counting and
moves for nobody who comes before it."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

SPELLING = re.compile(r"([12][0-9]{3}[01][0-9][0-3][0-9]T[0-9]{12})-([1-9][0-9]{0,17})")
TIME = "%Y%m%dT%H%M%S%f"


class Place(NamedTuple):
    publish_at: datetime
    pk: int

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """None for what no page has written."""
        found = SPELLING.fullmatch(text)
        try:
            return found and cls(
                datetime.strptime(found[1], TIME).replace(tzinfo=UTC), int(found[2])
            )
        except ValueError:  # a day that no month has
            return None

    def __str__(self) -> str:
        return f"{self.publish_at.astimezone(UTC):{TIME}}-{self.pk}"
