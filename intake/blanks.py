"""Blanks in a saved answer: ``{name}``, ``{therapist}``, ``{phone}``, and no others."""

import re
from collections.abc import Mapping

BLANK = re.compile(r"\{[^{}\n]*\}")
KNOWN = ("{name}", "{therapist}", "{phone}")


def unknown(text: str) -> list[str]:
    return [blank for blank in dict.fromkeys(BLANK.findall(text)) if blank not in KNOWN]


def left(text: str) -> list[str]:
    """Those that nothing was filled into, and that nobody should be sent."""
    return [blank for blank in dict.fromkeys(BLANK.findall(text)) if blank in KNOWN]


def filled(text: str, values: Mapping[str, str]) -> str:
    """In one pass: what was filled in holds no blank. Where there is no value the blank stays, to be seen."""
    return BLANK.sub(lambda found: values.get(found[0].strip("{}"), "") or found[0], text)


def in_words() -> str:
    return ", ".join(KNOWN)
