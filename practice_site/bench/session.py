"""One run from the databases to the results, in the order in which things are started."""

import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from practice_site.bench import peers, processes, ready_answers
from practice_site.bench.children import BASE_DIR, BenchError, Helper, our_python
from practice_site.bench.data import Site, Size, site, sizes
from practice_site.bench.heavy import heavy
from practice_site.bench.pages import BROWSER, PageType
from practice_site.bench.peers import Peer, Wagtail
from practice_site.bench.rounds import Effort, Inside, Results, Say, inside, served
from practice_site.bench.starts import Start, starts
from practice_site.bench.tails import load_helper, tails
from practice_site.bench.targets import (
    DJANGO,
    KEPT,
    NOT_KEPT,
    WSGI,
    Target,
    free_port,
    granian,
    product,
    product_environment,
    running,
)

INSIDE = "practice_site.bench.inside"
SERVED, IN_PROCESS, TAILS, STARTS, HEAVY = PARTS = (
    "served",
    "inside",
    "tails",
    "starts",
    "heavy",
)


@dataclass(frozen=True)
class Plan:
    state: Path
    effort: Effort
    articles: list[int]
    therapists: list[int]
    pages: Sequence[PageType]
    parts: Sequence[str] = PARTS
    wagtail: str = ""
    peers: list[Peer] = field(default_factory=list)


def measure(plan: Plan, say: Say) -> Results:
    if sys.platform != "linux":
        raise BenchError("What processes cost is read from Linux's /proc, so this runs on Linux.")
    wanted = sizes(plan.articles, plan.therapists)
    sites = [site(size, plan.state, say) for size in wanted]
    wagtails = wagtails_of(plan, sites, say)
    results: Results = {"about": about(plan, wanted)}
    first, wagtail = sites[0], next(iter(wagtails), None)
    if {SERVED, TAILS} & set(plan.parts):
        results |= side_by_side(plan, first, wagtail, say)
    if STARTS in plan.parts:
        ways = ways_to_start(first, wagtail)
        results[STARTS] = starts(ways, first.addresses["article"], plan.effort.rounds, say)
    if HEAVY in plan.parts:
        most = sites[len(plan.articles) - 1]
        to_start = {name: partial(ours, most, name) for name in (KEPT, NOT_KEPT)}
        results[HEAVY] = heavy(to_start, most, say)
    if IN_PROCESS in plan.parts:
        with makers(sites, wagtails) as all_makers:
            results[IN_PROCESS] = inside(all_makers, plan.pages, plan.effort, say)
    return results


def side_by_side(plan: Plan, first: Site, wagtail: Wagtail | None, say: Say) -> Results:
    results: Results = {}
    addresses, effort = first.addresses, plan.effort
    with servers(plan, first, wagtail) as (targets, load):
        if SERVED in plan.parts:
            results["memory"] = memory(targets, "start")
            results[SERVED] = served(targets, plan.pages, addresses, load, effort, say)
            for name, row in memory(targets, "loaded").items():
                results["memory"][name] |= row
        if TAILS in plan.parts:
            of_ours = [target for target in targets if target.name in (KEPT, NOT_KEPT)]
            log = first.folder / "log"
            results[TAILS] = tails(of_ours, addresses, load, effort, log, say)
    return results


def about(plan: Plan, wanted: list[Size]) -> Results:
    return {
        "at": datetime.now(UTC).strftime("%B %d, %Y").replace(" 0", " "),
        "python": platform.python_version(),
        "django": version("django"),
        "granian": version("granian"),
        "processors": os.cpu_count(),
        "rounds": plan.effort.rounds,
        "pages": [page.name for page in plan.pages],
        "parts": list(plan.parts),
        "sizes": [str(size) for size in wanted],
        "articles": plan.articles,
        "therapists": plan.therapists,
    }


def wagtails_of(plan: Plan, sites: list[Site], say: Say) -> list[Wagtail]:
    """On each number of articles; people are pages of ours alone."""
    if not plan.wagtail:
        return []
    found = [Wagtail(plan.wagtail, one) for one in sites[: len(plan.articles)]]
    for wagtail in found:
        wagtail.prepare(say)
    return found


@contextmanager
def servers(
    plan: Plan, first: Site, wagtail: Wagtail | None
) -> Iterator[tuple[list[Target], Helper]]:
    log = first.folder / "log"
    with ExitStack() as stack:
        load = stack.enter_context(load_helper(log))
        # Whoever is named and not there is told before anything is measured.
        others = stack.enter_context(peers.all_targets(plan.peers, wagtail))
        targets = [stack.enter_context(ours(first, name)) for name in (KEPT, NOT_KEPT)]
        ready_answers.write(targets[-1], first.addresses, first.folder / "answers.json")
        if SERVED in plan.parts:
            targets += [stack.enter_context(bare(first, name)) for name in (DJANGO, WSGI)]
            targets += others
        yield targets, load


def ours(first: Site, name: str) -> AbstractContextManager[Target]:
    port = free_port()
    environment = product_environment(first, keeps=name == KEPT)
    command = product(port, has_worker=name == KEPT)
    return running(name, port, command, environment, first.folder / "log")


def bare(first: Site, name: str) -> AbstractContextManager[Target]:
    port = free_port()
    environment = first.environment(BENCH_ANSWERS=str(first.folder / "answers.json"))
    if name == DJANGO:
        command = granian(port, "practice_site.bench.bare:django", "--factory")
    else:
        command = granian(port, "practice_site.bench.bare:wsgi")
    return running(name, port, command, environment, first.folder / "log")


def memory(targets: Sequence[Target], when: str) -> Results:
    """MiB: of the processes that serve pages, and of all that were started."""
    for target in targets:
        target.wait_until_idle()
    return {
        target.name: {
            f"web, {when}": round(processes.memory_mib(target.serving()), 1),
            f"all, {when}": round(processes.memory_mib(target.all_processes()), 1),
        }
        for target in targets
    }


def ways_to_start(first: Site, wagtail: Wagtail | None) -> Mapping[str, Start]:
    ways: dict[str, Start] = {KEPT: partial(ours, first, KEPT)}
    if (first.folder / "answers.json").exists():
        ways |= {name: partial(bare, first, name) for name in (DJANGO, WSGI)}
    if wagtail:
        ways[peers.WAGTAIL] = partial(wagtail.target, peers.WAGTAIL)
    return ways


@contextmanager
def makers(sites: Sequence[Site], wagtails: Sequence[Wagtail]) -> Iterator[list[Inside]]:
    found = []
    with ExitStack() as stack:
        for one in sites:
            environment = product_environment(one, keeps=False)
            command = our_python("-m", INSIDE, "practice_site.wsgi:application")
            helper = Helper(command, environment, BASE_DIR, one.folder / "log")
            found.append(
                Inside(
                    f"product, {one.size}",
                    stack.enter_context(helper),
                    one.addresses,
                    BROWSER,
                    one.cookie,
                )
            )
        for wagtail in wagtails:
            maker = Inside(
                f"{peers.WAGTAIL}, {wagtail.size.articles:,} articles",
                stack.enter_context(wagtail.helper()),
                wagtail.site.addresses,
                BROWSER,
            )
            found.append(maker)
        yield found
