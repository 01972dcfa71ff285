"""The pictures of a backup. At a restore they wait beside the others until the rows are back."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from django.conf import settings

from pages import share_files
from practice_site.backup.stream import Damaged

MEDIA = "media"
# In the folder of pictures: there for sure, moving is only renaming. The site serves no such name, and
# whoever else serves the folder may not look into what mkdtemp makes.
WAITING = ".restoring-"


def files() -> list[Path]:
    root = Path(settings.MEDIA_ROOT)
    found = (path for path in root.rglob("*") if path.is_file())
    # What is drawn for shared addresses is drawn again.
    left_out = (WAITING, share_files.FOLDER)
    return sorted(
        path for path in found if not path.relative_to(root).parts[0].startswith(left_out)
    )


def name_in_archive(path: Path) -> str:
    return f"{MEDIA}/{path.relative_to(settings.MEDIA_ROOT)}"


@contextmanager
def waiting() -> Iterator[Path]:
    """A folder to unpack into; whatever is still in it afterwards is removed."""
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=WAITING, dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unpack(folder: Path, name: str, content: IO[bytes]) -> None:
    """``name`` as ``name_in_archive`` made it. Raises ``Damaged`` for one that leads elsewhere."""
    path = PurePosixPath(name)
    inside = path.parts[1:]
    if path.parts[0] != MEDIA or not inside or ".." in inside:
        raise Damaged("The backup holds a file that belongs to no place of the site.")
    target = folder.joinpath(*inside)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.read())
    target.chmod(settings.FILE_UPLOAD_PERMISSIONS)


def put_in_place(folder: Path) -> None:
    """Moves all of them; may be done again. Removes what restores left that were killed."""
    root = Path(settings.MEDIA_ROOT)
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        target = root / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    for left in root.glob(f"{WAITING}*"):
        shutil.rmtree(left, ignore_errors=True)
