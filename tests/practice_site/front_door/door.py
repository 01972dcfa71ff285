"""The real server, in processes of its own, on data of its own; and people who talk to it by hand."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests import migrated
from tests.browser.site import ROOT
from tests.mailbox import free_port

START_SECONDS = 60
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from staff.models import User
from tests import factories
factories.make_practice()
for role in ["manager", "clinician"]:
    user = factories.make_user(role, username=role)
    client = Client()
    client.force_login(user)
    print(role, client.cookies["sessionid"].value)
from blog.models import AskedText
print("link", AskedText.objects.create(name="Rosa Quill").token)
print("closed", AskedText.objects.create(name="Rosa Quill", revoked_at=factories.timezone.now()).token)
"""


class Door:
    def __init__(self, directory, *, is_prepared=False, **environment):
        self.port = free_port()
        self.directory = directory
        self.database = directory / "db.sqlite3"
        self.temporary = directory / "tmp"
        self.temporary.mkdir(exist_ok=is_prepared)
        self.environment = {
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "tests.practice_site.front_door.settings",
            "PYTHONPATH": str(ROOT),
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "STATE_DIR": str(directory),
            "TMPDIR": str(self.temporary),
            **environment,
        }
        self.sessions, self.links = {}, {}
        self.process = None

    def python(self, *arguments):
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def prepare(self, migrated_file=None):
        """From ``migrated_file`` (the fixture), where one is kept: only what it lacks is migrated."""
        if migrated_file:
            migrated.take(migrated_file, self.database)
        static = self.directory / "static"
        static.mkdir()
        (static / "plain.css").write_text("body {}")
        (static / "large.css").write_text("a" * 300_000)
        self.sessions = dict(line.split() for line in self.python("-c", PREPARE).splitlines())
        self.links = {name: self.sessions.pop(name) for name in ("link", "closed")}

    def command(self):
        return [sys.executable, "-m", "practice_site.front_door", "--port", str(self.port)]

    @contextmanager
    def running(self):
        with (
            (self.directory / "log").open("a") as log,
            subprocess.Popen(
                self.command(), cwd=ROOT, env=self.environment, stdout=log, stderr=log
            ) as process,
        ):
            self.process = process
            try:
                self.wait_until_it_answers()
                yield self
            finally:
                process.terminate()

    def web_processes(self):
        pid = self.process.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def listening(self):
        """How many of them take connections: each has a socket of its own."""
        mine = f"0100007F:{self.port:04X} 00000000:0000 0A"
        return Path("/proc/net/tcp").read_text().count(mine)

    def wait_until_it_answers(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and (not self.process or self.process.poll() is None):
            with suppress(OSError):
                return self.get("/healthz")
            time.sleep(0.1)
        raise AssertionError((self.directory / "log").read_text())

    def forget_tries(self):
        with closing(sqlite3.connect(self.database, timeout=30)) as database, database:
            database.execute("DELETE FROM staff_throttle")

    def connect(self, text=b"", seconds=30):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=seconds)
        # Whoever is refused in the middle may be told so by the kernel, before the answer is read.
        with suppress(ConnectionError):
            connection.sendall(text)
        return connection

    def say(self, text):
        """What is answered to the bytes ``text``, to the end of the connection."""
        with self.connect(text) as connection:
            return Answer(everything(connection))

    def request(self, method, path, *lines, body=b"", host=True):
        """One request on a connection of its own; ``lines`` are header lines as they are sent."""
        head = [f"{method} {path} HTTP/1.1", "Connection: close", *lines]
        if host:
            head.append(f"Host: 127.0.0.1:{self.port}")
        return self.say("\r\n".join([*head, "", ""]).encode("latin-1") + body)

    def get(self, path, *lines):
        return self.request("GET", path, *lines)

    def post(self, path, body, *lines, role=None):
        cookie = [f"Cookie: sessionid={self.sessions[role]}"] if role else []
        return self.request(
            "POST", path, f"Content-Length: {len(body)}", *cookie, *lines, body=body
        )


class Answer:
    def __init__(self, data):
        head, _blank, self.body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.status = int(first.split()[1]) if first else 0
        self.headers = {}
        for line in lines:
            name, _colon, value = line.partition(":")
            self.headers[name.lower()] = value.strip()


def everything(connection):
    data = bytearray()
    with suppress(ConnectionError):
        while part := connection.recv(65536):
            data += part
    return bytes(data)
