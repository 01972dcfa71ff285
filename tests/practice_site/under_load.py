"""A real server under slow, silent and big connections, by itself and behind the documented proxy.

    python -m tests.practice_site.under_load [--short]

Page views go on throughout, memory and files stay as they were, and afterwards nothing needs a hand.
The exit code is 1 if anything was otherwise. All of it stays on this machine, and ends by itself.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


from tests.practice_site.front_door import proxy
from tests.practice_site.front_door.door import Door

MEDIAN, SLOWEST, MEMORY = 3, 20, 100 * 2**20
PAGES = ["/", "/get-started/", "/blog/", "/healthz"]


class Views:
    """Page views one after the other, each on a connection of its own."""

    def __init__(self, door):
        self.door, self.seconds, self.failed = door, [], []

    def for_seconds(self, seconds):
        ends, number = time.monotonic() + seconds, 0
        while time.monotonic() < ends:
            path = PAGES[number % len(PAGES)]
            number += 1
            started = time.monotonic()
            status = self.status_of(path)
            if status != 200:
                self.failed.append((path, status))
            if path != "/healthz":
                self.seconds.append(time.monotonic() - started)
        return self

    def status_of(self, path):
        try:
            return self.door.get(path).status
        except OSError as error:
            return repr(error)

    def and_also(self, other):
        both = Views(self.door)
        both.seconds, both.failed = self.seconds + other.seconds, self.failed + other.failed
        return both

    @property
    def median(self):
        return statistics.median(self.seconds)

    def __str__(self):
        return (
            f"{len(self.seconds)} pages, median {self.median * 1000:.0f} ms, "
            f"slowest {max(self.seconds) * 1000:.0f} ms, failed {self.failed}"
        )


class Watch(threading.Thread):
    """The most memory that the server's processes took, and the largest its files were."""

    def __init__(self, door):
        super().__init__(daemon=True)
        self.door, self.memory, self.files, self.is_over = door, 0, 0, threading.Event()

    def run(self):
        while not self.is_over.wait(0.25):
            self.look()

    def look(self):
        self.memory = max(self.memory, memory_of(self.door.process.pid))
        self.files = max(self.files, size_of(self.door.directory))


def tree(pid):
    """A server's process and the workers that it started."""
    return [pid, *map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]


def memory_of(pid):
    pages = sum(int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in tree(pid))
    return pages * os.sysconf("SC_PAGE_SIZE")


def size_of(directory):
    total = 0
    for folder, _folders, names in os.walk(directory):
        for name in names:
            # A line for each refusal is meant to be written.
            if not name.endswith("log"):
                total += size_if_there(os.path.join(folder, name))
    return total


def size_if_there(path):
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0


def judge(name, door, port, idle_seconds, attack_seconds):
    """The faults found."""
    direct, door.port = door.port, port
    Views(door).for_seconds(1)
    before = Views(door).for_seconds(idle_seconds)
    watch = Watch(door)
    watch.look()
    memory, files = watch.memory, watch.files
    watch.start()
    attack = subprocess.Popen(
        [sys.executable, "-m", "tests.practice_site.front_door.attackers", str(port), str(attack_seconds)],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    attacked = Views(door).for_seconds(attack_seconds)
    met, _nothing = attack.communicate()
    watch.is_over.set()
    watch.join()
    afterwards = Views(door).for_seconds(idle_seconds)
    idle = before.and_also(afterwards)
    door.port = direct
    grown = watch.memory - memory
    print(f"\n{name}\n before: {before}\n attacked: {attacked}\n afterwards: {afterwards}")
    print(f" memory {memory >> 20} MiB, {grown >> 20} more at most; files {watch.files - files:+}")
    print(met, end="", flush=True)
    return [
        f"{name}: {fault}"
        for fault, is_so in {
            "a page view failed": idle.failed + attacked.failed,
            "the median is too slow": attacked.median > MEDIAN * idle.median,
            "the slowest is too slow": max(attacked.seconds) > SLOWEST * max(idle.seconds),
            "memory grew": grown >= MEMORY,
            "a file grew": watch.files > files,
            "it is slow afterwards": max(afterwards.seconds) > SLOWEST * max(before.seconds),
        }.items()
        if is_so
    ]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true", help="under a minute")
    idle, attack = (4, 12) if parser.parse_args().short else (15, 60)
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        (directory / "state").mkdir()
        (directory / "proxy").mkdir()
        door = Door(directory / "state", TRUSTED_PROXY_COUNT="1")
        door.prepare()
        with door.running():
            faults = judge("By itself", door, door.port, idle, attack)
            with proxy.running(door.port, directory / "proxy") as port:
                faults += judge("Behind nginx", door, port, idle, attack)
    print("\n".join(["", *faults]) if faults else "\nAll of it held.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
