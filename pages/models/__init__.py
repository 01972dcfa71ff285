from pages.models.announcements import Announcement
from pages.models.closures import ClosureDay
from pages.models.contact_route import ContactRoute
from pages.models.crisis_help import CrisisResource
from pages.models.legal_notice import LegalNotice
from pages.models.locations import Location
from pages.models.menu import MenuItem
from pages.models.notice_text import NoticeText
from pages.models.opening_hours import OpeningHours
from pages.models.page import Page
from pages.models.practice import Practice

__all__ = [
    "Announcement",
    "ClosureDay",
    "ContactRoute",
    "CrisisResource",
    "LegalNotice",
    "Location",
    "MenuItem",
    "NoticeText",
    "OpeningHours",
    "Page",
    "Practice",
]
