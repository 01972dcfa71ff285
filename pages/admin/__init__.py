# Django imports this package; each module registers its own.
from pages.admin import (
    closures,
    contact_route,
    crisis_help,
    legal_notices,
    locations,
    menu,
    notice_texts,
    notices,
    page,
    practice,
)

__all__ = [
    "closures",
    "contact_route",
    "crisis_help",
    "legal_notices",
    "locations",
    "menu",
    "notice_texts",
    "notices",
    "page",
    "practice",
]
