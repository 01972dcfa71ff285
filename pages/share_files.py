"""What was drawn for addresses that are shared: among the pictures' files, and drawn again where it is not there."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from pages.share_images import ShareImage
from pictures import apart
from pictures.renditions import one_at_a_time

FOLDER = "shared"
SECONDS, MEGABYTES = 20, 640


def name_of(image: ShareImage) -> str:
    """In the storage, where it lies from now on; what was drawn before it goes."""
    folder = f"{FOLDER}/{image.kind}/{image.slug}"
    name = f"{folder}/{image.digest}.jpg"
    if default_storage.exists(name):
        return name
    with one_at_a_time:
        if not default_storage.exists(name):
            discard_all(folder)
            default_storage.save(name, ContentFile(drawn(image)))
    return name


def discard_all(folder: str) -> None:
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")


def drawn(image: ShareImage) -> bytes:
    picture, logo = (contents(name) for name in image.files)
    question = image.drawn | {"picture": len(picture)}
    _answer, data = apart.ask(
        "pictures.share_drawing", question, picture + logo, seconds=SECONDS, megabytes=MEGABYTES
    )
    return data


def contents(name: str) -> bytes:
    """Of a file of the library; nothing where it is lost: then the card has no picture."""
    if not name or not default_storage.exists(name):
        return b""
    with default_storage.open(name) as file:
        return file.read()
