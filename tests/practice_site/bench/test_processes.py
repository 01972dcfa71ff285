import os
import socket
import sys
import time

import pytest

from practice_site.bench import processes
from practice_site.bench.children import BASE_DIR, BenchError, Helper, python_environment, started
from practice_site.bench.targets import Target, free_port

LISTEN = """
import os, socket, sys, time
if "fork" in sys.argv:
    os.fork()
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
server.bind(("127.0.0.1", int(sys.argv[1])))
server.listen()
os.write(1, b"listening\\n")
time.sleep(600)
"""


@pytest.fixture
def listen(tmp_path):
    def listen(port, *words):
        command = [sys.executable, "-c", LISTEN, str(port), *words]
        return started(command, python_environment(), BASE_DIR, tmp_path / "log", talks=True)

    return listen


def test_the_clock_of_a_process_is_the_kernels():
    before = time.process_time()
    measured = processes.cpu_of(os.getpid())
    assert before <= measured <= time.process_time()


def test_a_process_that_is_gone_costs_nothing():
    assert processes.cpu_of(2**22 + 1) == 0
    assert processes.memory_mib([2**22 + 1]) == 0


def test_workers_of_one_server_are_one_server(listen):
    port = free_port()
    with listen(port, "fork") as server:
        server.hear(), server.hear()
        assert len(processes.listeners(port)) == 2
        assert processes.servers(port) == {server.pid}
        assert Target("two workers", port).serving() == processes.listeners(port)


def test_two_servers_that_share_a_port_are_refused(listen):
    port = free_port()
    with listen(port, "one") as one, listen(port, "other") as other:
        one.hear(), other.hear()
        with pytest.raises(BenchError, match="Two servers"):
            Target("shared", port).refuse_shared_port()


def test_a_free_port_is_free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", free_port()))


def test_whoever_is_interrupted_leaves_no_process_behind(listen):
    family = set()

    def interrupted():
        with listen(free_port(), "fork") as server:
            server.hear(), server.hear()
            family.update(processes.tree([server.pid]))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(family) == 2
    assert not any(is_running(process) for process in family)


def is_running(process):
    """What only waits for somebody to take notice of its end has ended."""
    try:
        state = (processes.PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "XZ"


def test_a_helper_that_ends_by_itself_says_why(tmp_path):
    command = [sys.executable, "-c", "import sys; sys.exit('no such thing')"]
    helper = Helper(command, python_environment(), BASE_DIR, tmp_path / "log")
    with helper, pytest.raises(BenchError, match="no such thing"):
        helper.ask(path="/")
