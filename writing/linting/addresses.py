"""Web addresses in a passage: those it links to, and those that stand among its words."""

from writing.linting.passages import Passage
from writing.pasting.pasted import ADDRESS


def addresses_in(passage: Passage) -> list[tuple[str, str]]:
    """``(address, text to show)``, each address once."""
    found = {link.href: link.text or link.href for link in passage.links}
    for match in ADDRESS.finditer(passage.text):
        found.setdefault(match[0], match[0])
    return [(href, text) for href, text in found.items() if href.lower().startswith("http")]
