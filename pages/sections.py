"""Parts of the site that may have nothing in them: then no menu leads there, and the sitemap has none of it.

sections.register("groups:group_list", kept_groups.is_there_one)
"""

from collections.abc import Callable

FILLED: dict[str, Callable[[], bool]] = {}


def register(section: str, is_filled: Callable[[], bool]) -> None:
    """By the name of its address; ``is_filled`` is a question (``freshness.basis``), or as cheap as one."""
    FILLED[section] = is_filled


def is_filled(section: str) -> bool:
    return section not in FILLED or FILLED[section]()
