"""Pictures of a Word file between the two pages of a Start: in files, until it is confirmed or a day has passed.

Nothing of a Start that nobody confirms comes into the library. They lie under the number of the draft they would
belong to, which only whoever began it has.
"""

import shutil
import time
from pathlib import Path
from uuid import UUID

from django.conf import settings

LONGEST_SECONDS = 24 * 60 * 60
# Of all that wait together; who begins more at once takes the pictures in by hand.
MOST_BYTES = 500 * 1024 * 1024


def folder() -> Path:
    return settings.STATE_DIR / "started"


class WaitingPictures:
    def __init__(self, uid: UUID) -> None:
        self.path = folder() / uid.hex

    def put(self, pictures: list[bytes]) -> None:
        forget_old()
        if sum(file.stat().st_size for file in folder().glob("*/*")) > MOST_BYTES:
            return
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number, data in enumerate(pictures):
            if data:
                (self.path / str(number)).write_bytes(data)

    def has(self, number: int) -> bool:
        return (self.path / str(number)).is_file()

    def get(self, number: int) -> bytes:
        return (self.path / str(number)).read_bytes()

    def drop(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


def forget_old() -> None:
    """What nobody has confirmed within a day."""
    for path in folder().glob("*"):
        try:
            is_old = path.stat().st_mtime < time.time() - LONGEST_SECONDS
        except FileNotFoundError:
            continue
        if is_old:
            shutil.rmtree(path, ignore_errors=True)
