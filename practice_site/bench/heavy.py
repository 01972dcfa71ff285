"""What the processes hold after the heaviest pages were asked for again and again, beside what they held before."""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from itertools import cycle, islice
from urllib.parse import urlsplit

from practice_site.bench import processes
from practice_site.bench.data import Site
from practice_site.bench.rounds import Results, Say
from practice_site.bench.targets import Target

TIMES = 20
# Each on a connection of its own, and for somebody who is signed in: every thread of every process makes the page
# itself, and has loaded what it will. What is kept one process makes for all.
WARMING = 40
SITEMAP = "/sitemap.xml"
ADDRESS = re.compile(rb"<loc>([^<]+)</loc>")


def heavy(
    ways: Mapping[str, Callable[[], AbstractContextManager[Target]]],
    site: Site,
    say: Say,
) -> Results:
    """``{target: {"before": MiB, "after": MiB}}`` of all that was started."""
    found: Results = {}
    for name, start in ways.items():
        with start() as target:
            for _number in range(WARMING):
                target.get(site.addresses["article"], Cookie=site.cookie)
            found[name] = row = {"before": memory(target)}
            for path in islice(cycle(heaviest(target, site.addresses)), TIMES):
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
