"""The one file of a picture for readers that choose nothing: mail, feeds, old browsers."""

from typing import NamedTuple

from django.core.files.storage import default_storage

from pictures.models import Image
from pictures.renditions import ORIGINAL

TYPES = {"jpg": "image/jpeg", "png": "image/png"}


class PlainFile(NamedTuple):
    """With the size of this very file."""

    src: str
    width: int
    height: int
    kind: str


def plain_file(image: Image, ratio: str = ORIGINAL) -> PlainFile:
    """The second of its sizes, which is enough for a column of text. Costs no query and no look at the disk."""
    crops = image.renditions.get("crops") or {}
    crop = crops.get(ratio) or crops.get(ORIGINAL) or {}
    for ending, kind in TYPES.items():
        if files := crop.get(ending):
            width, height, name = files[min(1, len(files) - 1)]
            return PlainFile(default_storage.url(name), width, height, kind)
    # A row some bulk write made without save(): the master itself is shown.
    kind = TYPES.get(str(image.file.name).rpartition(".")[2].lower(), "image/jpeg")
    return PlainFile(image.file.url, image.width, image.height, kind)
