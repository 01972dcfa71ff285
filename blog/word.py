"""Word documents as HTML, by mammoth. What a .docx may cost is bounded before it is unpacked."""

import re
from collections import Counter
from zipfile import BadZipFile, ZipFile

import mammoth
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from blog.word_package import NotWord, prepared

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED_BYTES = 60 * 1024 * 1024
NOT_WORD = _("This is not a Word document (.docx). Save it as .docx, or paste the text instead.")
DAMAGED = _("This document is damaged. Open it, save it again, or paste the text instead.")
# Styles with a meaning here, and those that say nothing a paragraph does not say.
STYLE_MAP = """
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
""" + "\n".join(
    f"p[style-name='{name}'] => p:fresh"
    for name in (
        "Title", "Subtitle", "Body Text", "No Spacing", "Normal (Web)", "Caption", "List Paragraph",
        "Standard", "Text body", "footnote text", "endnote text",
    )
)  # fmt: skip
UNKNOWN_STYLE = re.compile(r"Unrecognised (?:paragraph|run) style: (.*)")
UNKNOWN_SYMBOL = "A w:sym element with an unsupported character"


def html_of_docx(file):
    """``(HTML, counts)``: the document's text, pictures left out, and what could not come along, by
    kind. Raises ``ValidationError``."""
    if file.size > MOST_BYTES:
        raise ValidationError(
            _(
                "This document is larger than 10 MB. Take the pictures out, or paste the text instead."
            )
        )
    try:
        with ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED_BYTES:
                raise ValidationError(
                    _("This document unpacks to too much. Paste the text instead.")
                )
            return converted(archive)
    except (BadZipFile, OSError, ValueError, NotWord) as error:
        raise ValidationError(NOT_WORD) from error


def converted(archive):
    try:
        document, counts = prepared(archive)
        result = mammoth.convert_to_html(
            document,
            convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
            style_map=STYLE_MAP,
            # One in the document itself could ask for its comments.
            include_embedded_style_map=False,
        )
    except NotWord:
        raise
    except Exception as error:
        raise ValidationError(DAMAGED) from error
    return result.value, counts + said(result.messages)


def said(messages):
    """What the converter itself could not take over."""
    words = [message.message for message in messages]
    styles = {match[1] for match in map(UNKNOWN_STYLE.match, words) if match}
    symbols = sum(line.startswith(UNKNOWN_SYMBOL) for line in words)
    return Counter(style=len(styles), symbol=symbols)
