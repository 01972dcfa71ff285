"""A practice with something of everything in it, backed up and restored as at a terminal."""

import io
import re
import secrets
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from intake.documents import entries
from intake.models import Entry, RoomEvent
from practice_site.backup import rows
from tests import factories

RECOVERY_CODE = factories.RECOVERY_CODE


@pytest.fixture(autouse=True)
def practice(transactional_db):
    return factories.make_practice()


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"


def back_up(directory, **options):
    out = io.StringIO()
    call_command("backup", directory, stdout=out, **options)
    return Path(re.search(r"Written: (\S+)", out.getvalue())[1])


def restore(monkeypatch, path, *, secret=RECOVERY_CODE, **options):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{secret}\n"))
    options = options if "user" in options else {"sheet": "A", **options}
    out = io.StringIO()
    call_command("restore", path, stdout=out, **options)
    return out.getvalue()


def everything():
    """All rows as they are written to a backup, and the pictures."""
    found = {}
    for model in rows.saved_models():
        out = io.StringIO()
        rows.write(model, out)
        found[model._meta.label] = out.getvalue()
    files = {path.name: path.read_bytes() for path in Path(settings.MEDIA_ROOT).rglob("*.*")}
    return found, files


def fill():
    user = factories.make_user("coordinator", username="dana")
    factories.make_key_holder(user)
    article = factories.make_published_article("On waking", authors=["A guest"])
    article.specialties.add(factories.make_specialty())
    factories.make_image()
    inquiry = factories.make_inquiry()
    entries.write(inquiry, Entry.Kind.NOTE, "Evenings are better.", by=user)
    RoomEvent.objects.note(RoomEvent.Kind.OPENED, user, inquiry.pk)
    return inquiry


def fill_pieces():
    """More pictures, too many for three of the pieces that a backup is sealed in."""
    for number in range(3):
        path = Path(settings.MEDIA_ROOT, "images", f"noise{number}.jpg")
        path.write_bytes(secrets.token_bytes(70_000))
