"""A page in one coding, as it goes out."""

from dataclasses import dataclass

from practice_site.front_door.files import Headers


@dataclass(slots=True)
class Outgoing:
    etag: str
    headers: Headers
    content: bytes
    headers_when_known: Headers
    # As a header, which feeds have; empty on pages.
    last_modified: str = ""

    @property
    def size(self) -> int:
        return len(self.content)

    def is_for(self, part: bytes) -> bool:
        """It is the same for everybody."""
        return not part

    def is_known(self, tags: str | None, time: str | None) -> bool:
        """By an ``If-None-Match``, or where there is none by an ``If-Modified-Since`` (RFC 9110, 13.2.2)."""
        if tags is not None:
            return bool(self.etag) and (self.etag in tags or tags == "*")
        return bool(self.last_modified) and time == self.last_modified
