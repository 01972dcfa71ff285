"""Databases of a proof's own, that may be filled, locked and taken away: nobody else's is touched.

Each lives on a small memory file system, so that a full disk is real. That and a second PostgreSQL want
root, as CI has it; where it cannot be had, ``CannotBeHad`` says so.
"""

import os
import shutil
import sqlite3
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.mailbox import free_port

BALLAST = "ballast"


class CannotBeHad(AssertionError):
    """Never a reason to skip where CI runs."""


@contextmanager
def small_disk(path, megabytes):
    path.mkdir(parents=True, exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", path)
    try:
        yield path
    finally:
        run("umount", "--lazy", path)


def run(*command, as_postgres=False, check=True):
    words = [str(word) for word in command]
    if as_postgres and os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if check and done.returncode:
        raise CannotBeHad(f"{' '.join(words)}: {done.stdout}{done.stderr}")
    return done


class OwnDatabase:
    """``url`` is what ``DATABASE_URL`` takes; ``full``, ``locked`` and ``away`` last as long as their block."""

    def __init__(self, directory):
        self.directory = directory

    @contextmanager
    def full(self):
        ballast = self.directory / BALLAST
        free = shutil.disk_usage(self.directory).free
        with ballast.open("wb") as file, suppress(OSError):
            while free > 0:
                free -= file.write(bytes(min(free, 1 << 20)))
        try:
            yield
        finally:
            ballast.unlink()
            self.mend()

    def mend(self):
        """Whatever a person in charge would do after the disk was full."""


class OwnSQLite(OwnDatabase):
    @classmethod
    @contextmanager
    def running(cls, directory, megabytes):
        with small_disk(directory / "disk", megabytes) as disk:
            yield cls(disk)

    @property
    def path(self):
        return self.directory / "db.sqlite3"

    @property
    def url(self):
        return f"sqlite:///{self.path}"

    @contextmanager
    def locked(self):
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=60)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")
            connection.close()

    @contextmanager
    def away(self):
        """Its files moved aside, as an update by a fresh checkout does."""
        files = [Path(f"{self.path}{end}") for end in ("", "-wal", "-shm")]
        aside = self.directory / "aside"
        aside.mkdir(exist_ok=True)
        moved = [file for file in files if file.exists()]
        for file in moved:
            file.rename(aside / file.name)
        try:
            yield
        finally:
            for file in files:
                file.unlink(missing_ok=True)
            for file in moved:
                (aside / file.name).rename(file)


class OwnPostgres(OwnDatabase):
    """A cluster of its own on a free port."""

    @classmethod
    @contextmanager
    def running(cls, directory, megabytes):
        directory.chmod(0o755)
        with small_disk(directory / "disk", megabytes) as disk:
            if os.geteuid() == 0:
                shutil.chown(disk, "postgres")
            database = cls(disk)
            database.create()
            try:
                yield database
            finally:
                database.control("-m", "immediate", "stop", check=False)

    def create(self):
        self.port = free_port()
        self.tool(
            "initdb",
            "-D",
            self.data,
            "-A",
            "trust",
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write(
                f"listen_addresses = '127.0.0.1'\nport = {self.port}\n"
                f"unix_socket_directories = '{self.directory}'\nmax_wal_size = 64MB\n"
            )
        self.start()

    @property
    def data(self):
        return self.directory / "data"

    @property
    def url(self):
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def tool(self, name, *words, check=True):
        places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        if not places:
            raise CannotBeHad(
                f"There is no {name} here; on Debian or Ubuntu: apt install postgresql"
            )
        return run(places[-1], *words, as_postgres=True, check=check)

    def control(self, *words, check=True):
        log = self.directory / "log"
        return self.tool("pg_ctl", "-D", self.data, "-l", log, "-w", *words, check=check)

    def start(self):
        self.control("start")

    def mend(self):
        """A full disk may have ended it."""
        for _try in range(20):
            if self.control("status", check=False).returncode == 0:
                return
            if self.control("start", check=False).returncode == 0:
                return
            time.sleep(0.5)
        raise CannotBeHad((self.directory / "log").read_text()[-2000:])

    @contextmanager
    def locked(self):
        import psycopg

        with psycopg.connect(self.url.replace("postgres:", "postgresql:", 1)) as connection:
            connection.execute("LOCK TABLE intake_inquiry IN ACCESS EXCLUSIVE MODE")
            yield
            connection.rollback()

    @contextmanager
    def away(self):
        self.control("-m", "immediate", "stop")
        try:
            yield
        finally:
            self.start()


def own_database(directory, megabytes):
    """Of the kind that ``DATABASE_URL`` names: SQLite unless it is PostgreSQL."""
    is_postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    return (OwnPostgres if is_postgres else OwnSQLite).running(Path(directory), megabytes)
