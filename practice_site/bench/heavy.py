"""What the processes hold after the heaviest pages were asked for again and again, beside what they held before."""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from itertools import cycle, islice
from urllib.parse import urlsplit

from practice_site.bench import processes
from practice_site.bench.rounds import Results, Say
from practice_site.bench.targets import Target

TIMES = 20
# Each on a connection of its own, so that every process has loaded what it will.
WARMING = 20
SITEMAP = "/sitemap.xml"
ADDRESS = re.compile(rb"<loc>([^<]+)</loc>")


def heavy(
    ways: Mapping[str, Callable[[], AbstractContextManager[Target]]],
    addresses: Mapping[str, str],
    say: Say,
) -> Results:
    """``{target: {"before": MiB, "after": MiB}}`` of all that was started."""
    found: Results = {}
    for name, start in ways.items():
        with start() as target:
            for _number in range(WARMING):
                target.get(addresses["article"])
            found[name] = row = {"before": memory(target)}
            for path in islice(cycle(heaviest(target, addresses)), TIMES):
                target.get(path)
            row["after"] = memory(target)
            say(f"{name}: {row['before']} MiB, after {TIMES} feeds and sitemaps {row['after']} MiB")
    return found


def heaviest(target: Target, addresses: Mapping[str, str]) -> list[str]:
    """The list of sitemaps, and each time the feed and another part of it."""
    _status, _sent, body = target.get(SITEMAP, **{"Accept-Encoding": "identity"})
    sections = [urlsplit(found.decode()).path for found in ADDRESS.findall(body)]
    return [path for section in sections for path in (SITEMAP, section, addresses["feed"])]


def memory(target: Target) -> float:
    target.wait_until_idle()
    return round(processes.memory_mib(target.all_processes()), 1)
