import tomllib
from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent
FILES = {"SameMeaning": "same_meaning_2", "DangerWords": "danger_words_2"}


def lists(apps):
    for name, file in FILES.items():
        rows = tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))["list"]
        yield apps.get_model("search", name), rows


def add(apps, schema_editor):
    for model, rows in lists(apps):
        model.objects.bulk_create(model(**fields) for fields in rows)


def take_away(apps, schema_editor):
    """Only what is as it was added: what staff have changed since is theirs."""
    for model, rows in lists(apps):
        for fields in rows:
            model.objects.filter(**fields).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0002_shipped")]

    operations = [migrations.RunPython(add, take_away)]
