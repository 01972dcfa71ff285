"""How much longer a search takes with ten thousand articles than with a hundred.

    python -m tests.search.growth                      10,000 articles; some minutes
    python -m tests.search.growth --short              1,000, for CI
    DATABASE_URL=postgres://… python -m tests.search.growth

One process, one database of its own, the same words before and after, nothing of them kept between two searches but the
vocabulary, as on a site. The exit code is 1 where the slowest twentieth takes more than five times as long.
"""

import argparse
import os
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

# ruff: noqa: E402  Django has to be set up before models are imported
import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import (
    setup_databases,
    setup_test_environment,
    teardown_databases,
    teardown_test_environment,
)
from django.urls import reverse

from blog.models import Article
from search.models import Document
from tests.search import demo_site
from tests.search.demo_queries import QUERIES

FEW, MANY, MANY_IN_SHORT = 100, 10_000, 1_000
MOST, ROUNDS = 5, 3


def slowest_twentieth():
    """Seconds of the clock for a page of what was found: the 95th of a hundred."""
    client, took = Client(), []
    for _round in range(ROUNDS):
        for typed in QUERIES:
            started = time.perf_counter()
            response = client.get(reverse("search:search"), {"q": typed})
            took.append(time.perf_counter() - started)
            assert response.status_code == 200, typed
    return sorted(took)[int(len(took) * 0.95)]


def measured(articles):
    demo_site.load(articles=articles)
    with connection.cursor() as cursor:
        # What a database does by itself after so many writes.
        cursor.execute("ANALYZE")
    number = Article.objects.published().count()
    assert number >= articles
    assert Document.objects.filter(kind="article").count() >= number
    slowest_twentieth()
    seconds = slowest_twentieth()
    print(f"{number:,} articles: {seconds * 1000:.1f} ms", flush=True)
    return seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    many = MANY_IN_SHORT if parser.parse_args().short else MANY
    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        few = measured(FEW)
        ratio = measured(many) / few
    finally:
        teardown_databases(made, verbosity=0)
        teardown_test_environment()
    print(f"{connection.vendor}: {ratio:.1f} times as long", flush=True)
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
