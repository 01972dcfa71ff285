"""A page that is the same for everybody, around one part that is new for each: the form and its token.

Compressed before, in two halves that know nothing of each other or of the part (RFC 1951: after a full flush
nothing refers to what came before it), with the part uncompressed between them. So its bytes tell nothing of it.
"""

import struct
import zlib
from dataclasses import dataclass

from practice_site.front_door.files import Headers
from practice_site.kept_pages.outgoing import Outgoing

# RFC 1952: deflated, without a name and a time.
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


@dataclass(slots=True)
class Around:
    """``first`` and ``last`` are what goes out before and behind the part; ``before`` and ``after`` the same in
    plain, for the sum that ends a gzip file; None where nothing is compressed."""

    headers: Headers
    first: bytes
    last: bytes
    before_sum: int = 0
    after: bytes | None = None
    plain_size: int = 0

    @property
    def size(self) -> int:
        return len(self.first) + len(self.last) + len(self.after or b"")

    def outgoing(self, part: bytes) -> Outgoing:
        if self.after is None:
            content = self.first + part + self.last
        else:
            check = zlib.crc32(self.after, zlib.crc32(part, self.before_sum))
            end = struct.pack("<II", check, self.plain_size + len(part))
            content = b"".join((self.first, as_it_is(part), self.last, end))
        return Outgoing("", self.headers, content, [])


def around(headers: Headers, plain: bytes, part: bytes) -> dict[str, Around]:
    """Coding -> the page around ``part``, which stands in ``plain`` once. Brotli's pieces cannot be put together
    like these."""
    before, after = plain.split(part)
    bare = Around(headers, before, after)
    halves = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    first = GZIP_HEAD + halves.compress(before) + halves.flush(zlib.Z_FULL_FLUSH)
    last = halves.compress(after) + halves.flush()
    gzip = Around(
        [*headers, ("content-encoding", "gzip")],
        first, last, zlib.crc32(before), after, len(before) + len(after),
    )  # fmt: skip
    return {"": bare, "gzip": gzip}


def as_it_is(part: bytes) -> bytes:
    """A stored block of deflate, not the last one."""
    return b"\x00" + struct.pack("<HH", len(part), len(part) ^ 0xFFFF) + part
