"""Blanks in a saved answer: ``{name}``, ``{therapist}``, ``{phone}``, and no others."""

from pages import blanks

KNOWN = ("{name}", "{therapist}", "{phone}")


def unknown(text: str) -> list[str]:
    return blanks.unknown(text, KNOWN)


def left(text: str) -> list[str]:
    """Those that nothing was filled into, and that nobody should be sent."""
    return [blank for blank in blanks.of(text) if blank in KNOWN]


def in_words() -> str:
    return ", ".join(KNOWN)
