"""How to reach the practice, what it calls the parts of its site, and crisis help, in a small file beside the data.

Error pages read it: they must help on the day the database does not answer. It is written when the facts
are saved, by a restore, and by every web server when it starts and twice a minute, since another host may
have changed them. It holds nothing that is not on every public page.
"""

import json
import logging
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext as _

from pages.crisis_lines import as_data, lines_remembered

logger = logging.getLogger(__name__)


class Facts(Protocol):
    """Of the practice, for pages that cannot ask the database."""

    name: str
    known_as: str
    phone: str
    email: str
    country: str
    answers_in_spanish: bool

    @property
    def phone_link(self) -> str: ...
    @property
    def colors_digest(self) -> str: ...


Source = Callable[[], tuple[Facts, Iterable[object], Mapping[str, str]]]
# One: the models tell this module that they changed, so it cannot know them.
_sources: list[Source] = []


def path() -> Path:
    return settings.STATE_DIR / "facts.json"


def read_from(source: Source) -> None:
    """``source()`` is the practice, the crisis help that is shown and the names of the parts of the site, as the
    database has them now."""
    _sources[:] = [source]


def refresh() -> None:
    """What the database says now. Raises what it raises."""
    (source,) = _sources
    remember(*source())


def remember(
    practice: Facts, crisis_help: Iterable[object], names: Mapping[str, str] | None = None
) -> None:
    """Write down what error pages say about ``practice``, whom they name, and where they lead by which words."""
    facts = {
        "name": practice.name,
        "known_as": practice.known_as,
        "phone": practice.phone,
        "phone_link": practice.phone_link if practice.phone else "",
        "email": practice.email,
        "colors": practice.colors_digest,
        "country": practice.country,
        "names": dict(names or {}),
        "answers_in_spanish": practice.answers_in_spanish,
        "crisis_help": [as_data(row) for row in crisis_help],
    }
    text = json.dumps(facts, ensure_ascii=False, default=str)
    # Several processes of a host may write at once.
    new = path().with_suffix(f".{os.getpid()}-{threading.get_ident()}.new")
    try:
        if is_written(text):
            return
        path().parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8")
        new.replace(path())
    except OSError:
        # Saving the facts matters more than the copy; error pages then use what they know.
        logger.warning("The facts for error pages could not be written.")


def is_written(text: str) -> bool:
    try:
        return path().read_text(encoding="utf-8") == text
    except (OSError, ValueError):
        return False


def remembered() -> dict[str, object]:
    try:
        facts = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        facts = {}
    return facts if isinstance(facts, dict) else {}


def answers_in_spanish() -> bool:
    return remembered().get("answers_in_spanish") is True


def recall() -> dict[str, object]:
    """What was remembered last, or as much as helps anybody, in the language of the moment."""
    known = remembered()
    help_here = lines_remembered(known.get("country"), known.get("crisis_help"))
    names = known.get("names")
    return {
        "name": _("Our practice"), "phone": "", "email": "", "colors": "", **known,
        "names": names if isinstance(names, dict) else {},
        "crisis_help": help_here,
    }  # fmt: skip
