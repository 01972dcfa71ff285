"""PostgreSQL's full-text search: a column that it makes itself of the terms, and an index of it."""

from typing import Any

from django.db.models import Q
from django.db.models.expressions import RawSQL

from search.engines.wishes import Group, Way, Wish

VECTOR = """
    ALTER TABLE search_document ADD COLUMN IF NOT EXISTS vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.simple', title_terms), 'A')
        || setweight(to_tsvector('pg_catalog.simple', names_terms), 'B')
        || setweight(to_tsvector('pg_catalog.simple', text_terms), 'D')
    ) STORED
"""
INDEX = "CREATE INDEX IF NOT EXISTS search_document_vector ON search_document USING gin (vector)"
LACKS = ""


def install(cursor: Any) -> None:
    cursor.execute(VECTOR)
    cursor.execute(INDEX)


def is_installed(cursor: Any) -> bool:
    cursor.execute("SELECT to_regclass('search_document_vector') IS NOT NULL")
    return cursor.fetchone()[0]


def remove(cursor: Any) -> None:
    """It looks after itself."""


def holding(wish: Wish) -> Q:
    sql = "SELECT id FROM search_document WHERE vector @@ to_tsquery('pg_catalog.simple', %s)"
    return Q(pk__in=RawSQL(sql, [expression(wish)]))  # noqa: S611  its only parameter is passed as one


def expression(wish: Wish) -> str:
    where = "AB" if wish.in_names else ""
    joint = " & " if wish.needs_all else " | "
    return joint.join(any_of(group, where) for group in wish.groups)


def any_of(group: Group, where: str) -> str:
    return f"({' | '.join(phrase(way, where) for way in group)})"


def phrase(way: Way, where: str) -> str:
    last = len(way.terms) - 1
    marks = [f"{'*' if way.is_begun and at == last else ''}{where}" for at in range(last + 1)]
    written = [
        f"{term}:{mark}" if mark else term for term, mark in zip(way.terms, marks, strict=True)
    ]
    return f"({' <-> '.join(written)})"
