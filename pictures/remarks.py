"""What whoever uploads a picture should hear of it, though it is taken: that it moves, or is small."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Below these a picture is blurred or a strip wherever the site shows it large.
LONG_SIDE, SHORT_SIDE = 640, 200
MOVES = _("Only the first picture of this animation is shown.")
SMALL = _(
    "This picture is small (%(width)d × %(height)d pixels) and will not look good where it is shown large. "
    "About 1600 pixels on the long side do."
)


def remarks_on(data: bytes, width: int, height: int) -> Iterator[str | Promise]:
    if moves(data):
        yield MOVES
    if is_small(width, height):
        yield SMALL % {"width": width, "height": height}


def is_small(width: int, height: int) -> bool:
    return max(width, height) < LONG_SIDE or min(width, height) < SHORT_SIDE


def moves(data: bytes) -> bool:
    """Whether there is more than one picture in it, by what stands in front of the first."""
    if data.startswith(b"GIF8"):
        return gif_pictures(data) > 1
    if data.startswith(b"\x89PNG"):
        return b"acTL" in data[: max(data.find(b"IDAT"), 0)]
    if data[8:16] == b"WEBPVP8X":
        return bool(data[20:21] and data[20] & 2)
    return data[4:12] == b"ftypavis"


def gif_pictures(data: bytes) -> int:
    """Up to two, by the blocks of GIF 89a; what is cut short has those that are there."""
    found, at = 0, 13 + table_of(data[10:11])
    while found < 2 and data[at : at + 1] in (b"!", b","):
        if data[at : at + 1] == b",":
            found += 1
            at += 11 + table_of(data[at + 9 : at + 10])
        else:
            at += 2
        while data[at : at + 1] not in (b"", b"\0"):
            at += data[at] + 1
        at += 1
    return found


def table_of(flags: bytes) -> int:
    """How long the table of colors is that these flags announce."""
    return 3 * 2 ** ((flags[0] & 7) + 1) if flags and flags[0] & 128 else 0
