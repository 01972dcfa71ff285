import tomllib
from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


def fill(apps, schema_editor):
    for name, file in (("SameMeaning", "same_meaning"), ("DangerWords", "danger_words")):
        lists = tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))["list"]
        model = apps.get_model("search", name)
        model.objects.bulk_create(model(**fields) for fields in lists)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
