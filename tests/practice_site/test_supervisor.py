"""The parent of web server and worker, there as long as they are."""

import os
import select
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from practice_site import supervisor
from tests.mailbox import free_port


@pytest.fixture
def children(monkeypatch):
    """Every process that was started."""
    started = []
    start = supervisor.start

    def remembered(name, run):
        started.append(start(name, run))
        return started[-1]

    monkeypatch.setattr(supervisor, "start", remembered)
    handlers = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield started
    for number, handler in handlers.items():
        signal.signal(number, handler)
    for child in started:
        child.kill()
        child.join()


@pytest.fixture
def clock():
    return Clock()


class Clock:
    """Time that passes when the test says so."""

    now = 0.0

    def __call__(self):
        return self.now


def test_what_it_is_told_it_says_when_the_site_answers(monkeypatch, capfd, children):
    monkeypatch.setattr(supervisor, "server", lambda *about, **more: signal.pause)

    def look(host, port):
        signal.raise_signal(signal.SIGTERM)
        return True

    monkeypatch.setattr(supervisor, "answers", look)
    supervisor.supervise("127.0.0.1", 8000, no_worker=True, logins="manager, editor")
    said = capfd.readouterr().out
    assert "http://127.0.0.1:8000/admin/" in said
    assert "manager, editor" in said


@pytest.mark.parametrize("answer", [b"HTTP/1.1 301 Moved Permanently\r\n\r\n", b""])
def test_any_answer_is_one(answer):
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as other:
        asked = other.submit(supervisor.answers, *server.getsockname())
        connection, _address = server.accept()
        with connection:
            assert connection.recv(1000).startswith(b"GET /healthz HTTP/")
            connection.sendall(answer)
        assert asked.result() is bool(answer)


def test_where_nobody_listens_nobody_answers():
    assert supervisor.answers("127.0.0.1", free_port()) is False


def killed(part):
    os.killpg(part.child.pid, signal.SIGKILL)
    part.child.join()


@pytest.mark.parametrize("name", ["worker", "web server"])
def test_whatever_dies_is_started_again_after_growing_pauses(children, clock, name):
    said = []
    part = supervisor.Part(name, signal.pause, clock=clock)
    for pause in [1, 2, 4, 8]:
        killed(part)
        part.look_after(said.append)
        assert f"started again in {pause} s" in said[-1]
        clock.now += pause - 0.5
        part.look_after(said.append)
        assert part.child is None, "not yet"
        clock.now += 0.5
        part.look_after(said.append)
        assert part.child.is_alive()
    assert len(said) == 4


def test_what_cannot_be_started_just_now_is_tried_again_and_ends_nothing(
    monkeypatch, children, clock
):
    said = []
    part = supervisor.Part("worker", signal.pause, clock=clock)
    begin = supervisor.start
    killed(part)
    part.look_after(said.append)

    def no_memory(name, run):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(supervisor, "start", no_memory)
    for pause in [2, 4]:
        clock.now += supervisor.STEADY_SECONDS
        part.look_after(said.append)
        assert said[-1] == (
            "The worker could not be started: Resource temporarily unavailable. "
            f"It is started again in {pause} s."
        )
    monkeypatch.setattr(supervisor, "start", begin)
    clock.now += supervisor.STEADY_SECONDS
    part.look_after(said.append)
    assert part.child.is_alive()


def test_nobody_elses_process_is_ended_in_place_of_one_that_is_gone(children, clock):
    part = supervisor.Part("worker", signal.pause, clock=clock)
    killed(part)
    part.look_after(lambda text: None)
    assert part.child is None


def test_whatever_ran_well_for_a_while_is_started_again_at_once(children, clock):
    said = []
    part = supervisor.Part("web server", signal.pause, clock=clock)
    for _death in range(supervisor.MOST_DEATHS * 2):
        clock.now += supervisor.STEADY_SECONDS
        killed(part)
        part.look_after(said.append)
        clock.now += 1
        part.look_after(said.append)
        assert part.child.is_alive()
    assert all("in 1 s" in text for text in said)


def die(part, clock, times):
    for _death in range(times):
        killed(part)
        part.look_after(lambda text: None)
        clock.now += supervisor.LONGEST_PAUSE_SECONDS
        part.look_after(lambda text: None)


def test_a_worker_is_never_given_up(children, clock):
    part = supervisor.Part("worker", signal.pause, clock=clock)
    die(part, clock, 12)
    assert part.deaths > supervisor.MOST_DEATHS


def test_a_web_server_that_cannot_run_ends_everything_with_an_error(children, clock):
    part = supervisor.Part("web server", signal.pause, clock=clock)
    with pytest.raises(supervisor.GivenUp, match="ended 6 times in a row, the last time with -9"):
        die(part, clock, supervisor.MOST_DEATHS)


def test_while_the_worker_is_gone_the_web_server_goes_on(monkeypatch, children):
    monkeypatch.setattr(supervisor, "server", lambda *about, **more: signal.pause)
    monkeypatch.setattr(supervisor, "run_of", lambda *command: int)
    looks = []

    def look(host, port):
        looks.append([child.is_alive() for child in children])
        if len(children) >= 3:
            signal.raise_signal(signal.SIGTERM)
        return False

    monkeypatch.setattr(supervisor, "answers", look)
    supervisor.supervise("127.0.0.1", free_port())
    assert all(is_web_running for is_web_running, *_workers in looks)
    assert [child.is_alive() for child in children] == [False] * len(children)


def test_without_a_worker_only_the_web_server_runs(monkeypatch, children):
    monkeypatch.setattr(supervisor, "server", lambda *about, **more: signal.pause)
    monkeypatch.setattr(
        supervisor, "answers", lambda host, port: signal.raise_signal(signal.SIGTERM)
    )
    supervisor.supervise("127.0.0.1", free_port(), no_worker=True)
    assert len(children) == 1


def test_signal_ends_both(monkeypatch, children):
    monkeypatch.setattr(supervisor, "server", lambda *about, **more: signal.pause)
    monkeypatch.setattr(supervisor, "run_of", lambda *command: signal.pause)
    # The first look at the server is when the signal comes.
    monkeypatch.setattr(
        supervisor, "answers", lambda host, port: signal.raise_signal(signal.SIGTERM)
    )
    supervisor.supervise("127.0.0.1", free_port())
    assert len(children) == 2
    assert all(child.exitcode is not None for child in children)


def test_what_a_child_started_ends_with_it(children):
    child = supervisor.start("parent", lambda: os.fork() or signal.pause())
    supervisor.stop([child])
    with pytest.raises(ProcessLookupError):
        os.killpg(child.pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a parent's death")
def test_killed_parent_takes_its_children_along():
    script = (
        "import signal; from practice_site import forks;"
        "print(forks.start('child', signal.pause).pid, flush=True); signal.pause()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=supervisor.BASE_DIR, stdout=subprocess.PIPE
    ) as parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    # The descriptor of a process becomes readable when the process has ended.
    ended, _, _ = select.select([child], [], [], 10)
    os.close(child)
    assert ended
