"""Where the database has no full-text search: LIKE. Slower, and it finds the same."""

from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Q, TextField, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from search.engines.wishes import Group, Way, Wish

NAMES = ("title_terms", "names_terms")
LACKS = _("This SQLite has no FTS5. Search works, and gets slow with thousands of articles.")


def install(cursor: Any) -> None:
    pass


def is_installed(cursor: Any) -> bool:
    return True


def remove(cursor: Any) -> None:
    pass


def holding(wish: Wish) -> Q:
    columns = NAMES if wish.in_names else (*NAMES, "text_terms")
    return reduce(and_ if wish.needs_all else or_, (any_of(one, columns) for one in wish.groups))


def any_of(group: Group, columns: tuple[str, ...]) -> Q:
    return reduce(or_, (phrase(way, column) for way in group for column in columns))


def phrase(way: Way, column: str) -> Q:
    # Between spaces: a whole word, or the beginning of one.
    written = f" {' '.join(way.terms)}" + ("" if way.is_begun else " ")
    return Q(**{f"{column}_spaced__contains": written})


def spaced() -> dict[str, Any]:
    """Annotations that ``holding`` asks for."""
    return {
        f"{name}_spaced": Concat(Value(" "), name, Value(" "), output_field=TextField())
        for name in (*NAMES, "text_terms")
    }
