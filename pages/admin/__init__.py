# Django imports this package; each module registers its own.
from pages.admin import crisis_help, menu, notices, page, practice

__all__ = ["crisis_help", "menu", "notices", "page", "practice"]
