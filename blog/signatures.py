"""Where a text says itself who wrote it."""

import re
from dataclasses import dataclass

from team.models import Therapist
from team.names import is_written_out, likeness
from writing.text import plain_text

SIGNS = re.compile(
    r"^\W*(?:(?:written|posted|text|words|story|essay|author)\b\W*)*(?:by\b|author\b|[-–—~])",
    re.IGNORECASE,
)
# What a caption says of the text and not of its picture.
CREDIT = re.compile(
    r"\b(?:(?<!photo )(?<!picture )(?<!image )(?<!drawing )by|text|words|story|essay|author)\b\W*",
    re.IGNORECASE,
)
CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
# Where people sign: how many lines from the top, how many from the foot, and how long at most.
TOP, FOOT, LONGEST_SIGNATURE = 3, 4, 160


@dataclass
class Text:
    """What of a text can say who wrote it."""

    body: str = ""
    around: tuple = ()

    def signatures(self) -> list[str]:
        lines = [line for line in plain_text(self.body).splitlines() if line.strip()]
        ends = [*lines[:TOP], *lines[TOP:][-FOOT:]]
        pieces = [line for text in self.around for line in text.splitlines()] + ends
        captions = map(plain_text, CAPTION.findall(self.body))
        pieces += [
            f"by {line[credit.end() :]}" for line in captions if (credit := CREDIT.search(line))
        ]
        return [line for line in pieces if len(line) <= LONGEST_SIGNATURE]


def is_signed(line: str, person: Therapist) -> bool:
    """By the name written out, or by what may be the name, where the line says that somebody signs."""
    name = person.name
    return is_written_out(line, name) or bool(SIGNS.match(line) and likeness(line, name))
