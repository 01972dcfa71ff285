# Django imports this package; each module registers its own.
from pages.admin import menu, notices, page, practice

__all__ = ["menu", "notices", "page", "practice"]
