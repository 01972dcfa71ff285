"""The pictures of a Word document: which of them the text shows, and their bytes."""

import io
from typing import Any
from zipfile import BadZipFile, ZipFile

# As many as somebody describes on one page; larger ones are for the library itself.
MOST, MOST_BYTES, MOST_IN_ALL = 8, 8 * 1024 * 1024, 16 * 1024 * 1024
# What the library takes; drawings of Office are none of it.
ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


def is_picture(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


class Pictures:
    """Answers the converter: an ``<img>`` says which of ``names`` it shows. A file in the package is its own
    name (``reader.slim``); whatever is not, stays out."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def __call__(self, image: Any) -> dict[str, str]:
        try:
            with image.open() as file:
                name = file.read().decode()
        except (KeyError, OSError, ValueError):
            return {"src": ""}
        if name not in self.names and len(self.names) < MOST and is_picture(name):
            self.names.append(name)
        if name not in self.names:
            return {"src": ""}
        return {"src": "", "data-file": str(self.names.index(name))}


def pictures_of(data: bytes, names: list[str]) -> list[bytes]:
    """Nothing in place of one that is too large, or not to be read."""
    found, left = [], MOST_IN_ALL
    with ZipFile(io.BytesIO(data)) as archive:
        for name in names:
            most = min(MOST_BYTES, left)
            try:
                with archive.open(name) as file:
                    picture = file.read(most + 1)
            except (
                BadZipFile,
                KeyError,
                OSError,
                ValueError,
                EOFError,
                NotImplementedError,
                RuntimeError,
            ):
                picture = b""
            found.append(picture if len(picture) <= most else b"")
            left -= len(found[-1])
    return found
