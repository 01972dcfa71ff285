"""A child who writes alone is met with a page of its own, and nothing of what was typed is kept.

From which age somebody may ask for care alone is what the practice has put down for a state: where that is within the
youngest group, or below it, such a message is taken like any other.
"""

from collections.abc import Iterator

from django.http import QueryDict

from intake.care_alone import OLDEST
from intake.models import CareAloneAge

YOUNGEST = "under-13"
# Not sent again with the rest.
NOT_AGAIN = ("is_grown_up", "fax", "csrfmiddlewaretoken")


def writes_alone(posted: QueryDict) -> bool:
    is_child = posted.get("age") == YOUNGEST and posted.get("for_whom", "") in ("", "me")
    return is_child and not posted.get("is_grown_up") and not may_ask_alone(posted.get("state", ""))


def may_ask_alone(state: str) -> bool:
    fits = CareAloneAge.objects.filter(state=state[:2], age__lte=OLDEST[YOUNGEST])
    return len(state) == 2 and fits.exists()


def typed(posted: QueryDict) -> Iterator[tuple[str, str]]:
    """For a grown-up who had written all of it, to be sent by them."""
    for name, values in posted.lists():
        if name not in NOT_AGAIN:
            yield from ((name, value) for value in values)
