"""A stored backup put back with today's code. For the process that opens a stored sample."""

import io
import json
import tempfile
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

LABEL = "B"


def all_ways(sample, known):
    """Onto a database that is migrated and holds all of it already."""
    from tests.stored.opening import everything, proofs, seen, vouch

    own, before = sample / "keys.json", whole()
    said = {"tables": tables(), "tables built": built_tables()}
    said |= {
        "checked": put_back(sample, known, own, check=True),
        "failed": fail(sample, known, own),
    }
    said["as before"] = whole() == before
    said["words"] = put_back(sample, known, own)
    said |= {"unproven": proofs(), "waiting": waiting(), "log": log()}
    vouch(known)
    said["restored"] = everything(known) | seen() | {"pictures": pictures()}
    put_back(sample, known, newest_keys())
    said["with newer keys"] = proofs()
    return said


def built_tables():
    """As a restore makes them for a version, from the models alone; here for today's."""
    from practice_site.backup import earlier, versions

    with earlier.scratch() as database:
        earlier.build(versions.known(), database)
        return tables()


def tables():
    """{table: {column: whether it may be empty}}, and on SQLite each rule and index as well: the other
    kind has more of them."""
    from django.conf import settings
    from django.db import connection

    is_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    look, found = connection.introspection, {}
    with connection.cursor() as cursor:
        for table in look.table_names(cursor):
            if table.startswith("search_terms"):
                continue  # what SQLite searches by, made of the rows behind the migrations, and after a restore
            columns = {one.name: one.null_ok for one in look.get_table_description(cursor, table)}
            columns.pop("vector" if table == "search_document" else "", None)  # PostgreSQL's
            rules = look.get_constraints(cursor, table).values() if is_sqlite else ()
            found[table] = [
                columns,
                sorted(json.dumps(one, sort_keys=True, default=str) for one in rules),
            ]
    return found


def put_back(sample, known, keys, **options):
    from django.core.management import call_command

    out, answer = io.StringIO(), io.StringIO(known["sheets"][LABEL] + "\n")
    given = {"sheet": LABEL, "replace": True, "from_elsewhere": True, "keys": keys, "stdout": out}
    with mock.patch("sys.stdin", answer):
        call_command("restore", sample / "site.backup", **given | options)
    return out.getvalue()


def fail(sample, known, keys):
    """In the middle: the tables are emptied, and the rows on their way to today's version, or, of what
    is of today's, all in."""
    where = (
        "practice_site.backup.earlier.call_command",
        "practice_site.backup.rows.reset_sequences",
    )
    try:
        with ExitStack() as stack:
            for name in where:
                stack.enter_context(mock.patch(name, side_effect=Broken("halfway")))
            put_back(sample, known, keys)
    except Broken as error:
        return str(error)


def waiting():
    from outbox.models import Message

    return Message.objects.due().count()


def log():
    from intake.models import RoomEvent

    return list(RoomEvent.objects.order_by("pk").values_list("digest", flat=True))


class Broken(Exception):
    pass


def newest_keys():
    """Written by today's version, which the old backup has never heard of."""
    from django.core.management import call_command

    folder = Path(tempfile.mkdtemp())
    call_command("backup", folder, only_keys=True, stdout=io.StringIO())
    return folder / "keys.json"


def whole():
    """All rows there are, and the migrations."""
    from practice_site.backup import rows, versions

    out = io.StringIO()
    for model in rows.models():
        rows.write(model, out)
    return out.getvalue(), sorted(versions.applied())


def pictures():
    """{path of each file that a row names: whether it is there}"""
    from django.apps import apps
    from django.db.models import FileField

    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, FileField)
    ]
    files = [
        getattr(row, field.name)
        for field in fields
        for row in field.model._base_manager.exclude(**{field.name: ""})
    ]
    return {file.name: file.storage.exists(file.name) for file in files}
