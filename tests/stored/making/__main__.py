"""python -m tests.stored.making FOLDER postgres://…/EMPTY

``FOLDER`` is ``tests/stored/VERSION``; the database is one that holds nothing, and is left full.
"""

import os
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from tests.stored.making import readme

ROOT = Path(__file__).parents[3]
PROGRAM = "tests.stored.making"


def main(folder, postgres):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        Path(state, "static").mkdir()
        lines, sqlite = Path(state, "rows.jsonl"), Path(state, "db.sqlite3")
        common = os.environ | {
            "SECRET_KEY": f"stored-sample-{secrets.token_urlsafe(40)}",
            "STATE_DIR": state,
            "SITE_URL": "http://127.0.0.1:8000",
            "DJANGO_SETTINGS_MODULE": "practice_site.settings",
        }
        on_sqlite = common | {"DATABASE_URL": f"sqlite:///{sqlite}"}
        on_postgres = common | {"DATABASE_URL": postgres}
        for environment, step in ((on_sqlite, "fill"), (on_postgres, "copy")):
            manage = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
            subprocess.run(manage, env=environment, check=True, cwd=ROOT)
            again = [sys.executable, "-m", PROGRAM, f"--{step}", folder.resolve(), lines]
            subprocess.run(again, env=environment, check=True, cwd=ROOT)
        keep_sqlite(sqlite, folder)
        keep_postgres(postgres, folder)
        (folder / "mail_key").write_text(Path(state, "mail_key").read_text())
    (folder / "README.md").write_text(readme.text(todays_version()))


def todays_version():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def keep_sqlite(path, folder):
    (folder / "db.sqlite3").unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        # Smaller than usual, so that three hundred nearly empty tables and indexes stay small.
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("PRAGMA page_size=1024")
        database.execute("VACUUM")
    (folder / "db.sqlite3").write_bytes(path.read_bytes())


def keep_postgres(url, folder):
    dump = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", url]
    text = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
    # What is for the session that loads a dump, or for psql alone, differs by version.
    for_session = ("SET ", "--", "\\", "SELECT pg_catalog.set_config")
    kept = [line for line in text.splitlines() if line and not line.startswith(for_session)]
    (folder / "db.sql").write_text("\n".join(kept) + "\n")


def step(name, folder, lines):
    import django

    django.setup()
    from tests.stored.making import filling

    {"--fill": filling.fill, "--copy": filling.copy}[name](folder, lines)


if __name__ == "__main__":
    if sys.argv[1].startswith("--"):
        step(sys.argv[1], *map(Path, sys.argv[2:]))
    else:
        main(Path(sys.argv[1]), sys.argv[2])
