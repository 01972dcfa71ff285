"""What can be found. An app says what of its own from ``AppConfig.ready()``, and keeps it to itself otherwise."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from search.models import Document

# Between two names in the index.
STOP = "."


@dataclass(frozen=True)
class Piece:
    """``names``, with commas: what else it is called, and what it is about; found like a title, and not shown. ``part`` and
    ``anchor`` tell several pieces of one row apart."""

    object_id: int
    title: str
    names: str = ""
    text: str = ""
    part: int = 0
    anchor: str = ""


@dataclass(frozen=True)
class Shown:
    """``thing``: what the template of its kind says something about."""

    title: str
    url: str
    thing: Any = None


@dataclass(frozen=True)
class Watch:
    """A table with something in it that is indexed. ``ids`` says in SQL of whose index ``{row}`` is, a row of it that
    was written: ``{row}.id``, or a SELECT. ``columns``: the only ones whose update counts."""

    model: str
    ids: str = "{row}.id"
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """``rows`` are those that a visitor may see at this moment, ``None`` where everybody always may. ``pieces`` makes
    what is indexed of rows with these ids, whether public or not. ``ids`` are all there are. ``show`` gives what is
    shown of documents, by their own number, and ``template`` adds a line. ``weight``: which kind comes first, all
    else alike. ``called``: how people ask for this kind."""

    kind: str
    name: Any
    weight: float
    template: str
    rows: Callable[[], QuerySet] | None
    ids: Callable[[], Iterable[int]]
    pieces: Callable[[Sequence[int]], Iterable[Piece]]
    show: Callable[[Sequence[Document]], Mapping[int, Shown]]
    watches: tuple[Watch, ...] = ()
    called: tuple[str, ...] = ()

    @property
    def model(self) -> str:
        """Of which rows it tells; nothing where they are not rows."""
        return self.watches[0].model if self.rows else ""


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    SOURCES[source.kind] = source
