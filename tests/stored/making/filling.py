"""Fills one database with everything, and copies its rows into another kind of database."""

import json
from unittest import mock

from django.conf import settings
from django.db import transaction
from django.template.base import Template
from django.test import override_settings
from django.test.utils import instrumented_test_render
from django.utils import timezone

from intake.room import passphrases
from practice_site.backup import archive, rows, versions
from tests.stored.making import (
    changed_words,
    complete,
    desk_traces,
    expecting,
    found,
    groups,
    inquiries,
    mail,
    people,
    practice,
    reviews,
    room,
    sealed_kinds,
    team,
    texts,
)  # fmt: skip
from tests.stored.visiting import WITHOUT_COLLECTING


def fill(folder, lines):
    # What is stored says with which costs it was made, and nobody has to wait for these.
    passphrases.MEBIBYTES, passphrases.PASSES = 1, 1
    known = {
        "secret_key": settings.SECRET_KEY,
        "password": "three lanterns by the door",
        "made_on": timezone.localdate().isoformat(),
        "migrations": sorted(versions.known()),
    }
    with override_settings(STORAGES=WITHOUT_COLLECTING), forms_to_read():
        make_everything(known)
        complete.check()
    for old in folder.glob("*.backup"):
        old.unlink()
    archive.make(folder, lambda words: None).rename(folder / "site.backup")
    known["expected"] = expecting.what_is_there(known)
    write_json(folder / "known.json", known, sort_keys=True)
    write_json(folder / "sealed.json", sealed_kinds.one_of_each(known, folder / "site.backup"))
    with lines.open("w") as file:
        for model in rows.models():
            rows.write(model, file)


def make_everything(known):
    cast = people.make(known)
    practice.make()
    team.make(cast)
    groups.make(cast)
    articles = texts.make(cast)
    changed_words.make()
    reviews.make(cast, articles, known)
    desk_traces.make(cast, articles, known)
    room.make(cast, known)
    inquiries.make(cast, known)
    room.leave_waiting(cast, known)
    room.note_every_kind(cast, known)
    mail.make(known)
    found.make()


def forms_to_read():
    """What a page was drawn from, on the responses of Django's test client."""
    return mock.patch.object(Template, "_render", instrumented_test_render)


def write_json(path, data, **options):
    path.write_text(json.dumps(data, indent=1, **options) + "\n")


def copy(folder, lines):
    with transaction.atomic():
        rows.empty_tables()
        with lines.open() as file:
            rows.load(file)
        rows.reset_sequences()
