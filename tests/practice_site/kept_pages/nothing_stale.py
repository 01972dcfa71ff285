"""Kept pages beside those that Django makes, after thousands of changes and in time that passes.

    python -m tests.practice_site.kept_pages.nothing_stale [--checks 10000] [--seed 1] [--short] [--processes] [--redis]

On a database of its own, of the kind that DATABASE_URL names. With --processes through two real web processes, in
time as it is; with --redis a Redis of its own is their common shelf. The exit code is 1 where one is stale.
"""

import argparse
import os
import sys
import tempfile
from random import Random

# After so many steps everything is as it was, so that it does not fall to pieces.
STEPS = 60


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checks", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="500 checks")
    parser.add_argument("--processes", action="store_true", help="through two real web processes")
    parser.add_argument("--redis", action="store_true", help="with Redis as their common shelf")
    chosen = parser.parse_args()
    if chosen.short:
        chosen.checks = 500
    if chosen.processes:
        from tests.practice_site.kept_pages import in_processes

        return in_processes.run(chosen)
    return here(chosen)


def here(chosen):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    connection.close_if_unusable_or_obsolete = lambda: None
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings.CACHES["pages"] = {
                "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
                "LOCATION": folder,
            }
            call_command("demo", verbosity=0)
            compare(chosen)
    finally:
        teardown_databases(databases, verbosity=0)


def compare(chosen):
    from django.db import transaction

    from tests.practice_site.kept_pages.desk_changes import Backup, state, version
    from tests.practice_site.kept_pages.differential import Differential
    from tests.practice_site.kept_pages.house import House

    house, random, checked = House(), Random(chosen.seed), 0
    ways = [version, version, state, state, Backup()]
    while checked < chosen.checks:
        with transaction.atomic():
            found = Differential(house, random, ways)
            found.run(STEPS)
            transaction.set_rollback(True)
        checked += found.checked
        print(found, f"({checked} in all)", flush=True)
        house.made.clear()
    house.close()


if __name__ == "__main__":
    sys.exit(main())
