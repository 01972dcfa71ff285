"""What was drawn for addresses that are shared: among the pictures' files, and drawn again where it is not there."""

from collections.abc import Mapping, Sequence

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from pages.share_images import ShareImage
from pictures import apart
from pictures.renditions import one_at_a_time

FOLDER = "shared"
SECONDS, MEGABYTES = 20, 640
# What keeps one from being drawn or read for now: a full disk, another host that has just drawn a newer one.
NOT_NOW = (apart.TooMuch, apart.Refused, OSError)


def of(image: ShareImage) -> bytes:
    picture, logo = image.files
    question = image.drawn | {"picture": len(contents(picture))}
    folder = f"{FOLDER}/{image.kind}/{image.slug}"
    return kept(folder, f"{image.digest}.jpg", "pictures.share_drawing", question, [picture, logo])


def kept(
    folder: str, name: str, module: str, question: Mapping[str, object], files: Sequence[str]
) -> bytes:
    """Of its folder's one file, drawn by ``module`` where it is not there; what was drawn before it goes.
    ``files`` are of the library. Raises what is in ``NOT_NOW``."""
    path = f"{folder}/{name}"
    if not default_storage.exists(path):
        with one_at_a_time:
            if not default_storage.exists(path):
                draw(folder, path, module, question, files)
    with default_storage.open(path) as file:
        return file.read()


def draw(
    folder: str, path: str, module: str, question: Mapping[str, object], files: Sequence[str]
) -> None:
    data = b"".join(contents(file) for file in files)
    _answer, drawn = apart.ask(module, question, data, seconds=SECONDS, megabytes=MEGABYTES)
    discard_all(folder)
    default_storage.save(path, ContentFile(drawn))


def discard_all(folder: str) -> None:
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")


def contents(name: str) -> bytes:
    """Of a file; nothing where it is lost: then the card has no picture."""
    if not name or not default_storage.exists(name):
        return b""
    with default_storage.open(name) as file:
        return file.read()
