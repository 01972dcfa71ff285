"""Programs that the bench starts: each ends with it, however it ends."""

import ctypes
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from practice_site.bench import processes

BASE_DIR = Path(__file__).resolve().parents[2]


class BenchError(Exception):
    """Why nothing can be measured, as a sentence."""


class Child(subprocess.Popen):
    """With pipes, where it talks."""

    def say(self, line: bytes) -> None:
        if self.stdin:
            self.stdin.write(line)
            self.stdin.flush()

    def hear(self) -> bytes:
        return self.stdout.readline() if self.stdout else b""


@contextmanager
def started(
    command: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    log: Path,
    *,
    talks: bool = False,
) -> Iterator[Child]:
    """A process in a session of its own, so that Ctrl-C reaches the bench alone, which then ends it."""
    with (
        log.open("ab") as out,
        Child(
            command,
            cwd=folder,
            env=dict(environment),
            start_new_session=True,
            preexec_fn=end_with_parent,
            stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
            stdout=subprocess.PIPE if talks else out,
            stderr=out,
        ) as process,
    ):
        try:
            yield process
        finally:
            end(process)


def end_with_parent() -> None:
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def end(process: subprocess.Popen) -> None:
    """It and all that it has started, at once: nothing that they hold is kept."""
    family = list(filter(None, map(handle_of, processes.tree([process.pid]))))
    process.kill()  # first, so that nothing is started again
    for handle in family:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(handle, signal.SIGKILL)
        select.select([handle], [], [])  # until it has ended
        os.close(handle)
    process.wait()


def handle_of(process: int) -> int | None:
    try:
        return os.pidfd_open(process)
    except ProcessLookupError:
        return None


def run(
    command: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    log: Path,
    say: Callable[[str], object] = lambda line: None,
) -> str:
    """What a program says, to its end and line by line."""
    said = []
    with started(command, environment, folder, log, talks=True) as process:
        while line := process.hear():
            said.append(line.decode())
            say(said[-1].rstrip())
        if process.wait() != 0:
            raise BenchError(f"{' '.join(command)} failed:\n{ending(log)}")
    return "".join(said)


def ending(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:].strip()


class Helper:
    """A program that answers each line of JSON with one."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
    ) -> None:
        self.log = log
        self.context = started(command, environment, folder, log, talks=True)

    def __enter__(self) -> "Helper":
        self.process = self.context.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.context.__exit__(kind, error, traceback)

    def tell(self, **question: Any) -> None:
        self.process.say(json.dumps(question).encode() + b"\n")

    def ask(self, **question: Any) -> dict[str, Any]:
        try:
            self.tell(**question)
            answer = self.process.hear()
        except OSError:
            answer = b""
        if not answer:
            raise BenchError(f"A helper ended by itself:\n{ending(self.log)}")
        return json.loads(answer)


def python_environment(**more: str) -> dict[str, str]:
    """Nothing of the practice's own settings: these processes have a database of their own."""
    kept = {
        name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ
    }
    return kept | {"PYTHONPATH": str(BASE_DIR), "PYTHONWARNINGS": "ignore"} | more


def our_python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
