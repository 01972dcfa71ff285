# Django imports this package; each module registers its own.
from pictures.admin import images

__all__ = ["images"]
