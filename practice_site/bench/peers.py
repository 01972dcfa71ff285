"""Who else stands in the rounds: Wagtail, on the same articles, and whatever runs at an address."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from practice_site.bench import processes
from practice_site.bench.children import (
    BASE_DIR,
    BenchError,
    Helper,
    our_python,
    python_environment,
    run,
)
from practice_site.bench.data import Site
from practice_site.bench.targets import Target, free_port, granian, running

WAGTAIL, WAGTAIL_CACHE = "Wagtail", "wagtail-cache"
FOLDER = BASE_DIR / "docs" / "performance" / "wagtail_site"
INSIDE = Path(__file__).with_name("inside.py")
ADDRESS = re.compile(r"(?P<name>[^=]+)=http://127\.0\.0\.1:(?P<port>[0-9]+)/?")
Say = Callable[[str], object]


class Peer(NamedTuple):
    """One that somebody else has started: its name and its port on this machine."""

    name: str
    port: int

    @classmethod
    def read(cls, text: str) -> "Peer":
        found = ADDRESS.fullmatch(text)
        if not found:
            raise BenchError(
                f"{text!r} names no peer. Write a name and where it runs on this machine, like "
                "Wagtail=http://127.0.0.1:9000: what it costs is seen only here."
            )
        return cls(found["name"], int(found["port"]))

    @contextmanager
    def target(self) -> Iterator[Target]:
        if not processes.listeners(self.port):
            raise BenchError(f"Nobody takes connections at port {self.port} ({self.name}).")
        target = Target(self.name, self.port)
        target.refuse_shared_port()
        yield target


class Wagtail:
    """The site in docs/performance, with the articles of one of our databases."""

    def __init__(self, python: str, site: Site) -> None:
        self.python, self.size, self.log = python, site.size, site.folder / "log"
        self.state_dir = site.folder / "wagtail"
        self.site = site

    def environment(self, *, is_cached: bool = False) -> dict[str, str]:
        return python_environment() | {
            "PYTHONPATH": str(FOLDER),
            "PEER_STATE": str(self.state_dir),
            "PEER_CACHE": "1" if is_cached else "0",
            "DJANGO_SETTINGS_MODULE": "peer.settings",
        }

    def prepare(self, say: Say) -> None:
        self.state_dir.mkdir(exist_ok=True)
        say(f"{self.size}: the same for Wagtail")
        content = self.state_dir / "content.jsonl"
        write = our_python("-m", "practice_site.bench.content", str(content))
        run(write, self.site.environment(), BASE_DIR, self.log)
        for arguments in (["migrate", "-v0"], ["load_content", str(content)]):
            command = [self.python, "manage.py", *arguments]
            run(command, self.environment(), FOLDER, self.log, say)

    def target(self, name: str) -> AbstractContextManager[Target]:
        port = free_port()
        command = granian(port, "peer.wsgi:application", python=[self.python])
        environment = self.environment(is_cached=name == WAGTAIL_CACHE)
        return running(name, port, command, environment, self.log, FOLDER)

    def helper(self) -> Helper:
        # Without -P, modules beside the script would hide others of the same name.
        command = [self.python, "-P", str(INSIDE), "peer.wsgi:application"]
        return Helper(command, self.environment(), FOLDER, self.log)


@contextmanager
def all_targets(peers: list[Peer], wagtail: Wagtail | None) -> Iterator[list[Target]]:
    with ExitStack() as stack:
        ways: list[Callable[[], AbstractContextManager[Target]]]
        ways = [peer.target for peer in peers]
        if wagtail:
            ways += [partial(wagtail.target, name) for name in (WAGTAIL, WAGTAIL_CACHE)]
        yield [stack.enter_context(way()) for way in ways]
