"""States and territories by postal code (USPS Publication 28, appendix B)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATES = [
    ("AL", _("Alabama")), ("AK", _("Alaska")), ("AZ", _("Arizona")), ("AR", _("Arkansas")),
    ("CA", _("California")), ("CO", _("Colorado")), ("CT", _("Connecticut")), ("DE", _("Delaware")),
    ("DC", _("District of Columbia")), ("FL", _("Florida")), ("GA", _("Georgia")), ("HI", _("Hawaii")),
    ("ID", _("Idaho")), ("IL", _("Illinois")), ("IN", _("Indiana")), ("IA", _("Iowa")),
    ("KS", _("Kansas")), ("KY", _("Kentucky")), ("LA", _("Louisiana")), ("ME", _("Maine")),
    ("MD", _("Maryland")), ("MA", _("Massachusetts")), ("MI", _("Michigan")), ("MN", _("Minnesota")),
    ("MS", _("Mississippi")), ("MO", _("Missouri")), ("MT", _("Montana")), ("NE", _("Nebraska")),
    ("NV", _("Nevada")), ("NH", _("New Hampshire")), ("NJ", _("New Jersey")), ("NM", _("New Mexico")),
    ("NY", _("New York")), ("NC", _("North Carolina")), ("ND", _("North Dakota")), ("OH", _("Ohio")),
    ("OK", _("Oklahoma")), ("OR", _("Oregon")), ("PA", _("Pennsylvania")), ("PR", _("Puerto Rico")),
    ("RI", _("Rhode Island")), ("SC", _("South Carolina")), ("SD", _("South Dakota")), ("TN", _("Tennessee")),
    ("TX", _("Texas")), ("UT", _("Utah")), ("VT", _("Vermont")), ("VA", _("Virginia")),
    ("WA", _("Washington")), ("WV", _("West Virginia")), ("WI", _("Wisconsin")), ("WY", _("Wyoming")),
]  # fmt: skip


# As people write them, beside their names and codes; letters only.
ALSO_WRITTEN = {
    "washingtonstate": "WA", "stateofwashington": "WA", "newyorkstate": "NY", "newyorkcity": "NY", "nyc": "NY",
    "washingtondc": "DC", "calif": "CA", "mass": "MA", "penn": "PA",
}  # fmt: skip


def code_of(written: str) -> str:
    """The code of a state whose name or code somebody wrote; "" for anything else."""
    letters = only_letters(written)
    named = {only_letters(str(name)): code for code, name in STATES}
    codes = {code.lower(): code for code, _name in STATES}
    return named.get(letters) or codes.get(letters) or ALSO_WRITTEN.get(letters, "")


def only_letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


def state_names(codes: list[str]) -> list[Promise]:
    names = dict(STATES)
    return [names[code] for code in codes if code in names]
