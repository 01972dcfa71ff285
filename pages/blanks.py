"""Blanks in a text that staff write: ``{phone}`` is read as what it stands for."""

import re
from collections.abc import Container, Mapping

BLANK = re.compile(r"\{[^{}\n]*\}")


def of(text: str) -> list[str]:
    return list(dict.fromkeys(BLANK.findall(text)))


def unknown(text: str, known: Container[str]) -> list[str]:
    return [blank for blank in of(text) if blank not in known]


def filled(text: str, values: Mapping[str, str]) -> str:
    """In one pass: what was filled in holds no blank. Where there is no value the blank stays, to be seen."""
    return BLANK.sub(lambda found: values.get(found[0].strip("{}"), "") or found[0], text)
