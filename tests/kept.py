"""What takes long to make, kept from one run of the tests to the next under a name that says what it is made
from: when that changes, another one is made."""

import fcntl
import hashlib
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def name_for(*patterns):
    """Of files of ours, of what is in them, and of the releases of all packages."""
    root = Path(settings.BASE_DIR)
    found = set(root.glob("requirements/*.txt"))
    for pattern in patterns:
        matches = {path for path in root.glob(pattern) if path.is_file()}
        # What was moved away would not count any more.
        assert matches, f"Nothing is kept for {pattern}: there is no such file."
        found |= matches
    name = hashlib.sha256()
    for path in sorted(found):
        name.update(str(path.relative_to(root)).encode() + path.read_bytes())
    return name.hexdigest()


@contextmanager
def alone_in(folder, *, waits):
    """Whether this process is: one at a time may be, and who does not wait learns that another one is."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def making(place):
    """A folder to fill. It gets its name when it is whole, and takes the place of all before it."""
    for older in place.parent.iterdir():
        if older.is_dir():
            shutil.rmtree(older)
    unfinished = place.with_name("unfinished")
    unfinished.mkdir()
    yield unfinished
    unfinished.rename(place)
