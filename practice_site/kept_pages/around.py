"""A page that is the same for everybody, around one part that is new for each: the form and its token.

Compressed before, with the part uncompressed in it. So its bytes tell nothing of the part. Of gzip these are two halves
that know nothing of each other (RFC 1951: after a full flush nothing refers to what came before it). Of Brotli it is
one stream, in which something as long stood for the part.
"""

import struct
import zlib
from dataclasses import dataclass
from secrets import token_bytes

import brotli

from practice_site.front_door.files import Headers
from practice_site.kept_pages.outgoing import Outgoing

BROTLI_LEVEL = 11
# By so many bytes before it the next letter is read (RFC 7932, 7.1): so many behind the part are as uncompressed.
CONTEXT = 2
# RFC 1952: deflated, without a name and a time.
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


@dataclass(slots=True)
class Around:
    """``first`` and ``last`` are what goes out before and behind the part; ``before`` and ``after`` the same in
    plain, for the sum that ends a gzip file; None where there is none. ``fits``: how long a part may be, if not any."""

    headers: Headers
    first: bytes
    last: bytes
    before_sum: int = 0
    after: bytes | None = None
    plain_size: int = 0
    fits: int = 0

    def is_for(self, part: bytes) -> bool:
        return self.fits in (0, len(part))

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
    """Coding -> the page around ``part``, which stands in ``plain`` once."""
    before, after = plain.split(part)
    bare = Around(headers, before, after)
    halves = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    first = GZIP_HEAD + halves.compress(before) + halves.flush(zlib.Z_FULL_FLUSH)
    last = halves.compress(after) + halves.flush()
    gzip = Around(
        [*headers, ("content-encoding", "gzip")],
        first, last, zlib.crc32(before), after, len(before) + len(after),
    )  # fmt: skip
    found = {"": bare, "gzip": gzip}
    if pieces := in_one_stream(before, after, len(part)):
        found["br"] = Around([*headers, ("content-encoding", "br")], *pieces, fits=len(part))
    return found


def in_one_stream(before: bytes, after: bytes, size: int) -> tuple[bytes, bytes] | None:
    """What goes out before and behind a part of this size; None where the compressor does not leave it as it is."""
    stand_in, another = token_bytes(size), bytes(size)
    stream = brotli.Compressor(quality=BROTLI_LEVEL)
    first = stream.process(before) + stream.flush()
    # Nothing shorter can be made of random bytes: they are a block of their own, as they are.
    block = stream.process(stand_in + after[:CONTEXT]) + stream.flush()
    begins, _stand_in, ends = block.partition(stand_in)
    first, last = first + begins, ends + stream.process(after[CONTEXT:]) + stream.finish()
    try:
        is_whole = brotli.decompress(first + another + last) == before + another + after
    except brotli.error:
        return None
    return (first, last) if is_whole else None


def as_it_is(part: bytes) -> bytes:
    """A stored block of deflate, not the last one."""
    return b"\x00" + struct.pack("<HH", len(part), len(part) ^ 0xFFFF) + part
