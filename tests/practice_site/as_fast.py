"""Plain pages through the front door, and through the server's own WSGI with as many threads.

    python -m tests.practice_site.as_fast [--rounds 10] [PATH ...]

Both run side by side on the same data and are asked in turn. The exit code is 1 if the door is slower
than nine tenths.
"""

import argparse
import http.client
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


from tests.mailbox import free_port
from tests.practice_site.front_door.door import Door
from tests.practice_site.under_load import tree

PAGES = ["/", "/get-started/", "/blog/"]
READERS, REQUESTS = 4, 10
LEAST = 0.9


class PlainServer(Door):
    """The same site as it was served before there was a door."""

    def command(self):
        return [
            sys.executable, "-m", "granian", "practice_site.wsgi:application", "--interface", "wsgi",
            "--no-ws", "--port", str(self.port), "--blocking-threads", "4", "--log-level", "warning",
        ]  # fmt: skip


def read(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _number in range(REQUESTS):
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        assert response.status == 200, (path, response.status)
    connection.close()


def cost(door, path):
    """Seconds on the clock, and of the server's processors, for each request."""
    started, used = time.monotonic(), cpu_of(door.process.pid)
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(lambda reader: read(door.port, path), range(READERS)))
    count = READERS * REQUESTS
    return (time.monotonic() - started) / count, (cpu_of(door.process.pid) - used) / count


def cpu_of(pid):
    ticks = 0
    for process in tree(pid):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("pages", nargs="*", default=PAGES)
    chosen = parser.parse_args()
    rounds = chosen.rounds
    is_slow = False
    with tempfile.TemporaryDirectory() as name:
        door = Door(Path(name))
        door.prepare()
        before = PlainServer(Path(name), is_prepared=True)
        before.environment = door.environment
        before.port = free_port()
        with door.running(), before.running():
            for path in chosen.pages:
                costs = {door: [], before: []}
                for number in range(rounds + 1):
                    for server in sorted(
                        costs, key=lambda server: server is door, reverse=number % 2
                    ):
                        costs[server].append(cost(server, path))
                # The first round warms up.
                pairs = list(zip(costs[before][1:], costs[door][1:], strict=True))
                clock = statistics.median(old[0] / new[0] for old, new in pairs)
                # The kernel counts in hundredths of a second, so all rounds together.
                cpu = sum(old[1] for old, _new in pairs) / sum(new[1] for _old, new in pairs)
                print(f"{path}: {clock:.2f} × as fast by the clock, {cpu:.2f} × by processor time", flush=True)  # fmt: skip
                is_slow |= clock < LEAST
    return int(is_slow)


if __name__ == "__main__":
    sys.exit(main())
