"""Whether somebody has written to some tables since the last look."""

from collections.abc import Sequence

from django.db import connection

LOOKS = {
    "sqlite": "SELECT group_concat(mark) FROM freshness_edition WHERE name = %s",
    # All rows that are settled, in whatever order they were, and what only this transaction has written.
    "postgresql": """
        SELECT count(*) || ':' || sum(mark) || coalesce(
            current_setting('freshness.' || replace(min(name), '.', '_'), true), ''
        )
        FROM freshness_edition WHERE name = %s
    """,
}


class Mark:
    """Another text after each write to the tables of ``models``, labels of them, by whomever (see triggers)."""

    every: "dict[str, Mark]" = {}

    def __init__(self, name: str, models: Sequence[str]) -> None:
        self.name, self.models = name, models
        Mark.every[name] = self

    def look(self) -> str:
        """Empty while nothing tells whether somebody writes. One statement."""
        with connection.cursor() as cursor:
            cursor.execute(LOOKS[connection.vendor], [self.name])
            (mark,) = cursor.fetchone()
        return mark or ""
