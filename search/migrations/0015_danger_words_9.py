import tomllib
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parent / "danger_words_9.toml"


def lists():
    return tomllib.loads(FILE.read_text(encoding="utf-8"))["list"]


def add(apps, schema_editor):
    model = apps.get_model("search", "DangerWords")
    model.objects.bulk_create(model(**fields) for fields in lists())


def take_away(apps, schema_editor):
    """Only what is as it was added: what staff have changed since is theirs."""
    model = apps.get_model("search", "DangerWords")
    for fields in lists():
        model.objects.filter(**fields).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0014_narrower_danger_words_2")]

    operations = [migrations.RunPython(add, take_away)]
