"""Web addresses in a passage: those it links to, and those that stand among its words."""

from writing.linting.text import Passage
from writing.pasting.pasted import ADDRESS


def addresses_in(passage: Passage) -> list[tuple[str, str]]:
    """``(address, words to show)``, each address once."""
    found = {link.href: link.words or link.href for link in passage.links}
    for match in ADDRESS.finditer(passage.words):
        found.setdefault(match[0], match[0])
    return [(href, words) for href, words in found.items() if href.lower().startswith("http")]
