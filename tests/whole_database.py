"""All that somebody reads who has a copy of the database."""

import json
import re

from django.db import connection


def every_text():
    """All texts in all tables, whole and by their words; in JSON, what stands in it."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    yield from texts_in(value)


def texts_in(value):
    if isinstance(value, bytes | memoryview):
        value = bytes(value).decode("latin-1")
    if isinstance(value, dict | list):
        value = json.dumps(value)
    if isinstance(value, str):
        yield value
        yield from re.findall(r"[\w-]{8,}", value)
