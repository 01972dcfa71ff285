"""The comparisons of ``nothing_stale`` through two real web processes, which hear of each change from the database."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from random import Random

from tests.outages import own_database
from tests.practice_site.kept_pages.own_site import OwnSite
from tests.practice_site.kept_pages.redis_server import Redis

MEGABYTES = 300
STEPS, AT_ONCE = 60, 8


def run(chosen):
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(own_database(directory, MEGABYTES))
        (directory / "state").mkdir()
        shelf = {"CACHE_URL": stack.enter_context(Redis.running()).url} if chosen.redis else {}
        site = OwnSite(directory / "state", database.url, **shelf)
        site.fill()
        stack.enter_context(site.running())
        return compare(site, chosen)


def compare(site, chosen):
    from tests.practice_site.kept_pages.desk_changes import Backup, state, version

    random, found, backup = Random(chosen.seed), Comparison(site), Backup()
    while found.checked < chosen.checks:
        backup()
        for _step in range(STEPS):
            found.step(random, [version, version, state, state, backup])
        print(found, flush=True)
    return 1 if found.stale else 0


class Comparison:
    def __init__(self, site):
        from tests.practice_site.kept_pages.differential import addresses

        self.site, self.addresses = site, addresses(site.client)
        self.checked, self.changes, self.stale = 0, 0, []

    def step(self, random, ways):
        from django.db import transaction

        from tests.practice_site.kept_pages.changes import change

        chosen = random.sample(self.addresses, AT_ONCE)
        with transaction.atomic():
            done = change(random, ways)
            # Rows of which Django itself can make no page are nobody's.
            if any(self.site.client.get(address).status_code == 500 for address in chosen):
                transaction.set_rollback(True)
                return
        self.changes += bool(done)
        for address in chosen:
            self.compare(address, done)

    def compare(self, address, done):
        made = self.site.client.get(address)
        if made.status_code == 500:
            return
        found = self.site.get(address)
        self.checked += 1
        if (found.status, found.body) != (made.status_code, made.content):
            self.stale.append((address, done))
            print("stale:", address, found.status, made.status_code, done, flush=True)

    def __str__(self):
        return (
            f"{self.checked} pages compared after {self.changes} changes: {len(self.stale)} stale"
        )
