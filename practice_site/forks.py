"""Processes that begin with what their parent has loaded: the code of the site is read once and stands in memory
once, however many run it."""

import ctypes
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.process import BaseProcess

# A request or a mail in flight may finish; then the rest is ended by force.
PATIENCE_SECONDS = 15
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# Of Linux's prctl(2)
SET_PDEATHSIG, SET_NAME = 1, 15


def start(name: str, run: Callable[[], object]) -> BaseProcess:
    """A child that does ``run``; the system's lists show it as ``name``."""
    # Whoever is told to end before it can listen is told then.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        child = multiprocessing.get_context("fork").Process(
            target=be_child, args=(name, run, os.getpid())
        )
        child.start()
        # Whichever of the two is first.
        with suppress(OSError):
            os.setpgid(child.pid or 0, child.pid or 0)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    return child


def be_child(name: str, run: Callable[[], object], parent: int) -> None:
    # A group of its own: Ctrl-C in the terminal reaches only the parent, which then asks
    # each child once.
    os.setpgid(0, 0)
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        kernel = ctypes.CDLL(None)
        # SIGTERM when the parent is killed and cannot pass anything on.
        kernel.prctl(SET_PDEATHSIG, signal.SIGTERM)
        kernel.prctl(SET_NAME, name.encode())
        if os.getppid() != parent:
            return
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    run()


def stop(children: Iterable[BaseProcess]) -> None:
    for child in children:
        if child.is_alive():
            child.terminate()
    deadline = time.monotonic() + PATIENCE_SECONDS
    for child in children:
        child.join(max(0, deadline - time.monotonic()))
        # Whatever a child has started itself goes with it.
        with suppress(ProcessLookupError):
            os.killpg(child.pid or 0, signal.SIGKILL)
        child.join()
