"""Countries by code (ISO 3166-1): where a practice is, and for whom a crisis line answers."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pages.time_zones import UNITED_STATES

# A code that the standard leaves to everybody.
ELSEWHERE = "ZZ"
COUNTRIES = [
    ("US", _("United States")),
    ("CA", _("Canada")),
    ("GB", _("United Kingdom")),
    ("IE", _("Ireland")),
    ("AU", _("Australia")),
    ("NZ", _("New Zealand")),
    (ELSEWHERE, _("Another country")),
]


def country_of(time_zone: str) -> str:
    """As much as a time zone tells: where nobody has said otherwise."""
    return "US" if time_zone in dict(UNITED_STATES) else ELSEWHERE


def default_country() -> str:
    return country_of(settings.TIME_ZONE)
