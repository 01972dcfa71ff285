"""Where a last name that is held back still stands in texts: nothing changes what somebody wrote."""

from django.db.models import Q

from search.indexing import try_to_catch_up
from search.models import Document
from search.sources import SOURCES
from team.models import Therapist

MOST_NAMED = 12


def texts_with_last_name(therapist: Therapist) -> list[str]:
    """Titles of what visitors can read, the profile's own among them."""
    condition = Q()
    for word in therapist.name.split():
        if therapist.holds_last_name(word):
            condition |= Q(text__contains=word) | Q(title__contains=word)
    if not condition:
        return []
    try_to_catch_up()
    found = []
    for kind, source in SOURCES.items():
        documents = list(Document.objects.filter(condition, kind=kind)[:MOST_NAMED])
        found += [str(one.title) for one in source.show(documents).values()] if documents else []
    return list(dict.fromkeys(found))[:MOST_NAMED]
