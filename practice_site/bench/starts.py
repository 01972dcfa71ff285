"""What a start costs until the first page has been answered, all processes together."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

from practice_site.bench import processes
from practice_site.bench.rounds import Say, in_turn
from practice_site.bench.targets import Target

Start = Callable[[], AbstractContextManager[Target]]


def starts(ways: Mapping[str, Start], path: str, rounds: int, say: Say) -> dict[str, list[float]]:
    """``{target: [seconds of a processor]}``"""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number, order in in_turn(list(ways), rounds):
        for name in order:
            with ways[name]() as target:
                target.get(path)
                seconds = seconds_of(target.all_processes())
            found[name].append(round(seconds, 3))
            say(f"round {number + 1} of {rounds}, start of {name}: {seconds:.2f} s")
    return found


def seconds_of(tree: set[int]) -> float:
    return processes.cpu_seconds(tree) + sum(map(processes.ended_children_seconds, tree))
