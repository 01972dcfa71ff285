"""Each list of words of danger gets its kind; those of several kinds are taken apart; and there are more.

What staff have renamed, changed or taken away stays as they left it.
"""

import tomllib
from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent
ADDED = ("name", "kind", "language", "phrases", "only_sounds_like_it", "only_says_who")


def read(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def before():
    """The lists that can be taken apart, by name."""
    return {one["name"]: one for one in read("danger_words")["list"]}


def parts():
    """The new lists by the one that each comes out of; by nothing where it is new altogether."""
    found = {}
    for one in read("danger_words_3")["list"]:
        fields = {name: one[name] for name in ADDED if name in one}
        found.setdefault(one.get("out_of"), []).append(fields)
    return found


def sort(apps, schema_editor):
    model, old = apps.get_model("search", "DangerWords"), before()
    for name, kind in read("danger_words_3")["kind"].items():
        model.objects.filter(name=name, only_sounds_like_it=False).update(kind=kind)
    for out_of, lists in parts().items():
        if out_of is None or model.objects.filter(**old[out_of]).delete()[0]:
            model.objects.bulk_create(model(**fields) for fields in lists)


def put_back(apps, schema_editor):
    """Only what is as it was added: what staff have changed since is theirs."""
    model, old = apps.get_model("search", "DangerWords"), before()
    for out_of, lists in parts().items():
        are_there = [model.objects.filter(**fields) for fields in lists]
        if out_of is not None and not all(rows.exists() for rows in are_there):
            continue
        for rows in are_there:
            rows.delete()
        if out_of is not None:
            model.objects.create(**old[out_of])


class Migration(migrations.Migration):
    dependencies = [("search", "0004_kinds_of_danger")]

    operations = [migrations.RunPython(sort, put_back)]
