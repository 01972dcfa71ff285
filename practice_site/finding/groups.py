"""What finding gives: groups of things that can be opened."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

# In one group.
MOST = 8
# Rows of one model: those that came last.
LOOKED_AT = 5000


@dataclass(frozen=True)
class Found:
    title: Any
    url: str
    detail: Any = ""


@dataclass(frozen=True)
class Group:
    """``more``: where all that fits can be seen, if there is more than is shown."""

    name: Any
    found: list[Found] = field(default_factory=list)
    more: str = ""


def group(name: Any, found: Iterable[Found], more: str = "") -> Group:
    first = list(islice(found, MOST + 1))
    return Group(name, first[:MOST], more if len(first) > MOST else "")
