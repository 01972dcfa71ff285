from groups.admin import groups

__all__ = ["groups"]
