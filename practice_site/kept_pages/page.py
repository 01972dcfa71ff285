"""A finished page: its bytes in each coding, as they go out."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass

import brotli

from freshness.basis import Basis
from intake import tokens
from practice_site.compression import LEAST_BYTES, TEXT, codings_taken
from practice_site.front_door.files import SERVER, Headers
from practice_site.kept_pages.around import Around, around
from practice_site.kept_pages.outgoing import Outgoing

# The best level takes half a second for a feed of a quarter of a megabyte, and saves a tenth of it.
LONG, BROTLI_LEVEL, BROTLI_LEVEL_OF_LONG, GZIP_LEVEL = 100_000, 11, 9, 9
# What an answer says again that sends nothing, since whoever asked has it (RFC 9110, 15.4.5).
SAID_AGAIN = {"etag", "vary", "cache-control", "last-modified", "server"}
# These are of one coding.
OF_A_CODING = {"content-length", "content-encoding", "etag"}


@dataclass(slots=True)
class Page:
    """``mark`` is the last one at which the page was what Django would make, and ``reading`` what its basis said.

    ``since`` is when that was: a clock that is put back finds no page of a time to come. ``until`` is when the
    clock makes another page of the same rows; ``asks_at`` when the rows are to be asked again because the clock
    may have. All in seconds since 1970.
    """

    outgoing: Mapping[str, Outgoing | Around]
    basis: Basis
    reading: bytes
    mark: str
    since: float
    until: float
    asks_at: float

    @property
    def size(self) -> int:
        return sum(one.size for one in self.outgoing.values())

    @property
    def is_around_a_part(self) -> bool:
        return isinstance(self.outgoing[""], Around)

    def is_right(self, mark: str, now: float) -> bool:
        return mark == self.mark and self.is_of(now) and now < self.asks_at

    def is_of(self, now: float) -> bool:
        return self.since <= now < self.until

    def for_visitor(self, accepted: str) -> Outgoing:
        part = tokens.issue().encode() if self.is_around_a_part else b""
        offered = (self.outgoing.get(coding) for coding in codings_taken(accepted))
        found = next((one for one in offered if one and one.is_for(part)), self.outgoing[""])
        return found if isinstance(found, Outgoing) else found.outgoing(part)


def outgoing_of(headers: Headers, plain: bytes, own_part: bytes) -> Mapping[str, Outgoing | Around]:
    """Coding -> what goes out. ``headers`` are those of any of them."""
    of_all = [(name, value) for name, value in headers if name not in OF_A_CODING] + [SERVER]
    if own_part:
        return around(of_all, plain, own_part)
    etag = etag_of_plain(dict(headers))
    codings = {"": plain}
    if dict(headers).get("content-type", "").split(";")[0] in TEXT and len(plain) >= LEAST_BYTES:
        level = BROTLI_LEVEL if len(plain) < LONG else BROTLI_LEVEL_OF_LONG
        codings["gzip"] = gzip.compress(plain, compresslevel=GZIP_LEVEL, mtime=0)
        codings["br"] = brotli.compress(plain, quality=level)
    return {name: outgoing(of_all, etag, name, content) for name, content in codings.items()}


def outgoing(of_all: Headers, etag: str, coding: str, content: bytes) -> Outgoing:
    # A weak one is of all codings together.
    own = f'{etag[:-1]}-{coding}"' if coding and etag.startswith('"') else etag
    of_this = [("etag", own), ("content-encoding", coding)]
    headers = [*of_all, *((name, value) for name, value in of_this if value)]
    again = [(name, value) for name, value in headers if name in SAID_AGAIN]
    return Outgoing(own, headers, content, again, dict(headers).get("last-modified", ""))


def etag_of_plain(headers: dict[str, str]) -> str:
    """Empty for what browsers keep without asking."""
    etag, coding = headers.get("etag", ""), headers.get("content-encoding", "")
    return etag.removesuffix(f'-{coding}"') + '"' if etag.endswith(f'-{coding}"') else etag
