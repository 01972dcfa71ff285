"""Parts of the site that may have nothing in them: then no menu leads there, and the sitemap has none of it.

sections.register("groups:group_list", kept_groups.is_there_one)
"""

from collections.abc import Callable

FILLED: dict[str, Callable[[], bool]] = {}
LISTED: dict[str, Callable[[], bool]] = {}


def register(
    section: str, is_filled: Callable[[], bool], is_listed: Callable[[], bool] | None = None
) -> None:
    """By the name of its address; ``is_filled`` is a question (``freshness.basis``), or as cheap as one.
    ``is_listed``: whether the address has a page of its own, where it may also lead to another."""
    FILLED[section], LISTED[section] = is_filled, is_listed or is_filled


def is_filled(section: str) -> bool:
    return section not in FILLED or FILLED[section]()


def is_listed(section: str) -> bool:
    return section not in LISTED or LISTED[section]()
