"""Public addresses that are near one that leads nowhere: cut off in a message, or a letter off.

Whoever has public pages says so from ``AppConfig.ready()``. Only what a visitor may see at this moment is ever named,
and never more than a handful: an address that was thought up tells nobody what else there is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, islice
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.functions import Substr
from django.urls import reverse

from editing.models.languages import Translatable

SHORTEST = 4
LONGEST = 120
MOST = 5
# Of a kind so many names are compared with a word that is a letter off.
MOST_COMPARED = 2_000
ALIKE = 0.75
# What a message leaves behind an address, or a program puts there.
BEHIND = " \t.,;:!?…)]}>»”’\"'*_`"
ADDRESS = re.compile(rf"/(?:[\w-]{{1,{LONGEST}}}/){{0,2}}[\w-]{{1,{LONGEST}}}", re.ASCII)


class Place(NamedTuple):
    """``language``: of what is in another language than the site's own."""

    title: str
    url: str
    language: str = ""


@dataclass(frozen=True)
class Kind:
    """Public pages, by the name of their address, which ends in one word. ``rows`` are what may be seen now; ``word`` is
    the column of that word, ``title`` what a row is called in public."""

    view: str
    rows: Callable[[], QuerySet]
    title: Callable[..., str]
    word: str = "slug"
    address: Callable[..., str] = lambda row: row.get_absolute_url()
    # Of something that has a page of its own: a word that stands elsewhere was meant for that.
    is_list: bool = False

    def public(self) -> QuerySet:
        """A row in another language has no address here."""
        rows = self.rows()
        is_translated = issubclass(rows.model, Translatable)
        return rows.filter(language=settings.LANGUAGE_CODE) if is_translated else rows

    @property
    def before(self) -> str:
        return reverse(self.view, args=["-"]).rsplit("-", 1)[0]

    def beginning(self, word: str) -> Iterator[Place]:
        return self.places(self.public().filter(**{f"{self.word}__startswith": word})[: MOST + 1])

    def alike(self, word: str) -> Iterator[tuple[float, Place]]:
        """Those that a slip of the hand makes of each other; with how much."""
        named = self.public().order_by().annotate(near_word=Substr(self.word, 1, LONGEST))
        found = [
            (how_much, pk)
            for pk, other in named.values_list("pk", "near_word")[:MOST_COMPARED]
            if (how_much := likeness(word, other)) >= ALIKE
        ]
        best = {pk: how_much for how_much, pk in sorted(found)[-MOST:]}
        for row in self.public().filter(pk__in=best):
            yield best[row.pk], self.place(row)

    def places(self, rows: Iterable) -> Iterator[Place]:
        return map(self.place, rows)

    def place(self, row: object) -> Place:
        return Place(self.title(row), self.address(row))


KINDS: list[Kind] = []
_entrances: list[Callable[[], Iterable[Place]]] = []


def register(kind: Kind) -> None:
    KINDS.append(kind)


def register_entrances(places: Callable[[], Iterable[Place]]) -> None:
    """Parts of the site that are always there."""
    _entrances.append(places)


class Near(NamedTuple):
    """``only``: the one public address that begins so."""

    only: Place | None = None
    places: tuple[Place, ...] = ()


def near(path: str) -> Near:
    """Of the path of a request, decoded."""
    wanted = path.rstrip("/").rstrip(BEHIND).rstrip("/").lower()
    before, _slash, word = wanted.rpartition("/")
    # Nobody who was sent an address climbs out of a folder.
    if "/.." in path or not ADDRESS.fullmatch(wanted) or len(word) < SHORTEST:
        return Near()
    before += "/"
    entrances = list(chain.from_iterable(places() for places in _entrances))
    kinds = [kind for kind in KINDS if kind.before == before]
    found = [place for place in entrances if place.url.startswith(wanted)]
    for kind in kinds:
        # What has this very address is what was meant.
        exact = [place for place in kind.beginning(word) if place.url.startswith(wanted)]
        found += [place for place in exact if place.url.rstrip("/") == wanted] or exact
    same = [place for place in found if place.url.rstrip("/") == wanted]
    if len(same or found) == 1:
        return Near((same or found)[0])
    if found:
        return Near(places=tuple(found[:MOST]))
    # Without the part of the site before it, or with another one, it is never more than a guess.
    elsewhere = [kind for kind in KINDS if kind not in kinds and not kind.is_list]
    moved = islice(chain.from_iterable(kind.beginning(word) for kind in elsewhere), MOST)
    return Near(places=tuple(moved) or tuple(slips(kinds or elsewhere, entrances, wanted, word)))


def slips(kinds: list[Kind], entrances: list[Place], wanted: str, word: str) -> Iterator[Place]:
    found = [(likeness(wanted, place.url.rstrip("/")), place) for place in entrances]
    found += chain.from_iterable(kind.alike(word) for kind in kinds)
    best = sorted(found, key=lambda one: -one[0])
    return (place for how_much, place in best[:MOST] if how_much >= ALIKE)


def likeness(one: str, other: str) -> float:
    """From 0 to 1, and 0 as soon as it cannot be ``ALIKE``. A word that was cut as well is compared with as much."""
    other = other[: len(one) + 2]
    matcher = SequenceMatcher(None, other, one, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0
    return matcher.ratio()
