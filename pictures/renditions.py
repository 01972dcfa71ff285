"""The master of an upload, and the sizes and crops of a master. The work itself is ``pictures.pixels``',
in a process of its own. Where files live is the picture's own business (``models.py``).
"""

import hashlib
import io
import json
import threading
from collections.abc import Iterable, Mapping
from typing import IO, NamedTuple

from pictures import apart
from pictures.refusals import MOST_BYTES, refusal
from pictures.sizes import ENCODERS, ORIGINAL, RATIOS, WIDTHS

__all__ = ["ORIGINAL", "RATIOS", "Encoded", "crops_of", "master_of"]

# By which sizes and encoders a picture was made. Another one: it is made anew, when it is saved or by
# ``manage.py remake_pictures``.
RECIPE = hashlib.sha256(json.dumps([RATIOS, WIDTHS, ENCODERS]).encode()).hexdigest()[:12]
# What made the pictures of rows that do not say. Never another one: it tells which rows are old.
FIRST_RECIPE = "2c096f59807d"

# What one picture may take while it is read and encoded.
SECONDS, MEGABYTES = 60, 640
# Pictures wait for each other, so that two of them never need that memory at once.
one_at_a_time = threading.Lock()


class Encoded(NamedTuple):
    data: bytes
    kind: str  # the ending of the file's name, a key of ENCODERS
    width: int
    height: int

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()[:24]


def master_of(file: IO[bytes]) -> Encoded:
    """The upload upright, in sRGB, without metadata and at most 3200 pixels long; or ``ValidationError``."""
    if file.seek(0, io.SEEK_END) > MOST_BYTES:
        raise refusal("too_heavy")
    file.seek(0)
    data = file.read()
    if not data:
        raise refusal("empty")
    return made({"step": "master"}, data)["master"][0]


def crops_of(
    master: IO[bytes], focus: Iterable[float], ratios: Iterable[str]
) -> dict[str, list[Encoded]]:
    """``{ratio: [Encoded, …]}`` from an open master file; focus is x, y from the top left, 0 to 1."""
    question = {"step": "crops", "focus": list(focus), "ratios": list(ratios)}
    return made(question, master.read())


def made(question: Mapping[str, object], data: bytes) -> dict[str, list[Encoded]]:
    with one_at_a_time:
        try:
            answer, body = apart.ask(
                "pictures.pixels", question, data, seconds=SECONDS, megabytes=MEGABYTES
            )
        except apart.TooMuch:
            raise refusal("too_much") from None
        except apart.Refused as refused:
            raise refusal(str(refused)) from None
    files = io.BytesIO(body)
    return {
        name: [Encoded(files.read(length), *facts) for length, *facts in several]
        for name, several in answer["made"].items()
    }
