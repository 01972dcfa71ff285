"""No page waits for the database without an end.

A migration or a restore may wait and work for as long as it takes; whoever reads a page may not, and
four of them waiting would stop everybody else. What runs into a limit gets the page of an outage.
"""

from django.db import connections

LIMITS = {
    "lock_timeout": "5s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}


def limit_waiting() -> None:
    """For a process that serves pages, before its first question. What ``DATABASE_URL`` says counts more.

    SQLite has its own limit for locks, in every process (``practice_site.environment``).
    """
    database = connections.settings["default"]
    if database["ENGINE"].endswith("postgresql"):
        limits = " ".join(f"-c {name}={value}" for name, value in LIMITS.items())
        options = database["OPTIONS"]
        options["options"] = f"{limits} {options.get('options', '')}".strip()
