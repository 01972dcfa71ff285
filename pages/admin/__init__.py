# Django imports this package; each module registers its own.
from pages.admin import contact_route, crisis_help, menu, notices, page, practice

__all__ = ["contact_route", "crisis_help", "menu", "notices", "page", "practice"]
