"""python -m tests.stored.making FOLDER postgres://…/EMPTY

``FOLDER`` is ``tests/stored/VERSION``; the database is one that holds nothing, and is left full. Without
both it only sees, on SQLite and in a folder that is thrown away, whether a sample can be made.
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
        run("--fill", folder, lines, common | {"DATABASE_URL": f"sqlite:///{sqlite}"})
        keep_sqlite(sqlite, folder)
        if postgres:
            run("--copy", folder, lines, common | {"DATABASE_URL": postgres})
            keep_postgres(postgres, folder)
        (folder / "mail_key").write_text(Path(state, "mail_key").read_text())
    (folder / "README.md").write_text(readme.text(todays_version()))


def run(step, folder, lines, environment):
    """In a migrated database, by a process of its own, since settings are read once."""
    manage = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    again = [sys.executable, "-m", PROGRAM, step, folder.resolve(), lines]
    for command in (manage, again):
        subprocess.run(command, env=environment, check=True, cwd=ROOT)


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


def take_step(name, folder, lines):
    import django

    django.setup()
    from tests.stored.making import filling

    {"--fill": filling.fill, "--copy": filling.copy}[name](folder, lines)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [("--fill" | "--copy") as name, *paths]:
            take_step(name, *map(Path, paths))
        case [folder, postgres]:
            main(Path(folder), postgres)
        case []:
            with tempfile.TemporaryDirectory() as nowhere:
                main(Path(nowhere), "")
            print("A sample of everything that today's version stores can be made.")
        case _:
            sys.exit(__doc__)
