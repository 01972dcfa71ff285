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


@pytest.fixture
def clock():
    return Clock()


class Clock:
    """Time that passes when the test says so."""

    now = 0.0

    def __call__(self):
        return self.now


def test_a_cache_that_does_not_answer_stops_the_start_with_a_sentence(children, settings):
    location = f"redis://127.0.0.1:{free_port()}"
    backend = {"BACKEND": "practice_site.caches.ForgivingRedis", "LOCATION": location}
    settings.CACHES = {"default": backend}
    with pytest.raises(CommandError, match=r"does not answer .* Start it, or unset CACHE_URL"):
        call_command("run_site", port=free_port())
    assert children == []


def test_a_public_site_does_not_start_without_its_static_files(children, settings, tmp_path):
    settings.IS_LOOPBACK, settings.STATIC_ROOT = False, tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    with pytest.raises(CommandError, match=r"Run manage\.py collectstatic"):
        call_command("run_site", port=free_port())
    assert children == []


@pytest.mark.parametrize(
    ("options", "prepares"), [({"prepare": True}, False), ({"demo": True}, True), ({}, None)]
)
def test_the_site_is_made_ready_first_where_that_is_asked(monkeypatch, children, options, prepares):
    done = []

    def prepare(name, *, demo, skip_checks, stdout):
        assert (name, skip_checks, children) == ("prepare", False, [])
        done.append(demo)

    monkeypatch.setattr(run_site, "call_command", prepare)
    monkeypatch.setattr(run_site, "usable_logins", list)
    monkeypatch.setattr(run_site, "server", lambda host, port: STAYS)
    monkeypatch.setattr(run_site, "answers", lambda host, port: signal.raise_signal(signal.SIGTERM))
    call_command("run_site", port=free_port(), no_worker=True, **options)
    assert done == [prepares] * (prepares is not None)


def killed(part):
    os.killpg(part.child.pid, signal.SIGKILL)
    part.child.wait()


@pytest.mark.parametrize("name", ["worker", "web server"])
def test_whatever_dies_is_started_again_after_growing_pauses(children, clock, name):
    said = []
    part = run_site.Part(name, STAYS, clock=clock)
    for pause in [1, 2, 4, 8]:
        killed(part)
        part.look_after(said.append)
        assert f"started again in {pause} s" in said[-1]
        clock.now += pause - 0.5
        part.look_after(said.append)
        assert part.child is None, "not yet"
        clock.now += 0.5
        part.look_after(said.append)
        assert part.child.poll() is None
    assert len(said) == 4


def test_what_cannot_be_started_just_now_is_tried_again_and_ends_nothing(
    monkeypatch, children, clock
):
    said = []
    part = run_site.Part("worker", STAYS, clock=clock)
    begin = run_site.start
    killed(part)
    part.look_after(said.append)

    def no_memory(command):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(run_site, "start", no_memory)
    for pause in [2, 4]:
        clock.now += run_site.STEADY_SECONDS
        part.look_after(said.append)
        assert said[-1] == (
            "The worker could not be started: Resource temporarily unavailable. "
            f"It is started again in {pause} s."
        )
    monkeypatch.setattr(run_site, "start", begin)
    clock.now += run_site.STEADY_SECONDS
    part.look_after(said.append)
    assert part.child.poll() is None


def test_nobody_elses_process_is_ended_in_place_of_one_that_is_gone(children, clock):
    part = run_site.Part("worker", STAYS, clock=clock)
    killed(part)
    part.look_after(lambda text: None)
    assert part.child is None


def test_whatever_ran_well_for_a_while_is_started_again_at_once(children, clock):
    said = []
    part = run_site.Part("web server", STAYS, clock=clock)
    for _death in range(run_site.MOST_DEATHS * 2):
        clock.now += run_site.STEADY_SECONDS
        killed(part)
        part.look_after(said.append)
        clock.now += 1
        part.look_after(said.append)
        assert part.child.poll() is None
    assert all("in 1 s" in text for text in said)


def die(part, clock, times):
    for _death in range(times):
        killed(part)
        part.look_after(lambda text: None)
        clock.now += run_site.LONGEST_PAUSE_SECONDS
        part.look_after(lambda text: None)


def test_a_worker_is_never_given_up(children, clock):
    part = run_site.Part("worker", STAYS, clock=clock)
    die(part, clock, 12)
    assert part.deaths > run_site.MOST_DEATHS


def test_a_web_server_that_cannot_run_ends_everything_with_an_error(children, clock):
    part = run_site.Part("web server", STAYS, clock=clock)
    with pytest.raises(CommandError, match="ended 6 times in a row, the last time with -9"):
        die(part, clock, run_site.MOST_DEATHS)


def test_while_the_worker_is_gone_the_web_server_goes_on(monkeypatch, children):
    monkeypatch.setattr(run_site, "server", lambda host, port: STAYS)
    monkeypatch.setattr(run_site, "worker", lambda: ENDS)
    looks = []

    def look(host, port):
        looks.append([child.poll() is None for child in children])
        if len(children) >= 3:
            signal.raise_signal(signal.SIGTERM)
        return False

    monkeypatch.setattr(run_site, "answers", look)
    call_command("run_site", port=free_port())
    assert all(is_web_running for is_web_running, *_workers in looks)
    assert [child.poll() is None for child in children] == [False] * len(children)


def test_without_a_worker_only_the_web_server_runs(monkeypatch, children):
    monkeypatch.setattr(run_site, "server", lambda host, port: STAYS)
    monkeypatch.setattr(run_site, "answers", lambda host, port: signal.raise_signal(signal.SIGTERM))
    call_command("run_site", port=free_port(), no_worker=True)
    assert len(children) == 1


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
