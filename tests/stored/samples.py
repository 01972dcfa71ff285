"""Copies of what earlier versions stored, opened by a process of its own, as a site would."""

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import psycopg
from django.conf import settings

from practice_site.backup.stream import Head, SealedReader
from tests.stored import expected

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VERSIONS = sorted(path.parent.name for path in HERE.glob("*/known.json"))


class Sample:
    def __init__(self, version):
        self.folder = HERE / version

    @cached_property
    def known(self):
        return json.loads((self.folder / "known.json").read_text())

    @cached_property
    def expected(self):
        return expected.of(self.folder.name, self.known)

    @cached_property
    def sealed(self):
        return json.loads((self.folder / "sealed.json").read_text())

    @contextmanager
    def copied(self, state):
        """A copy in the kind of database that the tests run on; its ``DATABASE_URL``."""
        shutil.copy(self.folder / "mail_key", state)
        if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
            shutil.copy(self.folder / "db.sqlite3", state)
            yield f"sqlite:///{state / 'db.sqlite3'}"
        else:
            with scratch_database() as url:
                with psycopg.connect(url) as connection:
                    connection.execute((self.folder / "db.sql").read_text())
                yield url

    def opened(self, state, secret_key, program="tests.stored.opening"):
        """What a process of its own, with the copy's settings, has found: migrated to today's version, and
        opened with everything that is known."""
        with self.copied(state) as url:
            environment = os.environ | {
                "DATABASE_URL": url,
                "SECRET_KEY": secret_key,
                "STATE_DIR": str(state),
                "DJANGO_SETTINGS_MODULE": "practice_site.settings",
            }
            command = [sys.executable, "-m", program, self.folder, state / "found"]
            subprocess.run(command, env=environment, cwd=ROOT, check=True)
        return json.loads((state / "found").read_text())


def read_backup(sample, found, holder, words):
    """(manifest, {name: content}) of its backup, as ``holder`` of the file of keys opens it."""
    with (sample.folder / "site.backup").open("rb") as file:
        head = Head(file)
        assert head.is_signed
        private = found.private_key(head.practice_key, holder, words)
        stream = io.BufferedReader(SealedReader(file, head, private))
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            files = {entry.name: archive.extractfile(entry).read() for entry in archive}
    return json.loads(files.pop("manifest.json")), files


@contextmanager
def scratch_database():
    given = settings.DATABASES["default"]
    where = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"]}
    where |= {"password": given["PASSWORD"]} if given["PASSWORD"] else {}
    name = f"stored_sample_{os.getpid()}"
    with psycopg.connect(dbname="postgres", autocommit=True, **where) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"postgres://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
