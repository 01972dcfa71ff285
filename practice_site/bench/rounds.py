"""Targets measured in turn, round for round: what slows the machine for a minute slows all of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from practice_site.bench import processes
from practice_site.bench.children import Helper
from practice_site.bench.pages import PageType
from practice_site.bench.targets import Target

Say = Callable[[str], object]
Results = dict[str, Any]
Place = TypeVar("Place")

FEWEST_INSIDE, MOST_INSIDE = 5, 40
TRIES = 4


@dataclass(frozen=True)
class Effort:
    rounds: int
    # The most requests in one go, and about how long one goes on where a page is dear.
    requests: int
    seconds: float
    connections: int = 16
    # Asked before anything counts, so that each worker has loaded, kept and compiled what it will; and the
    # fewest in one go.
    warming: int = 32
    fewest: int = 16


def in_turn(places: Sequence[Place], rounds: int) -> Iterator[tuple[int, Sequence[Place]]]:
    """Forward and backward, so that nobody always follows the same neighbor."""
    for number in range(rounds):
        yield number, places if number % 2 == 0 else places[::-1]


def served(
    targets: Sequence[Target],
    pages: Sequence[PageType],
    addresses: Mapping[str, str],
    load: Helper,
    effort: Effort,
    say: Say,
) -> Results:
    """``{target: {page: …}}``; lists hold a number for each round."""
    plans = {}
    for target in targets:
        say(f"{target.name}: warming up")
        plans[target.name] = {
            page.name: plan
            for page in pages
            if not page.is_for_staff and (plan := plan_of(target, page, addresses, load, effort))
        }
    found: Results = {target.name: {} for target in targets}
    for number, order in in_turn(targets, effort.rounds):
        for page in pages:
            said = []
            for target in order:
                if plan := plans[target.name].get(page.name):
                    row = measure(target, plan, load, effort.connections)
                    note(found[target.name].setdefault(page.name, {}), row)
                    said.append(f"{target.name} {row['cpu']:.3f}")
            if said:
                say(f"round {number + 1} of {effort.rounds}, {page.name}: {', '.join(said)} ms")
    return found


def plan_of(
    target: Target, page: PageType, addresses: Mapping[str, str], load: Helper, effort: Effort
) -> Results | None:
    """How this page is asked for; None where this target does not have it."""
    path = addresses[page.name]
    status, sent, _body = target.get(path)
    headers = dict(target.headers)
    if page.is_known:
        headers["If-None-Match"] = sent.get("etag", "")
        status, _sent, _body = target.get(path, **headers)
    if status != page.status:
        return None
    plan = {"path": path, "headers": headers}
    requests = fitting(target, plan, load, effort)
    return plan | {"requests": requests, "status": page.status}


def fitting(target: Target, plan: Results, load: Helper, effort: Effort) -> int:
    """How many requests take about as long as one go. The first try warms up; what is cheap is tried
    with more and more, since a few say little about many."""
    requests = effort.warming
    for number in range(TRIES):
        asked = plan | {"requests": requests, "connections": effort.connections}
        seconds = load.ask(port=target.port, **asked)["seconds"]
        tried, fits = requests, int(effort.seconds * requests / seconds)
        requests = max(effort.fewest, min(fits, tried * 8, effort.requests))
        if number and fits < tried * 2:
            break
    return requests


def measure(target: Target, plan: Results, load: Helper, connections: int) -> Results:
    asked = {name: plan[name] for name in ("path", "headers", "requests")}
    target.wait_until_idle()
    serving = target.serving()
    before = processes.cpu_seconds(serving)
    answer = load.ask(port=target.port, connections=connections, **asked)
    spent = processes.cpu_seconds(serving) - before
    return {
        "cpu": spent / plan["requests"] * 1000,
        "rate": plan["requests"] / answer["seconds"],
        "p50": answer["p50"],
        "p99": answer["p99"],
        "failed": failed(answer, plan["status"]),
        "once": {
            "requests": plan["requests"],
            "head": answer["head"],
            "bytes": answer["bytes"],
        },
    }


def failed(answer: Results, status: int) -> int:
    """Requests that were answered otherwise, or not at all."""
    others = (count for found, count in answer["statuses"].items() if found != str(status))
    return answer["failed"] + sum(others)


def note(row: Results, measured: Results) -> None:
    """A number more in each list; what is the same in each round stands beside them."""
    row |= measured["once"]
    for name, value in measured.items():
        if name != "once":
            row.setdefault(name, []).append(round(value, 4))


@dataclass(frozen=True)
class Inside:
    """A page maker without a server, and how it is asked."""

    name: str
    helper: Helper
    addresses: Mapping[str, str]
    headers: Mapping[str, str]
    cookie: str = ""

    def question(self, page: PageType) -> Results:
        signed_in = {"Cookie": self.cookie} if page.is_for_staff else {}
        return {"path": self.addresses[page.name], "headers": {**self.headers, **signed_in}}


def inside(
    makers: Sequence[Inside], pages: Sequence[PageType], effort: Effort, say: Say
) -> Results:
    """``{maker: {page: …}}``"""
    times: dict[tuple[str, str], int] = {}
    for maker in makers:
        say(f"{maker.name}, in process: warming up")
        for page in pages:
            if page.is_known or (page.is_for_staff and not maker.cookie):
                continue
            maker.helper.ask(times=FEWEST_INSIDE, **maker.question(page))
            tried = maker.helper.ask(times=FEWEST_INSIDE, **maker.question(page))
            if tried["status"] == page.status:
                fitting = int(effort.seconds * 1000 / max(tried["quartile"], 0.01))
                times[maker.name, page.name] = max(FEWEST_INSIDE, min(fitting, MOST_INSIDE))
    found: Results = {maker.name: {} for maker in makers}
    for number, order in in_turn(makers, effort.rounds):
        for page in pages:
            said = []
            for maker in order:
                if often := times.get((maker.name, page.name)):
                    answer = maker.helper.ask(times=often, **maker.question(page))
                    once = {name: answer.pop(name) for name in ("statements", "bytes", "text")}
                    del answer["status"]
                    note(found[maker.name].setdefault(page.name, {}), answer | {"once": once})
                    said.append(f"{maker.name} {answer['quartile']:.2f}")
            if said:
                say(f"round {number + 1} of {effort.rounds}, {page.name}: {', '.join(said)} ms")
    return found
