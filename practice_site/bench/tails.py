"""How long page views take while others are slow, heavy or many: the slowest of a hundred."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from practice_site.bench.children import BASE_DIR, Helper, our_python, python_environment, started
from practice_site.bench.rounds import Effort, Results, Say, failed, in_turn, note
from practice_site.bench.targets import Target

VIEWERS, CROWD, SLOW = 8, 1000, 40
# Page views in one go: enough that the slowest of a hundred is not a single one.
VIEWS = 500
ENDLESS = 10**9

Crowd = Callable[[Target, Mapping[str, str], Path], AbstractContextManager[None]]


@contextmanager
def nobody(target: Target, addresses: Mapping[str, str], log: Path) -> Iterator[None]:
    yield


@contextmanager
def slow_bodies(target: Target, addresses: Mapping[str, str], log: Path) -> Iterator[None]:
    command = our_python("-m", "practice_site.bench.slow", str(target.port), str(SLOW))
    with started(command, python_environment(), BASE_DIR, log, talks=True) as senders:
        senders.hear()  # all of them have begun
        yield


@contextmanager
def heavy_readers(target: Target, addresses: Mapping[str, str], log: Path) -> Iterator[None]:
    """Four that read the heaviest texts without a pause."""
    with ExitStack() as stack:
        for page in ("feed", "sitemap section"):
            reader = stack.enter_context(load_helper(log))
            reader.tell(
                port=target.port, path=addresses[page], headers=dict(target.headers),
                requests=ENDLESS, connections=2,
            )  # fmt: skip
        yield


def situations(most: int) -> dict[str, tuple[Crowd, int]]:
    crowd = min(CROWD, most)
    return {
        "alone": (nobody, VIEWERS),
        f"beside {SLOW} slow bodies": (slow_bodies, VIEWERS),
        "beside 4 on feed and sitemap": (heavy_readers, VIEWERS),
        f"{crowd:,} connections": (nobody, crowd),
    }


def load_helper(log: Path) -> Helper:
    return Helper(our_python("-m", "practice_site.bench.load"), python_environment(), BASE_DIR, log)


def tails(
    targets: Sequence[Target],
    addresses: Mapping[str, str],
    load: Helper,
    effort: Effort,
    log: Path,
    say: Say,
) -> Results:
    """``{target: {situation: …}}`` of the article."""
    found: Results = {target.name: {} for target in targets}
    for number, order in in_turn(targets, effort.rounds):
        for situation, (crowd, connections) in situations(effort.requests).items():
            for target in order:
                target.wait_until_idle()
                requests = max(connections, min(VIEWS, effort.requests))
                with crowd(target, addresses, log):
                    answer = load.ask(
                        port=target.port, path=addresses["article"], headers=dict(target.headers),
                        requests=requests, connections=connections,
                    )  # fmt: skip
                row = {"p50": answer["p50"], "p99": answer["p99"], "failed": failed(answer, 200)}
                note(found[target.name].setdefault(situation, {}), row | {"once": {}})
                say(
                    f"round {number + 1} of {effort.rounds}, {situation}: {target.name}"
                    f" p50 {row['p50']:.1f} ms, p99 {row['p99']:.1f} ms, failed {row['failed']}"
                )
    return found
