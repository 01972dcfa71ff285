"""Servers side by side: the product with and without kept pages, two bare ones, and peers."""

import http.client
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from subprocess import Popen

from practice_site.bench import processes
from practice_site.bench.children import BASE_DIR, BenchError, ending, our_python, started
from practice_site.bench.data import Site
from practice_site.bench.pages import BROWSER

START_SECONDS = 120
IDLE_SECONDS = 30
LOOK_SECONDS = 0.02
# Of one processor, over ``LOOK_SECONDS``: whoever uses less has finished what came before.
IDLE_SHARE = 0.1

# Web processes of each target.
WORKERS = 2
KEPT, NOT_KEPT, DJANGO, WSGI = "kept", "not kept", "bare Django", "bare WSGI"


@dataclass
class Target:
    name: str
    port: int
    # None for one that somebody else has started.
    process: Popen | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: BROWSER)

    @cached_property
    def servers(self) -> set[int]:
        return processes.servers(self.port)

    def serving(self) -> set[int]:
        """The processes that serve pages, not the worker that sends mail or a parent that waits."""
        return processes.tree(self.servers)

    def all_processes(self) -> set[int]:
        return processes.tree([self.process.pid]) if self.process else self.serving()

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path, headers={**self.headers, **headers})
            answer = connection.getresponse()
            sent = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, sent, answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise BenchError(f"{self.name} does not answer at {path}: {error!r}") from None
        finally:
            connection.close()

    def refuse_shared_port(self) -> None:
        """granian shares its port with whoever asks for it, and half the requests would go elsewhere."""
        if len(self.servers) > 1:
            raise BenchError(f"Two servers take connections at port {self.port} ({self.name}).")

    def wait_until_idle(self) -> None:
        """Requests that nobody waits for any more are computed to their end."""
        deadline = time.monotonic() + IDLE_SECONDS
        while time.monotonic() < deadline:
            serving = self.serving()
            before = processes.cpu_seconds(serving)
            time.sleep(LOOK_SECONDS)
            if processes.cpu_seconds(serving) - before < LOOK_SECONDS * IDLE_SHARE:
                return


def product(port: int, *, has_worker: bool) -> list[str]:
    """As a practice runs it. One database has one worker that sends mail."""
    command = our_python("manage.py", "run_site", "--port", str(port))
    return command if has_worker else [*command, "--no-worker"]


def granian(
    port: int, application: str, *more: str, python: Sequence[str] | None = None
) -> list[str]:
    """As a bare view or a peer is served best: processes with one thread each."""
    return [
        *(python or our_python()), "-m", "granian", application, "--interface", "wsgi", "--no-ws",
        "--host", "127.0.0.1", "--port", str(port), "--workers", str(WORKERS), "--blocking-threads", "1",
        "--log-level", "warning", *more,
    ]  # fmt: skip


def product_environment(site: Site, *, keeps: bool) -> dict[str, str]:
    return site.environment(KEEP_PAGES="1" if keeps else "0", WEB_WORKERS=str(WORKERS))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(
    name: str,
    port: int,
    command: Sequence[str],
    environment: Mapping[str, str],
    log: Path,
    folder: Path = BASE_DIR,
) -> Iterator[Target]:
    """Until it answers its first page, and to its end."""
    with started(command, environment, folder, log) as process:
        target = Target(name, port, process)
        wait_for_first_answer(target, log)
        target.refuse_shared_port()
        yield target


def wait_for_first_answer(target: Target, log: Path, path: str = "/") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if target.process and target.process.poll() is not None:
            break
        with suppress(BenchError):
            target.get(path)
            return
        time.sleep(LOOK_SECONDS)
    raise BenchError(f"{target.name} did not start:\n{ending(log)}")
