"""An address of a sitemap, and the sections that addresses come in.

A section is the rows of a thousand ids and is named after the first of them. So it costs the same
wherever it begins, it stays where it is when rows come and go, and no address is in two of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, QuerySet

LONGEST_SECTION = 1000
# Beyond it a database knows no ids.
GREATEST_ID = 2**63 - 1


class Entry(NamedTuple):
    """An address, since when it says what it says (None where nobody wrote that down), and the file of its picture.
    ``by_language``: where the page is there in several, the address in each, its own among them."""

    address: str
    changed: datetime | None = None
    picture: str | None = None
    by_language: Mapping[str, str] = {}


@dataclass(frozen=True)
class Part:
    rows: Callable[[], QuerySet]
    entries: Callable[[QuerySet], Iterable[Entry]]

    def section(self, start: int) -> list[Entry]:
        """Of the rows from the id ``start`` on."""
        if start % LONGEST_SECTION != 1 or start > GREATEST_ID - LONGEST_SECTION:
            return []
        return list(self.entries(self.rows_from(start)))

    def rows_from(self, start: int) -> QuerySet:
        # Row by row: else SQLite reads an index for lists from its one end to the other.
        is_public = Exists(self.rows().order_by().filter(pk=OuterRef("pk")))
        ids = (start, start + LONGEST_SECTION - 1)
        return self.rows().model._base_manager.filter(is_public, pk__range=ids).order_by("pk")

    def starts(self) -> Iterator[int]:
        number = (F("pk") - 1) / LONGEST_SECTION
        numbers = self.rows().order_by().annotate(number=number).values_list("number", flat=True)
        for number in sorted(numbers.distinct()):
            yield number * LONGEST_SECTION + 1
