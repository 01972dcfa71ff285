from pages.models.contact_route import ContactRoute
from pages.models.locations import Location, OpeningHours
from pages.models.menu import MenuItem
from pages.models.notices import Announcement, ClosureDay, CrisisResource
from pages.models.page import Page
from pages.models.practice import Practice

__all__ = [
    "Announcement",
    "ClosureDay",
    "ContactRoute",
    "CrisisResource",
    "Location",
    "MenuItem",
    "OpeningHours",
    "Page",
    "Practice",
]
