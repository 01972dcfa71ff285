import tomllib
from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent
LONGEST_BEFORE = 500


def rows(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["list"]


def add(apps, schema_editor):
    """In place of lists whose words all led to each other: of those, what staff have changed stays."""
    model = apps.get_model("search", "SameMeaning")
    take(model, [*faiths(), *rows("same_meaning_2")])
    model.objects.bulk_create(model(**fields) for fields in rows("what_people_say"))


def take_away(apps, schema_editor):
    """Only what is as it was added; of the rest as much as there was room for."""
    model = apps.get_model("search", "SameMeaning")
    # What led one way would lead both ways, or nowhere.
    model.objects.exclude(leads_to="").delete()
    take(model, rows("what_people_say"))
    for row in model.objects.all():
        if len(row.words) > LONGEST_BEFORE:
            row.words = row.words[:LONGEST_BEFORE].rpartition(",")[0]
            row.save(update_fields=["words"])
    model.objects.bulk_create(model(**one) for one in [*faiths(), *rows("same_meaning_2")])


def faiths():
    """One faith is not another: whoever looks for a Muslim therapist is not led to a Jewish one."""
    return [one for one in rows("same_meaning") if "muslim" in one["words"]]


def take(model, rows):
    for fields in rows:
        model.objects.filter(**{"leads_to": "", **fields}).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0008_leads_to")]

    operations = [migrations.RunPython(add, take_away)]
