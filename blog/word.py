"""Word documents as HTML, by mammoth. What a .docx may cost is bounded before it is unpacked."""

from zipfile import BadZipFile, ZipFile

import mammoth
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED_BYTES = 60 * 1024 * 1024


def html_of_docx(file):
    """The document's text as HTML, pictures left out. Raises ``ValidationError``."""
    if file.size > MOST_BYTES:
        raise ValidationError(
            _(
                "This document is larger than 10 MB. Take the pictures out, or paste the text instead."
            )
        )
    try:
        with ZipFile(file) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            is_word = "word/document.xml" in archive.namelist()
    except (BadZipFile, OSError, ValueError):
        is_word, unpacked = False, 0
    if not is_word:
        raise ValidationError(
            _("This is not a Word document (.docx). Save it as .docx, or paste the text instead.")
        )
    if unpacked > MOST_UNPACKED_BYTES:
        raise ValidationError(_("This document unpacks to too much. Paste the text instead."))
    file.seek(0)
    try:
        result = mammoth.convert_to_html(
            file, convert_image=mammoth.images.img_element(lambda image: {"src": ""})
        )
    except Exception as error:
        raise ValidationError(
            _("This document is damaged. Open it, save it again, or paste the text instead.")
        ) from error
    return result.value
