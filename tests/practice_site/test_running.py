"""The whole of a running site: the parent, its web processes and its worker."""

import ctypes
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPConnection

import pytest

from practice_site.bench import processes
from tests.practice_site.front_door.door import ROOT, Answer, Door, everything

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")

BEGINS_WITH_ITS_PARENTS_SIGNALS = """
import os, signal
from practice_site.front_door import server

class Server:
    def __init__(self, *arguments, **options):
        signal.signal(signal.SIGTERM, lambda number, frame: None)

    def serve(self):
        if not os.fork():
            os.kill(os.getpid(), signal.SIGTERM)
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.wait()[1]))

server.Server = Server
server.serve("127.0.0.1", 8000)
"""


PEERS, ANSWERS, RESTARTS = 6, 60, 2
# Kept and not kept, from the disk, and what is not there.
PATHS = {"/contact/": 200, "/contact/?q=1": 200, "/static/plain.css": 200, "/no-such-page/": 404}


class Peer:
    """A proxy, say, that keeps its connection or takes a new one each time. It asks again where nobody listens, or
    where a connection ended before anything was said; an answer that has begun comes whole."""

    def __init__(self, port, answered, *, keeps):
        self.port, self.answered, self.keeps = port, answered, keeps
        self.is_over = threading.Event()
        self.others, self.refused = [], 0

    def go_on(self):
        number, connection = 0, None
        while not self.is_over.is_set():
            path, status = list(PATHS.items())[number % len(PATHS)]
            connection = connection or HTTPConnection("127.0.0.1", self.port, timeout=30)
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
            except ConnectionError as error:
                is_refused = isinstance(error, ConnectionRefusedError)
                self.refused += is_refused and not self.is_over.is_set()
                connection.close()
                connection = None
                self.is_over.wait(0.05)
                continue
            # Raises where less comes than was promised.
            answer.read()
            number += 1
            if answer.status != status:
                self.others.append((path, answer.status))
            self.answered.release()
            if not self.keeps:
                connection.close()
                connection = None
        if connection:
            connection.close()
        return number


SHARES_THE_MEMORY_OF_ITS_THREADS = """
import ctypes, threading
from practice_site.front_door import server

server.load()
together = threading.Barrier(12)
def use():
    together.wait()
    held = [bytes(20_000) for number in range(500)]
    together.wait()
threads = [threading.Thread(target=use) for number in range(12)]
[thread.start() for thread in threads], [thread.join() for thread in threads]
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, file)
libc.fflush(file)
"""


class Site(Door):
    def command(self):
        return [sys.executable, "manage.py", "run_site", "--port", str(self.port)]


def test_the_sites_code_is_loaded_once_for_all_its_processes(tmp_path, migrated_file):
    site = Site(tmp_path, WEB_WORKERS="2", PYTHONPROFILEIMPORTTIME="1")
    site.prepare(migrated_file)
    with site.running():
        # Each on a connection of its own, so that both web processes are asked.
        assert {site.get("/get-started/").status for _number in range(20)} == {200}
        running = processes.tree([site.process.pid])
        assert {"web server", "worker"} <= set(map(name_of, running))
    loaded = re.findall(r"\| +([\w.]+)$", (tmp_path / "log").read_text(), re.MULTILINE)
    for module in ("practice_site.front_door.large", "intake.views"):
        assert loaded.count(module) == 1


def name_of(process):
    return (processes.PROC / str(process) / "comm").read_text().strip()


def test_a_web_process_that_is_just_beginning_ends_when_told(tmp_path):
    door = Door(tmp_path)
    assert int(door.python("-c", BEGINS_WITH_ITS_PARENTS_SIGNALS)) == -signal.SIGTERM


@pytest.fixture(scope="module")
def site(tmp_path_factory, migrated_file):
    site = Site(tmp_path_factory.mktemp("running"), WEB_WORKERS="2")
    site.prepare(migrated_file)
    return site


def restart_under_load(site, keeps, let_go=lambda: None):
    """The peers, one for each of ``keeps``; ``let_go`` ends what still waits for another start."""
    answered = threading.Semaphore(0)
    peers = [Peer(site.port, answered, keeps=one) for one in keeps]
    with ThreadPoolExecutor(len(peers)) as pool:
        going = [pool.submit(peer.go_on) for peer in peers]
        try:
            for _restart in range(1 + RESTARTS):
                with site.running():
                    for _number in range(ANSWERS):
                        assert answered.acquire(timeout=60)
        finally:
            for peer in peers:
                peer.is_over.set()
            let_go()
    assert all(number.result() for number in going)
    assert [peer.others for peer in peers] == [[]] * len(peers)
    return peers


def test_a_restart_under_load_breaks_no_answer(site):
    restart_under_load(site, [number % 2 for number in range(PEERS)])
    assert "Killing" not in (site.directory / "log").read_text()


def test_whoever_is_told_to_end_first_answers_what_has_begun(site):
    begun = "POST /blog/ HTTP/1.1", f"Host: 127.0.0.1:{site.port}", "Content-Length: 4", "", "a=b"
    wants_no_more = "GET /healthz HTTP/1.1", begun[1], "", ""
    with (
        site.running(),
        site.connect("\r\n".join(begun).encode()) as sender,
        site.connect("\r\n".join(wants_no_more).encode()) as idle,
    ):
        assert idle.recv(1)
        site.process.terminate()
        # The server has heard it when it lets go of whoever wants nothing.
        everything(idle)
        sender.sendall(b"c")
        # A form without the site's token.
        assert Answer(everything(sender)).status == 403


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="another allocator")
def test_threads_take_no_memory_of_their_own(site):
    assert 1 <= site.python("-c", SHARES_THE_MEMORY_OF_ITS_THREADS).count("<heap nr=") <= 2


class SiteOnASocket(Site):
    """Started by whoever listens already, as systemd does by a socket unit."""

    def __init__(self, directory, **environment):
        super().__init__(directory, **environment)
        self.listener = socket.create_server(("127.0.0.1", self.port), backlog=512)

    def command(self):
        os.set_inheritable(self.listener.fileno(), True)
        start = f"LISTEN_PID=$$ LISTEN_FDS=1 exec {shlex.join(super().command())}"
        return ["bash", "-c", f"exec 3<&{self.listener.fileno()}; {start}"]


def test_where_somebody_else_listens_nobody_is_turned_away_by_a_restart(
    tmp_path, migrated_file, monkeypatch
):
    monkeypatch.setattr(subprocess, "Popen", partial(subprocess.Popen, close_fds=False))
    site = SiteOnASocket(tmp_path, WEB_WORKERS="2")
    site.prepare(migrated_file)
    with site.listener:
        peers = restart_under_load(site, [False] * PEERS, site.listener.close)
    assert [peer.refused for peer in peers] == [0] * PEERS


@pytest.mark.parametrize(
    ("fds", "words"),
    [("2", "listens on one socket"), ("1", "names no socket"), ("x", "one socket")],
)
def test_a_socket_that_nobody_could_come_to_is_refused_with_a_sentence(tmp_path, fds, words):
    door = Door(tmp_path)
    command = f"LISTEN_PID=$$ LISTEN_FDS={fds} exec {sys.executable} manage.py run_site 3>&-"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=door.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert words in done.stderr
