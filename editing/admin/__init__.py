# Django imports this package; each module registers its own.
from editing.admin import redirects

__all__ = ["redirects"]
