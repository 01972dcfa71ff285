"""A description that only repeats what is known without it: file name, caption, or "image"."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from django.utils.translation import gettext as _

from writing.linting.findings import Finding
from writing.linting.passages import Picture, Text
from writing.linting.words import bare

KINDS = "image|img|picture|pic|photo|photograph|graphic|illustration|drawing|icon|figure|screenshot"
ONLY_A_KIND = re.compile(
    rf"(?:an?|the|this|my|our)?\s*(?:(?:stock|cover|header|lead|blog|placeholder|new|untitled)\s+)?"
    rf"(?:{KINDS}|untitled|placeholder|alt text|description)\s*(?:of)?\s*\d*"
)
FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg)"  # with its ending
    r"|(?:img|dsc[nf]?|pxl|mvimg|image|screenshot|photo|picture|scan)[-_]?\d[\w-]*"  # by a camera
    r"|_*[^\W\d_]+(?:[-_]+[^\W_]+){2,}_*|[^\W_]+_+\w+|[\d\W_]+"  # words tied together, or none at all
)


def check(text: Text) -> Iterator[Finding]:
    for passage, picture in text.pictures:
        if reason := weakness(picture):
            yield passage.advice(
                "alt-weak",
                picture.alt,
                reason,
                _("Say in a sentence what there is to see and why it is here."),
            )


def weakness(picture: Picture) -> str:
    alt = bare(picture.alt)
    if not picture.alt.strip():
        return ""
    file_names = [bare(picture.file_name), bare(PurePath(picture.file_name).stem)]
    if alt in file_names or FILE_NAME.fullmatch(picture.alt.strip().lower()):
        return _("The description is a file name, which is what a screen reader would read out.")
    if alt == bare(picture.caption):
        return _("The description repeats the caption, so it would be heard twice.")
    if ONLY_A_KIND.fullmatch(alt):
        return _("The description says that there is a picture, not what is in it.")
    return ""
