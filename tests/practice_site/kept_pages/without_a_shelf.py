"""Kept pages while the shelf that processes share is full, read-only, deleted, or a Redis that hangs or is gone; and
while a web process is killed: under people who read all of it, and somebody who writes.

    python -m tests.practice_site.kept_pages.without_a_shelf [--seconds 20] [--short]

On SQLite and a Redis of its own, with two real web processes. No view fails but those that the killed process
had in its hands; nobody waits for Redis again and again; afterwards each page is what Django makes, and the killed
process is there again. Exits with 1 if not.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from practice_site.caches import LEFT_ALONE_SECONDS
from tests.outages import OwnDatabase, run, small_disk
from tests.practice_site.kept_pages.own_site import READERS, OwnSite, failed
from tests.practice_site.kept_pages.redis_server import Redis

PROCESSES, CHANGE_EVERY = 2, 0.5
# Longer than this only who waited for Redis.
SLOW = 0.9


class Shelf(OwnDatabase):
    """The folder of the file shelf, on a disk of its own."""

    @contextmanager
    def read_only(self):
        run("mount", "-o", "remount,ro", self.directory)
        yield
        run("mount", "-o", "remount,rw", self.directory)

    @contextmanager
    def deleted(self):
        for path in self.directory.iterdir():
            path.unlink(missing_ok=True)
        yield


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20, help="how long each outage lasts")
    parser.add_argument("--short", action="store_true", help="outages of two seconds")
    chosen = parser.parse_args()
    seconds = 2 if chosen.short else chosen.seconds
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder, "state")
        state.mkdir()
        site = OwnSite(state, f"sqlite:///{state / 'db.sqlite3'}")
        site.fill()
        faults = with_files(site, seconds) + with_redis(site, seconds)
    print("\n".join(["", *faults]) if faults else "All of it held.")
    return 1 if faults else 0


def with_files(site, seconds):
    with small_disk(site.directory / "kept_pages", 1) as folder, site.running():
        site.ask_for_all()
        shelf = Shelf(folder)
        faults = kill_one(site, seconds)
        for kind in ["full", "read_only", "deleted"]:
            faults += suffer(site, f"shelf {kind}", getattr(shelf, kind)(), seconds)
    return faults


def with_redis(site, seconds):
    with Redis.running() as redis:
        site.environment["CACHE_URL"] = redis.url
        with site.running():
            site.ask_for_all()
            faults = suffer(site, "Redis hangs", redis.hanging(), seconds)
            return faults + suffer(site, "Redis gone", redis.gone(), seconds)


def suffer(site, kind, outage, seconds):
    with site.readers() as seen, outage:
        began = time.monotonic()
        while time.monotonic() < began + seconds:
            site.change()
            time.sleep(CHANGE_EVERY)
    compared, stale = site.stale()
    slow = [one for one in seen if one.ended - one.began > SLOW]
    # Each thread of a process that has just asked waits once, and after a while one of them; on the way back too.
    most = READERS * PROCESSES + PROCESSES * (seconds // LEFT_ALONE_SECONDS)
    print(f"{kind}, {seconds:.0f} s: {len(seen)} views, failed {len(failed(seen))}, longer than {SLOW} s"
          f" {len(slow)} (at most {most:.0f}); {compared} compared after, {len(stale)} stale", flush=True)  # fmt: skip
    return named(kind, {
        "a view failed": failed(seen),
        "people waited again and again": slow if len(slow) > most else [],
        "a page was stale after": stale,
    })  # fmt: skip


def kill_one(site, seconds):
    """Without a word, under load. What it was answering is lost with it."""
    first, *others = site.web_processes()
    with site.readers() as seen:
        time.sleep(seconds / 2)
        os.kill(first, signal.SIGKILL)
        time.sleep(seconds / 2)
        give_up = time.monotonic() + 30
        while len(site.web_processes()) < PROCESSES and time.monotonic() < give_up:
            time.sleep(0.1)
        time.sleep(seconds / 2)
        alive = site.web_processes()
    compared, stale = site.stale()
    lost = [one for one in seen if one.status == 0]
    print(f"a process killed: {len(seen)} views, failed {len(failed(seen))}, of them cut off {len(lost)};"
          f" processes after: {len(alive)}; {compared} compared after, {len(stale)} stale", flush=True)  # fmt: skip
    return named("a process killed", {
        # What it was answering, and who came while it was going.
            "a view failed that it did not have in its hands": len(failed(seen)) > 2 * READERS,
        "it is not there again": len(alive) < PROCESSES,
        "the others were ended too": set(others) - set(alive),
        "a page was stale after": stale,
    })  # fmt: skip


def named(kind, faults):
    return [f"{kind}: {fault} {so if so is not True else ''}" for fault, so in faults.items() if so]


if __name__ == "__main__":
    sys.exit(main())
