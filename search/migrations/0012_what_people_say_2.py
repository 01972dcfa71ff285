import tomllib
from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


def rows(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["list"]


def add(apps, schema_editor):
    """In place of a list whose everyday words (“focus”) ADHD led to; it stays where staff have changed it."""
    model = apps.get_model("search", "SameMeaning")
    take(model, before())
    model.objects.bulk_create(model(**fields) for fields in rows("what_people_say_2"))


def take_away(apps, schema_editor):
    """Only what is as it was added."""
    model = apps.get_model("search", "SameMeaning")
    take(model, rows("what_people_say_2"))
    model.objects.bulk_create(model(**fields) for fields in before())


def before():
    return [one for one in rows("same_meaning") if one["words"].startswith("ADHD,")]


def take(model, rows):
    for fields in rows:
        model.objects.filter(**fields).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0011_danger_words_7")]

    operations = [migrations.RunPython(add, take_away)]
