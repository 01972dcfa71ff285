"""Time zones as people call them."""

from collections.abc import Sequence
from functools import cache
from zoneinfo import available_timezones

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UNITED_STATES = [
    ("America/New_York", _("Eastern")),
    ("America/Chicago", _("Central")),
    ("America/Denver", _("Mountain")),
    ("America/Phoenix", _("Arizona, no daylight saving time")),
    ("America/Los_Angeles", _("Pacific")),
    ("America/Anchorage", _("Alaska")),
    ("Pacific/Honolulu", _("Hawaii")),
    ("America/Puerto_Rico", _("Puerto Rico")),
    ("Pacific/Guam", _("Guam")),
]


@cache
def elsewhere() -> Sequence[str]:
    """Kept, since to list them is to walk through a folder of files."""
    usual = {name for name, _label in UNITED_STATES}
    areas = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Pacific/")
    return sorted(
        name for name in available_timezones() if name.startswith(areas) and name not in usual
    )


def time_zones() -> list[tuple[Promise, Sequence[tuple[str, object]]]]:
    """As choices of a form."""
    return [
        (_("United States"), UNITED_STATES),
        (_("Elsewhere"), [(name, name.replace("_", " ")) for name in elsewhere()]),
        (_("Without a place"), [("UTC", "UTC")]),
    ]


def zone_in_words(name: str) -> str:
    return str(dict(UNITED_STATES).get(name) or name.replace("_", " "))
