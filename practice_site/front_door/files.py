"""What goes out: bytes, or a file by its name."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

# A file up to this size is read by whoever opened it; a larger one is named to the server, which
# sends it piece by piece.
SMALL_FILE = 64 * 1024

# The server writes its own name where there is none.
SERVER = ("server", "web")
Headers = list[tuple[str, str]]
# Its status, its headers and its content.
Answer = tuple[int, Headers, bytes | Path]


class OpenFile:
    """What Django hands over in place of an answer's bytes (``wsgi.file_wrapper``)."""

    def __init__(self, file: IO[bytes], block_size: int = 8192) -> None:
        self.file = file

    def __iter__(self) -> Iterator[bytes]:
        while block := self.file.read(SMALL_FILE):
            yield block

    def close(self) -> None:
        self.file.close()

    def path(self) -> str | None:
        """Where the whole of it lies, if it is a file on the disk that nobody has begun to read."""
        try:
            name, opened = self.file.name, os.fstat(self.file.fileno())
            if self.file.tell() or opened.st_size <= SMALL_FILE:
                return None
            return name if os.path.samestat(opened, os.stat(name)) else None
        except (AttributeError, OSError, TypeError):
            return None


def content_of(parts: Iterable[bytes]) -> Path | bytes:
    """The bytes of an answer's ``parts``, or the ``Path`` of a file."""
    path = parts.path() if isinstance(parts, OpenFile) else None
    return Path(path) if path else b"".join(parts)
