"""What each kind of notice needs, and where it has to stand.

Every one in force stands in the foot of every page and has a page of its own. The rest is said here, as the rules
named beside it want it; whether a rule is a practice's own is for the practice to say.
"""

from dataclasses import dataclass
from enum import StrEnum

from pages.models.legal_notice import LegalNotice

Kind = LegalNotice.Kind


class Place(StrEnum):
    FOOT = "foot"  # of every page, the home page among them
    PRICES = "prices"  # beside every price
    FORM = "form"  # on Get Started
    OFFICE = "office"  # on paper: somebody says that it hangs there


@dataclass(frozen=True)
class Needs:
    """``is_american``: a rule of the United States, switched off with the others elsewhere."""

    places: tuple[Place, ...] = (Place.FOOT,)
    contact: bool = False
    is_american: bool = True


NEEDS = {
    # 45 CFR 149.610(b)(1): on the website, in the office, and wherever what it costs is talked about.
    Kind.ESTIMATE: Needs((Place.FOOT, Place.PRICES, Place.OFFICE)),
    # 45 CFR 164.520(c): prominently on the website, and where care is given.
    Kind.PRIVACY: Needs((Place.FOOT, Place.FORM, Place.OFFICE), contact=True),
    # 45 CFR 92.10 and 92.11: on the website and in the office.
    Kind.NONDISCRIMINATION: Needs((Place.FOOT, Place.OFFICE)),
    Kind.LANGUAGE_HELP: Needs((Place.FOOT, Place.OFFICE)),
    Kind.GRIEVANCE: Needs(contact=True),
    Kind.ACCESSIBILITY: Needs(contact=True, is_american=False),
    # Washington's My Health My Data Act: a link of its own on the home page.
    Kind.HEALTH_DATA: Needs(),
    Kind.BOARD: Needs(),
}
AMERICAN = [kind for kind, needs in NEEDS.items() if needs.is_american]
