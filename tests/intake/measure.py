"""What the confidential room costs, in one run, on a database of its own.

    python -m tests.intake.measure [--inquiries 10000]

Prints the time to seal (median CPU of 1,000) and to unlock, the queue with many inquiries against the same
page with 100, locked and unlocked, a search over all of them unlocked, and what pages take for others meanwhile. The
exit code is 1 where the slowest of a hundred takes them three times as long as without a search, or longer.
"""

import argparse
import os
import statistics
import sys
import threading
import time
import uuid

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

# ruff: noqa: E402  Django has to be set up before models are imported
import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

from intake.documents import sealed
from intake.documents.content import to_document
from practice_site.demo.load import load_demo
from practice_site.demo.many_inquiries import add_inquiries
from sealing.envelopes import SealContext, seal
from tests import factories
from tests.intake.coordinators import LIST, unlock

ROUNDS = 15
# Of others, while somebody searches.
PAGES, MOST = ("/get-started/", LIST), 3


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inquiries", type=int, default=10_000)
    many = parser.parse_args().inquiries
    settings.ALLOWED_HOSTS = ["testserver"]
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        return measure(many)
    finally:
        teardown_databases(databases, verbosity=0)


def measure(many):
    load_demo(lambda text: None)
    seal_one()
    locked, open_one = a_coordinator(is_unlocked=False), a_coordinator(is_unlocked=True)
    pages = {"locked": locked, "unlocked": open_one}
    add_inquiries(100, print)
    few = {name: median(client, LIST) for name, client in pages.items()}
    add_inquiries(many, lambda text: None)
    for name, client in pages.items():
        now = median(client, LIST)
        print(f"queue {name}: {few[name] * 1000:.0f} ms with 100, {now * 1000:.0f} ms with {many}:"
              f" {now / few[name]:.2f}×")  # fmt: skip
    began = time.perf_counter()
    search(open_one)
    print(f"search over {many} unlocked: {time.perf_counter() - began:.2f} s")
    return meanwhile(open_one, locked)


def search(client):
    assert client.post(LIST + "?place=all", {"words": "sleep night xyzzy"}).status_code == 200


def meanwhile(searching, other, rounds=3, visits=40):
    """How many pages take others too long while somebody searches; with and without in turn."""
    alone, beside = ({page: [] for page in PAGES} for _number in range(2))
    for _round in range(rounds):
        for _time in range(visits):
            visit(other, alone)
        thread = threading.Thread(target=search_and_close, args=(searching,))
        thread.start()
        while thread.is_alive():
            visit(other, beside)
    slow = 0
    for page in PAGES:
        figures = [(statistics.median(one), slowest(one)) for one in (alone[page], beside[page])]
        slow += figures[1][1] > MOST * figures[0][1]
        said = ", ".join(f"{half * 1000:.0f} / {last * 1000:.0f} ms" for half, last in figures)
        print(f"{page} for somebody else, median / p99, alone and beside a search: {said}")
    return 1 if slow else 0


def search_and_close(client):
    try:
        search(client)
    finally:
        connection.close()


def visit(client, times):
    for page in PAGES:
        began = time.perf_counter()
        assert client.get(page).status_code == 200
        times[page].append(time.perf_counter() - began)


def slowest(times):
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.99))]


def seal_one():
    key = factories.PracticeKey.objects.current().public_key
    document = sealed.as_bytes(to_document(factories.make_content(message="Sundays. " * 60)))
    times = []
    for _number in range(1000):
        began = time.process_time()
        seal(document, key, SealContext(sealed.CONTENT, uuid.uuid4()))
        times.append(time.process_time() - began)
    print(f"seal: {statistics.median(times) * 1000:.2f} ms CPU, median of {len(times)}")


def a_coordinator(*, is_unlocked):
    from practice_site.demo.keys import PASSPHRASE, give_key

    client, user = Client(), factories.make_user("coordinator")
    give_key(user)
    client.force_login(user)
    if is_unlocked:
        factories.PASSPHRASE = PASSPHRASE
        began = time.perf_counter()
        unlock(client)
        print(f"unlock: {time.perf_counter() - began:.2f} s")
    return client


def median(client, address):
    times = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        assert client.get(address).status_code == 200
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
