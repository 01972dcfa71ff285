import tomllib
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parent / "danger_words_8.toml"


def pairs():
    for one in tomllib.loads(FILE.read_text(encoding="utf-8"))["narrower"]:
        yield one["name"], one["line"], one["becomes"]


def narrow(apps, schema_editor):
    model = apps.get_model("search", "DangerWords")
    for name, line, becomes in pairs():
        put_in_place(model.objects.filter(name=name), line, becomes)


def put_back(apps, schema_editor):
    model = apps.get_model("search", "DangerWords")
    for name, line, becomes in pairs():
        put_in_place(model.objects.filter(name=name), becomes, line)


def put_in_place(rows, line, other):
    """Line by line: what staff have changed of a list, or of a line, stays as they left it."""
    for row in rows:
        lines = row.phrases.splitlines(keepends=True)
        changed = [other + one[len(line) :] if one.rstrip() == line else one for one in lines]
        if changed != lines:
            row.phrases = "".join(changed)
            row.save(update_fields=["phrases"])


class Migration(migrations.Migration):
    dependencies = [("search", "0013_words_in_any_order")]

    operations = [migrations.RunPython(narrow, put_back)]
