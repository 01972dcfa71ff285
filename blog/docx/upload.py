"""Word documents as HTML: what is refused and with which words. ``blog.docx.reader`` does the work, in a
process of its own."""

import io
import threading
from collections import Counter
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from pictures import apart
from writing.reading.places import Places

MOST_BYTES = 10 * 1024 * 1024
SECONDS, MEGABYTES = 20, 512
# One document at a time, and nobody waits longer than this for somebody else's.
one_at_a_time, LONGEST_WAIT = threading.Lock(), 5

MESSAGES = {
    "too_heavy": _(
        "This document is larger than 10 MB. Take the pictures out, or paste the text instead."
    ),
    "not_word": _(
        "This is not a Word document (.docx). Save it as .docx, or paste the text instead."
    ),
    "too_much": _(
        "This document is longer, or more tangled inside, than we can take. Divide it into two, or "
        "paste the text instead."
    ),
    "damaged": _("This document is damaged. Open it, save it again, or paste the text instead."),
    "busy": _("Another document is being read at the moment. Try again in a minute."),
}


class Docx(NamedTuple):
    """``html`` names its pictures by their number, ``data-file``; ``counts``: what could not come along."""

    html: str
    counts: Places
    pictures: list[bytes]


def html_of_docx(file: UploadedFile) -> tuple[str, Places]:
    """The document's text alone."""
    return read_docx(file)[:2]


def read_docx(file: UploadedFile) -> Docx:
    """Raises ``ValidationError``."""
    if (file.size or 0) > MOST_BYTES:
        raise ValidationError(MESSAGES["too_heavy"])
    if not one_at_a_time.acquire(timeout=LONGEST_WAIT):
        raise ValidationError(MESSAGES["busy"])
    try:
        file.seek(0)
        answer, body = apart.ask(
            "blog.docx.reader", {}, file.read(), seconds=SECONDS, megabytes=MEGABYTES
        )
    except apart.TooMuch:
        raise ValidationError(MESSAGES["too_much"]) from None
    except apart.Refused as refused:
        raise ValidationError(MESSAGES[str(refused)]) from None
    finally:
        one_at_a_time.release()
    counts = Places()
    counts.take(+Counter(answer["counts"]))
    counts.after = answer["after"]
    parts = io.BytesIO(body)
    text, *pictures = (parts.read(size) for size in answer["sizes"])
    return Docx(text.decode(), counts, pictures)
