"""The rows of all tables as lines of JSON, read in one moment and written back as they were."""

import json
from contextlib import contextmanager

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

# Who is signed in, what was tried, when a job is due, which worker lives, a key that does not count yet, what
# stands for pages that are kept, what search finds by and the rows say anyway:
# nothing that one would want back.
PASSING = {
    "sessions.Session",
    "staff.PasswordRequest",
    "staff.Throttle",
    "intake.NewKey",
    "intake.NewKey_mail",
    "intake.UsedToken",
    "outbox.JobTime",
    "outbox.WorkerSign",
    "freshness.Edition",
    "search.Change",
    "search.Document",
    "search.Word",
}
# In the file of keys instead, of which only the newest counts.
OF_KEYS = ["intake.PracticeKey", "intake.KeyHolder", "intake.Grant"]


class Exactly(DjangoJSONEncoder):
    """Django's own rounds to milliseconds; the log of the room is proven by microseconds."""

    def default(self, value):
        return value.isoformat() if hasattr(value, "isoformat") else super().default(value)


@contextmanager
def one_moment():
    """Everything read inside is of the same moment, and nobody who writes has to wait."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # Not atomic(), which takes the right to write as well.
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def models():
    """All with a table, the ones between two models included."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def saved_models():
    left_out = {*PASSING, *OF_KEYS}
    return [model for model in models() if model._meta.label not in left_out]


def key_models():
    return [apps.get_model(label) for label in OF_KEYS]


def write(model, stream):
    """Returns how many rows."""
    rows = model._base_manager.order_by("pk")
    serializers.serialize(
        "jsonl",
        rows.iterator(chunk_size=500),
        stream=stream,
        fields=[field.name for field in model._meta.concrete_fields],
        cls=Exactly,
    )
    return rows.count()


def load(lines, registry=apps):
    """Lines of JSON into the tables. Returns {label: how many rows}."""
    numbers = {}
    for row in read(lines, registry):
        row.save_base(raw=True, force_insert=True)
        numbers[row._meta.label] = numbers.get(row._meta.label, 0) + 1
    return numbers


def read(lines, registry=apps, *, is_strict=True):
    """An object for each line, of the models in ``registry``: those of migrations are no app's, so
    Django's own reader does not find them. Not ``is_strict``: without what no field is there for."""
    for line in lines:
        row = json.loads(line)
        model = registry.get_model(row["model"])
        fields = {field.name: field for field in model._meta.concrete_fields}
        known = row["fields"].keys() if is_strict else row["fields"].keys() & fields.keys()
        values = {
            fields[name].attname: fields[name].to_python(row["fields"][name]) for name in known
        }
        yield model(pk=model._meta.pk.to_python(row["pk"]), **values)


def empty_tables():
    """Inside the transaction that fills them again."""
    tables = [model._meta.db_table for model in models()]
    with connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(no_style(), tables, reset_sequences=True):
            cursor.execute(statement)
    ContentType.objects.clear_cache()


def reset_sequences():
    """PostgreSQL counts on from the highest number that was written."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models()):
            cursor.execute(statement)
