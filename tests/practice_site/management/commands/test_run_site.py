import os
import select
import signal
import socket
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from practice_site.management.commands import run_site
from tests.mailbox import free_port

ENDS = [sys.executable, "-c", ""]
STAYS = [sys.executable, "-c", "import signal; signal.pause()"]


@pytest.fixture
def children(monkeypatch):
    """Every process that the command started."""
    started = []
    start = run_site.start

    def remembered(command):
        started.append(start(command))
        return started[-1]

    monkeypatch.setattr(run_site, "start", remembered)
    handlers = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield started
    for number, handler in handlers.items():
        signal.signal(number, handler)
    for child in started:
        child.kill()
        child.wait()


@pytest.mark.parametrize(
    ("server", "worker", "name"),
    [(ENDS, STAYS, "web server"), (STAYS, ENDS, "worker")],
    ids=["server ends", "worker ends"],
)
def test_when_one_ends_the_other_is_ended(monkeypatch, children, server, worker, name):
    monkeypatch.setattr(run_site, "server", lambda host, port: server)
    monkeypatch.setattr(run_site, "worker", lambda: worker)
    with pytest.raises(CommandError, match=f"The {name} ended by itself"):
        call_command("run_site", port=free_port())
    assert [child.poll() is None for child in children] == [False, False]


def test_signal_ends_both(monkeypatch, children):
    monkeypatch.setattr(run_site, "server", lambda host, port: STAYS)
    monkeypatch.setattr(run_site, "worker", lambda: STAYS)
    # The first look at the server is when the signal comes.
    monkeypatch.setattr(run_site, "answers", lambda host, port: signal.raise_signal(signal.SIGTERM))
    call_command("run_site", port=free_port())
    assert len(children) == 2
    assert all(child.returncode is not None for child in children)


def test_what_a_child_started_ends_with_it(children):
    grandchild = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', {!r}]).wait()"
    child = run_site.start([sys.executable, "-c", grandchild.format(STAYS[-1])])
    run_site.stop([child])
    with pytest.raises(ProcessLookupError):
        os.killpg(child.pid, 0)


def test_taken_port_is_one_sentence(children):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} cannot be used"):
            call_command("run_site", port=port)
    assert not children


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a parent's death")
def test_killed_parent_takes_its_children_along(settings):
    script = (
        "import django, signal; django.setup();"
        "from practice_site.management.commands import run_site;"
        f"print(run_site.start({STAYS!r}).pid, flush=True); signal.pause()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "practice_site.settings"},
        stdout=subprocess.PIPE,
    ) as parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    # The descriptor of a process becomes readable when the process has ended.
    ended, _, _ = select.select([child], [], [], 10)
    os.close(child)
    assert ended
