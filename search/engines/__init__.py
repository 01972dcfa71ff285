"""Which documents hold some words, as the database that is there can tell.

``of()`` gives a module with ``install(cursor)``, ``is_installed(cursor)``, ``remove(cursor)`` and ``holding(wish)``,
a condition for documents. Each understands the same wishes in the same way, so that all answer alike; ``plain``
asks for nothing but LIKE, where the database cannot search texts.
"""

from types import ModuleType

from django.db import connection

from search.engines import fts5, plain, postgresql


def of() -> ModuleType:
    if connection.vendor == "postgresql":
        return postgresql
    return fts5 if fts5.can() else plain
