import tomllib
from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


def read(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def before(name):
    (phrases,) = [one["phrases"] for one in read("danger_words")["list"] if one["name"] == name]
    return phrases


def narrow(apps, schema_editor):
    """What staff have changed or renamed stays as they left it."""
    model, more = apps.get_model("search", "DangerWords"), read("danger_words_5")
    for one in more["narrower"]:
        unchanged = model.objects.filter(name=one["name"], phrases=before(one["name"]))
        unchanged.update(phrases=one["phrases"])
    model.objects.bulk_create(model(**fields) for fields in more["list"])


def put_back(apps, schema_editor):
    model, more = apps.get_model("search", "DangerWords"), read("danger_words_5")
    for one in more["narrower"]:
        unchanged = model.objects.filter(name=one["name"], phrases=one["phrases"])
        unchanged.update(phrases=before(one["name"]))
    for fields in more["list"]:
        model.objects.filter(**fields).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0006_danger_words_4")]

    operations = [migrations.RunPython(narrow, put_back)]
