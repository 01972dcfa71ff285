"""Kept pages beside those that Django makes, after thousands of changes and in time that passes.

    python -m tests.practice_site.kept_pages.nothing_stale [--checks 10000] [--seed 1] [--short]

On a database of its own, of the kind that DATABASE_URL names. The exit code is 1 where one is stale.
"""

import argparse
import os
import sys
import tempfile
from random import Random

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

# ruff: noqa: E402  Django has to be set up before models are imported
import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

from tests.practice_site.kept_pages.differential import Differential
from tests.practice_site.kept_pages.house import House

# After so many steps everything is as it was, so that it does not fall to pieces.
STEPS = 60


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checks", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="500 checks")
    chosen = parser.parse_args()
    if chosen.short:
        chosen.checks = 500
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
            run(chosen)
    finally:
        teardown_databases(databases, verbosity=0)


def run(chosen):
    house, random, checked = House(), Random(chosen.seed), 0
    while checked < chosen.checks:
        with transaction.atomic():
            found = Differential(house, random)
            found.run(STEPS)
            transaction.set_rollback(True)
        checked += found.checked
        print(found, f"({checked} in all)", flush=True)
        house.made.clear()
    house.close()


if __name__ == "__main__":
    sys.exit(main())
