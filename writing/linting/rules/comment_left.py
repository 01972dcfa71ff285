"""What is left of a comment in a text: it may be about somebody."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting.findings import Finding
from writing.linting.passages import Text
from writing.pasting.comment_lists import comment_list_in, is_balloon
from writing.pasting.typed_marks import has_typed_remark
from writing.reading.not_text import TO_COMMENT, TO_MARK

MARK_ALONE = re.compile(r"(?<=[^\s\[(])\[[A-Z][A-Za-z]{1,4}\d{1,4}\]")


def check(text: Text) -> Iterator[Finding]:
    first, _tags = comment_list_in([passage.text for passage in text.passages])
    for number, passage in enumerate(text.passages):
        marks = [
            link.text or link.href
            for link in passage.links
            if TO_COMMENT.search(link.href) or TO_MARK.search(link.href)
        ]
        is_typed = is_balloon(passage.text) or has_typed_remark(passage.text)
        if marks or number == first or is_typed:
            yield passage.block("comment-left", next(iter(marks), passage.text), reason(), fix())
        elif mark := MARK_ALONE.search(passage.text):
            yield passage.advice("comment-left", mark[0], reason(), fix())


def reason() -> str:
    return _("This is the mark of a comment, so the comment itself may stand in the text.")


def fix() -> str:
    return _("Take the mark and every line of the comment out.")
