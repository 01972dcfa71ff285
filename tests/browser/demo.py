"""``manage.py prepare --demo`` for the site of browser tests, in a process with that site's settings. What
takes nearly all of its time is kept from one run to the next: the tables, static files as they are served,
and the pictures cut to size."""

import os
import shutil
import time
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.core.management import call_command
from django.db import connection

from pictures.models import Image
from practice_site.demo.pictures import load_pictures
from tests import kept, migrated

STATIC_SOURCES = ["static/**/*", "practice_site/settings.py", "practice_site/static_storage.py"]
PICTURE_SOURCES = [
    "pictures/**/*.py",
    "practice_site/demo/pictures.py",
    "practice_site/demo/files.py",
    "practice_site/demo/images/*",
    "practice_site/demo/content/images.toml",
]


def prepare(folder):
    folder = Path(folder)
    prepare_tables(folder)
    steps = [
        partial(bring, static_files, folder / "static", STATIC_SOURCES),
        partial(bring, pictures, folder / "pictures", PICTURE_SOURCES),
    ]
    # Of two workers that find nothing, one collects while the other cuts.
    for step in [step for step in steps if not step(waits=False)]:
        step(waits=True)
    call_command("prepare", demo=True)


def prepare_tables(folder):
    if connection.vendor != "sqlite":
        call_command("migrate", verbosity=0)
        return
    file, database = migrated.kept_file(folder), connection.settings_dict["NAME"]
    migrated.take(file, database)
    call_command("migrate", verbosity=0)
    migrated.keep(file, database)


def bring(step, folder, sources, *, waits):
    """Whether it could: not while another worker is at it, unless it waits."""
    with kept.alone_in(folder, waits=waits) as is_alone:
        if is_alone:
            step(folder / kept.name_for(*sources))
        return is_alone


def static_files(place):
    collected = settings.STATIC_ROOT
    if not place.exists():
        call_command("collectstatic", interactive=False, verbosity=0)
        with kept.making(place) as unfinished:
            shutil.copytree(collected, unfinished / "static")
        return
    # By their name they are as their sources. By their times they would be older than these, and
    # parts of them younger than their list.
    now = time.time()
    shutil.copytree(place / "static", collected, copy_function=shutil.copyfile)
    for path in Path(collected).rglob("*"):
        os.utime(path, (now, now))


def pictures(place):
    media, rows = settings.MEDIA_ROOT, place / "rows.json"
    if place.exists():
        shutil.copytree(place / "media", media)
        call_command("loaddata", rows, verbosity=0)
        return
    load_pictures(print)
    with kept.making(place) as unfinished:
        shutil.copytree(media, unfinished / "media")
        (unfinished / rows.name).write_text(serializers.serialize("json", Image.objects.all()))
