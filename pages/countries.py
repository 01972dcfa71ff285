"""Countries by code (ISO 3166-1): where a practice is, and for whom a crisis line answers."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

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


# Zones of the United States and what belongs to it, old names included: each whole, or all below it.
OF_THE_UNITED_STATES = (
    "America/Adak", "America/Anchorage", "America/Atka", "America/Boise", "America/Chicago", "America/Denver",
    "America/Detroit", "America/Fort_Wayne", "America/Indiana/", "America/Indianapolis", "America/Juneau",
    "America/Kentucky/", "America/Knox_IN", "America/Los_Angeles", "America/Louisville", "America/Menominee",
    "America/Metlakatla", "America/New_York", "America/Nome", "America/North_Dakota/", "America/Phoenix",
    "America/Puerto_Rico", "America/Shiprock", "America/Sitka", "America/St_Thomas", "America/Virgin",
    "America/Yakutat", "Pacific/Guam", "Pacific/Honolulu", "Pacific/Johnston", "Pacific/Midway",
    "Pacific/Pago_Pago", "Pacific/Saipan", "Pacific/Samoa", "Pacific/Wake", "US/",
    "EST", "EST5EDT", "CST6CDT", "MST", "MST7MDT", "PST8PDT", "HST", "Navajo",
)  # fmt: skip

PLACELESS = {
    "UTC", "UCT", "Universal", "Zulu", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "localtime",
}  # fmt: skip


def country_of(time_zone: str) -> str:
    """As much as a time zone tells, where nobody has said otherwise.

    One without a place, like UTC, says nothing; then help of the country that the site is made for stays, since
    none at all would be worse.
    """
    is_placeless = time_zone in PLACELESS or time_zone.startswith("Etc/")
    is_american = any(
        time_zone == area or (area.endswith("/") and time_zone.startswith(area))
        for area in OF_THE_UNITED_STATES
    )
    return "US" if is_placeless or is_american else ELSEWHERE


def default_country() -> str:
    return country_of(settings.TIME_ZONE)
