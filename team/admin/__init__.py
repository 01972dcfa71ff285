# Django imports this package; each module registers its own.
from team.admin import authorities, compacts, people, supervision, therapist, vocabulary, wordings

__all__ = [
    "authorities",
    "compacts",
    "people",
    "supervision",
    "therapist",
    "vocabulary",
    "wordings",
]
