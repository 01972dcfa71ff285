"""Articles and series at the desk."""

# Django imports this package; each module registers its own.
from blog.admin import articles, series

__all__ = ["articles", "series"]
