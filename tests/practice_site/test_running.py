"""The whole of a running site: the parent, its web processes and its worker."""

import re
import signal
import sys

import pytest

from practice_site.bench import processes
from tests.practice_site.front_door.door import Door

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")

BEGINS_WITH_ITS_PARENTS_SIGNALS = """
import os, signal
from practice_site.front_door import server

class Granian:
    def __init__(self, *arguments, **options):
        signal.signal(signal.SIGTERM, lambda number, frame: None)

    def serve(self):
        if not os.fork():
            os.kill(os.getpid(), signal.SIGTERM)
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.wait()[1]))

server.Granian = Granian
server.serve("127.0.0.1", 8000)
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
