import sqlite3
from contextlib import closing

from tests import migrated


def test_another_migration_or_other_data_of_one_makes_another_file(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    migration = tmp_path / "blog/migrations/0001_initial.py"
    migration.parent.mkdir(parents=True)
    words = migration.with_name("words.toml")
    words.write_text("list = []")
    names = set()
    for text in ["operations = []", "operations = [1]"]:
        migration.write_text(text)
        names.add(migrated.kept_file(tmp_path))
    migration.rename(migration.with_name("0001_first.py"))
    names.add(migrated.kept_file(tmp_path))
    words.write_text("list = [1]")
    names.add(migrated.kept_file(tmp_path))
    assert len(names) == 4


def test_what_is_kept_is_whole_and_what_is_taken_is_a_copy(tmp_path):
    kept, given, taken = (tmp_path / name for name in ("kept.sqlite3", "given", "taken"))
    (tmp_path / "older.sqlite3").touch()
    migrated.take(kept, taken)
    assert not taken.exists(), "there is nothing yet"
    with closing(sqlite3.connect(given)) as connection:
        connection.executescript(
            "PRAGMA journal_mode=WAL; CREATE TABLE a (b); INSERT INTO a VALUES (7)"
        )
        migrated.keep(kept, given)
    migrated.take(kept, taken)
    with closing(sqlite3.connect(taken)) as connection:
        connection.execute("DELETE FROM a")
        connection.commit()
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT b FROM a").fetchall() == [(7,)]
    assert list(tmp_path.glob("*.sqlite3")) == [kept]
