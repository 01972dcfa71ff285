"""What the lists of the desk cost, and the two forms that people work in, each beside the same rows in Django's admin
as it comes.

    python -m tests.practice_site.beside_stock                    every list with a hundred rows
    python -m tests.practice_site.beside_stock blog.Article       only these
    python -m tests.practice_site.beside_stock "blog.Article, form" "intake.Inquiry, form"
    python -m tests.practice_site.beside_stock --short            that a row costs no query, for CI

One process, one database, whole requests of a superuser, each through its own middleware; processor time, in turn,
the order turned from round to round; the median, and the median of the ratios within a round. The exit code is 1
where ours is dearer than one and a half times the other, or where more rows cost more queries.
"""

import argparse
import contextlib
import os
import sys
import time
from statistics import median

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

# ruff: noqa: E402  Django has to be set up before models are imported
import django

django.setup()

from django.conf import settings
from django.contrib import admin
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import (
    CaptureQueriesContext,
    setup_databases,
    teardown_databases,
)

from blog.models import Article
from intake.models import Inquiry
from tests import factories
from tests.intake.coordinators import unlock
from tests.practice_site import hundred_rows, stock_desk

MOST = 1.5
# One row that leads to its own form, and a page of numbers.
NO_LISTS = {"pages.Practice", "intake.MonthlyDemand"}
# Filled up last: see TOPICS.
WORDS = {
    f"team.{name}"
    for name in ("Specialty", "Modality", "Population", "Language", "Identity", "Payer")
}
UNLOCKED = "intake.Inquiry, unlocked"
FORMS = {"blog.Article, form": Article, "intake.Inquiry, form": Inquiry}


class Desks:
    """Ours and the other, each with somebody signed in who may see everything."""

    def __init__(self):
        self.ours, self.locked, self.stock = Client(), Client(), stock_desk.StockClient()
        own = {"is_superuser": True}
        coordinator = factories.make_user("coordinator", **own)
        factories.make_room_ready()
        factories.make_key_holder(coordinator)
        self.ours.force_login(coordinator)
        unlock(self.ours)
        self.locked.force_login(factories.make_user("manager", **own))
        self.stock.force_login(coordinator)
        with override_settings(MIDDLEWARE=stock_desk.MIDDLEWARE):
            self.stock.handler.load_middleware()

    def of(self, name):
        """Ours, theirs, and the address of the list."""
        label = name.partition(",")[0]
        ours = self.ours if label == "intake.Inquiry" and name != label else self.locked
        address = f"/admin/{label.lower().replace('.', '/')}/"
        if name in FORMS:
            address += f"{FORMS[name].objects.order_by('pk').first().pk}/change/"
        return ours, self.stock, address


def names():
    labels = [model._meta.label for model in admin.site._registry]
    return sorted([*(label for label in labels if label not in NO_LISTS), UNLOCKED, *FORMS])


def fill(count):
    hundred_rows.fill(count)
    for number in range(count):
        factories.make_inquiry(factories.make_content(message=f"Sundays {number}. " * 60))


def seconds(client, address):
    began = time.process_time()
    response = client.get(address)
    spent = time.process_time() - began
    assert response.status_code == 200, (address, response.status_code)
    return spent


def queries(client, address):
    seconds(client, address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def compare(desks, name, rounds):
    """Milliseconds of ours and of theirs, and the ratio."""
    ours, stock, address = desks.of(name)
    found = []
    for number in range(-2, rounds):  # the first two load and compile
        order = (ours, stock) if number % 2 else (stock, ours)
        spent = {client: seconds(client, address) * 1000 for client in order}
        if number >= 0:
            found.append((spent[ours], spent[stock]))
    return (
        median(one for one, _other in found),
        median(other for _one, other in found),
        median(one / other for one, other in found),
    )


def measure(desks, chosen, rounds):
    if chosen:
        print(f"{'list':28}{'ours':>10}{'stock':>10}{'ratio':>7}{'queries':>12}")
    dear = 0
    for name in chosen:
        one, other, ratio = compare(desks, name, rounds)
        ours, stock, address = desks.of(name)
        count, theirs = queries(ours, address), queries(stock, address)
        is_dear = ratio > MOST
        dear += is_dear
        mark = " dear" if is_dear else ""
        print(f"{name:28}{one:7.1f} ms{other:7.1f} ms{ratio:7.2f}{count:6} /{theirs:4}{mark}", flush=True)  # fmt: skip
    return dear


def grown(desks, chosen):
    """How many lists ask more of the database for ten rows than for three."""
    few, many = (counted(desks, chosen, rows) for rows in (3, 10))
    for name in chosen:
        print(f"{name:28}{few[name]:4} queries for 3 rows, {many[name]} for 10")
    return sum(many[name] > few[name] for name in chosen)


@transaction.atomic
def counted(desks, chosen, rows):
    fill(rows)
    asked = {}
    for name in chosen:
        ours, _stock, address = desks.of(name)
        asked[name] = queries(ours, address)
    transaction.set_rollback(True)
    return asked


def all_rows(desks, chosen, rows, rounds):
    """How many lists are dear with so many rows, in each of them."""
    fill(rows)
    dear = measure(desks, [name for name in chosen if name not in WORDS], rounds)
    hundred_rows.make_vocabulary(rows, hundred_rows.TOPICS)
    return dear + measure(desks, [name for name in chosen if name in WORDS], rounds)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("lists", nargs="*", choices=[*names(), []])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args(arguments)
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.TEMPLATES.append(stock_desk.TEMPLATES)
    settings.FORM_RENDERER = "tests.practice_site.stock_desk.EitherRenderer"
    chosen = options.lists or names()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        factories.make_practice()
        desks = Desks()
        if options.short:
            return 1 if grown(desks, chosen) else 0
        return 1 if all_rows(desks, chosen, options.rows, options.rounds) else 0
    finally:
        with contextlib.suppress(OSError):
            teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
