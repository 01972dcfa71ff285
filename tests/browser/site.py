"""A running site for browser tests: server and worker in a process of their own, data of their own."""

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.mailbox import Mailbox, free_port

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60


class Site:
    def __init__(self, directory, database_url, mailbox):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.mailbox = mailbox
        self.log = directory / "site.log"
        inherited = {
            k: os.environ[k] for k in ("PATH", "HOME", "LANG", "TMPDIR") if k in os.environ
        }
        self.environment = inherited | {
            "DATABASE_URL": database_url,
            "EMAIL_URL": f"smtp://{mailbox.host}:{mailbox.port}",
            "PYTHONWARNINGS": "default",
            "SITE_URL": self.url,
            "STATE_DIR": str(directory),
        }

    def manage(self, *arguments, text=None):
        """What a management command prints, run beside the server on the same data."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}"
        return done.stdout

    def prepare(self, folder):
        code = f"from tests.browser import demo; demo.prepare({str(folder)!r})"
        self.manage("shell", "--verbosity", "0", "--command", code)

    @contextmanager
    def running(self):
        with self.log.open("w") as log:
            self.start(log)
            try:
                yield self
            finally:
                self.stop()

    def start(self, log):
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "run_site", "--port", str(self.port)],
            cwd=ROOT,
            env=self.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        self.wait_until_it_answers(self.process)

    def stop(self):
        self.process.terminate()
        self.process.wait()

    @contextmanager
    def stopped(self):
        """The server is away for a while, and back on the same address."""
        self.stop()
        try:
            yield
        finally:
            with self.log.open("a") as log:
                self.start(log)

    def wait_until_it_answers(self, process):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            with suppress(OSError), urllib.request.urlopen(f"{self.url}/healthz", timeout=5):
                return
            time.sleep(0.1)
        raise AssertionError(f"The site did not start:\n{self.log.read_text()}")


@contextmanager
def demo_site(directory, kept):
    """The demo practice on a file database, or on a new PostgreSQL database if DATABASE_URL names a server.
    What is long in the making comes from the folder ``kept``, or goes there."""
    with fresh_database(directory) as database_url, Mailbox() as mailbox:
        site = Site(directory, database_url, mailbox)
        site.prepare(kept)
        with site.running():
            yield site


@contextmanager
def fresh_database(directory):
    server = urlsplit(os.environ.get("DATABASE_URL", ""))
    if not server.scheme.startswith("postgres"):
        yield f"sqlite:///{directory / 'db.sqlite3'}"
        return
    import psycopg

    name = f"practice_browser_{os.getpid()}"
    maintenance = urlunsplit(server._replace(scheme="postgresql", path="/postgres"))
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(server._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
