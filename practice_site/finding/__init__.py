"""Finding from anywhere at the desk: ``find(query, user)``.

The contract, for titles and names as for texts:

- It gives groups in the order in which they are shown, each of at most ``MOST`` things with an address.
- Only what this person may open is looked at, row by row as the model's own admin says.
- Every word of the query has to stand in what is found. Accents, capitals and punctuation do not matter.
- The number of queries does not grow with the content, and no more than ``LOOKED_AT`` rows of a model are read. What
  stands in texts is asked of the index that visitors search, public or not.
- **What is sealed is never read, searched or stored here.** For inquiries there is a way to their own search,
  which opens them in memory while the room is unlocked. Nor is what was searched for kept anywhere.
"""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser

from practice_site.finding.groups import LOOKED_AT, MOST, Found, Group
from practice_site.finding.pages import pages
from practice_site.finding.rows import rows
from practice_site.finding.texts import texts
from practice_site.finding.words import Query
from staff.models import User

__all__ = ["LOOKED_AT", "MOST", "Found", "Group", "find"]


def find(query: str, user: User | AnonymousUser) -> list[Group]:
    wanted = Query(query)
    if not wanted or not user.is_active or not user.is_staff:
        return []
    return [group for group in asked(wanted, user) if group.found]


def asked(wanted: Query, user: User) -> Iterator[Group]:
    yield from pages(wanted, user)
    yield from rows(wanted, user)
    yield from texts(wanted, user)
