"""A heading with nothing under it but the next heading, a divider, or a note that words will come."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting.findings import Finding
from writing.linting.passages import Passage, Text

STILL_TO_WRITE = re.compile(
    r"\W*(?:tbd|tba|tk|todo|to do|xxx+|lorem ipsum\b.*|coming soon|more (?:to come|soon)|"
    r"(?:text|content|paragraph|words|details)? ?(?:to (?:come|follow|be written|be added)|goes here)|"
    r"(?:add|write|insert) (?:text|content|this|something|more)(?: (?:here|later))?|placeholder)?\W*",
    re.IGNORECASE | re.DOTALL,
)


def check(text: Text) -> Iterator[Finding]:
    body = text.body
    for number, passage in enumerate(body):
        if passage.kind == "heading" and is_empty(body[number + 1 :], passage.level):
            yield passage.advice(
                "section-empty",
                passage.text,
                _("Nothing stands under this heading."),
                _("Write what it promises, or remove the heading."),
            )


def is_empty(after: list[Passage], level: int) -> bool:
    for passage in after:
        if passage.kind == "heading":
            return passage.level <= level
        if passage.kind == "picture" or not STILL_TO_WRITE.fullmatch(passage.text):
            return False
    return True
