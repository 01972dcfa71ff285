"""What a process and all that it has started cost, as the kernel counts it. Linux only."""

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
LISTENING = "0A"


def tree(roots: Iterable[int]) -> set[int]:
    """These processes and whatever they have started, as far as it runs."""
    found, waiting = set(), list(roots)
    while waiting:
        process = waiting.pop()
        if process not in found and (PROC / str(process)).exists():
            found.add(process)
            waiting += children(process)
    return found


def children(process: int) -> list[int]:
    found: list[int] = []
    # Each thread has a list of those that it started.
    for path in (PROC / str(process)).glob("task/*/children"):
        with suppress(OSError):
            found += map(int, path.read_text().split())
    return found


def cpu_seconds(processes: Iterable[int]) -> float:
    return sum(map(cpu_of, processes))


def cpu_of(process: int) -> float:
    """User and system time of all its threads, to the nanosecond; /proc counts in hundredths of a second."""
    clock = (~process << 3) | 2  # MAKE_PROCESS_CPUCLOCK(pid, CPUCLOCK_SCHED) of the kernel
    with suppress(OSError):
        return time.clock_gettime(clock)
    return 0.0


def ended_children_seconds(process: int) -> float:
    """What those have used that it started and that have ended."""
    try:
        fields = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[13]) + int(fields[14])) / 100


def memory_mib(processes: Iterable[int]) -> float:
    """Proportional set size: a page that several share counts once, in parts."""
    return sum(map(pss_kib, processes)) / 1024


def pss_kib(process: int) -> int:
    with suppress(OSError):
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def listeners(port: int) -> set[int]:
    """The processes that take connections at this port of this machine: several for one server that shares
    its socket, and for two servers that share the port without knowing (SO_REUSEPORT)."""
    inodes = {f"socket:[{inode}]" for inode in listening_inodes(port)}
    return {
        int(folder.parent.name)
        for folder in PROC.glob("[0-9]*/fd")
        if inodes & set(links_in(folder))
    }


def listening_inodes(port: int) -> list[str]:
    found = []
    for name in ("tcp", "tcp6"):
        with suppress(OSError):
            for line in (PROC / "net" / name).read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == LISTENING and int(fields[1].rpartition(":")[2], 16) == port:
                    found.append(fields[9])
    return found


def links_in(folder: Path) -> list[str]:
    found = []
    # A process may end meanwhile, and those of others cannot be read.
    with suppress(OSError):
        for link in folder.iterdir():
            with suppress(OSError):
                found.append(str(link.readlink()))
    return found


def servers(port: int) -> set[int]:
    """The first process of each server at this port. Workers have their parent's command line and name, whether
    the parent itself listens or not."""
    return {first_of_its_kind(one) for one in listeners(port)}


def first_of_its_kind(process: int) -> int:
    above = parent(process)
    if above and kind_of(above) == kind_of(process):
        return first_of_its_kind(above)
    return process


def kind_of(process: int) -> tuple[bytes, ...]:
    """Forks of one program that do different things have different names."""
    with suppress(OSError):
        return tuple((PROC / str(process) / name).read_bytes() for name in ("cmdline", "comm"))
    return ()


def parent(process: int) -> int:
    with suppress(OSError):
        return int((PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[1])
    return 0
