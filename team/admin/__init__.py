# Django imports this package; each module registers its own.
from team.admin import people, supervision, therapist, vocabulary

__all__ = ["people", "supervision", "therapist", "vocabulary"]
