"""What goes out: bytes, or a file by its name."""

import os
from pathlib import Path

# A file up to this size is read by whoever opened it; a larger one is named to the server, which
# sends it piece by piece.
SMALL_FILE = 64 * 1024


class OpenFile:
    """What Django hands over in place of an answer's bytes (``wsgi.file_wrapper``)."""

    def __init__(self, file, block_size=8192):
        self.file = file

    def __iter__(self):
        while block := self.file.read(SMALL_FILE):
            yield block

    def close(self):
        self.file.close()

    def path(self):
        """Where the whole of it lies, if it is a file on the disk that nobody has begun to read."""
        try:
            name, opened = self.file.name, os.fstat(self.file.fileno())
            if self.file.tell() or opened.st_size <= SMALL_FILE:
                return None
            return name if os.path.samestat(opened, os.stat(name)) else None
        except (AttributeError, OSError, TypeError):
            return None


def content_of(parts):
    """The bytes of an answer's ``parts``, or the ``Path`` of a file."""
    path = parts.path() if isinstance(parts, OpenFile) else None
    return Path(path) if path else b"".join(parts)
