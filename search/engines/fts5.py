"""SQLite's full-text search. The virtual table reads its words from ``search_document``."""

from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from search.engines.wishes import Group, Way, Wish

COLUMNS = "title_terms, names_terms, text_terms"
OLD, NEW = (", ".join(f"{row}.{name}" for name in COLUMNS.split(", ")) for row in ("old", "new"))
# As the package's own documents say: a row is taken out by telling what stood in it.
PUT = f"INSERT INTO search_terms(rowid, {COLUMNS}"
TAKE_OUT = f"{PUT}, search_terms) VALUES (old.id, {OLD}, 'delete');"
PUT_IN = f"{PUT}) VALUES (new.id, {NEW});"
TABLE = f"""CREATE VIRTUAL TABLE search_terms USING fts5({COLUMNS}, content='search_document',
    content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"""
TRIGGERS = {
    "search_index_insert": f"AFTER INSERT ON search_document BEGIN {PUT_IN} END",
    "search_index_delete": f"AFTER DELETE ON search_document BEGIN {TAKE_OUT} END",
    "search_index_update": f"AFTER UPDATE ON search_document BEGIN {TAKE_OUT} {PUT_IN} END",
}
LACKS = ""


@lru_cache(maxsize=1)
def can() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'")
        return cursor.fetchone() is not None


def install(cursor: Any) -> None:
    if not find(cursor, "table", "search_terms"):
        cursor.execute(TABLE)
    for name, what in TRIGGERS.items():
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"CREATE TRIGGER {name} {what}")
    cursor.execute("INSERT INTO search_terms(search_terms) VALUES ('rebuild')")


def is_installed(cursor: Any) -> bool:
    written = {name: f"CREATE TRIGGER {name} {what}" for name, what in TRIGGERS.items()}
    found = {name: find(cursor, "trigger", name) for name in TRIGGERS}
    return found == written and find(cursor, "table", "search_terms") == TABLE


def remove(cursor: Any) -> None:
    """With what it holds: the table that it reads may be gone afterwards."""
    for name in TRIGGERS:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
    cursor.execute("DROP TABLE IF EXISTS search_terms")


def find(cursor: Any, kind: str, name: str) -> str:
    cursor.execute("SELECT sql FROM sqlite_master WHERE type = %s AND name = %s", [kind, name])
    found = cursor.fetchone()
    return found[0] if found else ""


def holding(wish: Wish) -> Q:
    sql = "SELECT rowid FROM search_terms WHERE search_terms MATCH %s"
    return Q(pk__in=RawSQL(sql, [expression(wish)]))  # noqa: S611  its only parameter is passed as one


def expression(wish: Wish) -> str:
    joined = (" AND " if wish.needs_all else " OR ").join(map(any_of, wish.groups))
    return f"{{title_terms names_terms}} : ({joined})" if wish.in_names else joined


def any_of(group: Group) -> str:
    return f"({' OR '.join(map(phrase, group))})"


def phrase(way: Way) -> str:
    # Terms are letters and digits, but some of them are words of the language: AND, NEAR.
    return " + ".join(f'"{term}"' for term in way.terms) + ("*" if way.is_begun else "")
