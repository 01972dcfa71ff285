"""The pictures that a backup takes along."""

from pathlib import Path

from django.conf import settings

MEDIA = "media"


def files():
    root = Path(settings.MEDIA_ROOT)
    return sorted(path for path in root.rglob("*") if path.is_file())


def name_in_archive(path):
    return f"{MEDIA}/{path.relative_to(settings.MEDIA_ROOT)}"
