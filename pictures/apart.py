"""Work on files from outside, in a process of its own that may take so much time and memory, no more.

Page views do not wait for it, and what a parser of somebody else's code does with a hostile file ends
with its process. ``ask`` starts one, ``serve`` is the other end. Only the standard library is needed
here: the process has to be there at once.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# Time that it may take by the clock, as a multiple of its CPU time: others are at work as well.
PATIENCE = 4
MEGABYTE = 1024 * 1024
# Linux's, from -1000 to 1000.
FIRST_TO_GO = Path("/proc/self/oom_score_adj")


class TooMuch(Exception):
    """It took more than it may, or did not come to an end."""


class Refused(Exception):
    """What the other side said no to; ``str()`` is its reason, one word for the caller to explain."""


def ask(
    module: str,
    question: Mapping[str, object],
    data: bytes,
    *,
    seconds: int,
    megabytes: int,
) -> tuple[dict[str, Any], bytes]:
    """``(answer, bytes)`` of ``python -m module``, whose ``serve`` handles the question."""
    asked = {**question, "seconds": seconds, "megabytes": megabytes}
    # From our own list, and nothing of this process's environment: it holds secrets.
    command = [sys.executable, "-E", "-s", "-m", module]
    environment = {"MALLOC_ARENA_MAX": "2", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            said, _nothing = process.communicate(
                json.dumps(asked).encode() + b"\n" + data, timeout=seconds * PATIENCE
            )
        except subprocess.TimeoutExpired:
            process.kill()
            raise TooMuch from None
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise TooMuch
    head, _newline, body = said.partition(b"\n")
    answer = json.loads(head)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer, body


def serve(handle: Callable[[Any, bytes], tuple[Mapping[str, object], bytes]]) -> None:
    """Answer the one question on standard input with ``handle(question, data)`` and end."""
    head, _newline, data = sys.stdin.buffer.read().partition(b"\n")
    question = json.loads(head)
    limit(question["seconds"], question["megabytes"])
    try:
        answer, body = handle(question, data)
    except Refused as reason:
        answer, body = {"refused": str(reason)}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + body)
    sys.stdout.buffer.flush()
    # Straight out: taking apart what was built would take time again.
    os._exit(0)


def limit(seconds: int, megabytes: int) -> None:
    import resource

    most = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: megabytes * MEGABYTE,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
    }
    for kind, number in most.items():
        # On a system without one of the limits, the clock still ends it.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (number, number))
    # Where memory ends all the same, the kernel ends this process and not one that visitors wait for.
    with contextlib.suppress(OSError):
        FIRST_TO_GO.write_text("1000")
    os.nice(5)
