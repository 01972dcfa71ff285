"""Addresses whose code is the only key to what is behind them: no account, no session.

A wrong code looks like any other wrong code, and whoever guesses is stopped by network.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Model
from django.http import HttpRequest

from intake.documents.person_keys import read_code
from staff import throttle
from staff.throttle import network_address

MOST_WRONG, HOUR = 20, 60 * 60
Row = TypeVar("Row", bound=Model)


def find(
    request: HttpRequest, typed: str, row_of: Callable[[str], Row | None], counted_as: str
) -> tuple[Row, str, int] | tuple[None, None, int]:
    """(row, code, 200), or (None, None, the status to say so with): 429 for a network that has tried too
    many. ``row_of`` finds the row by its code."""
    code = read_code(typed)
    row = row_of(code) if code else None
    if row is not None:
        return row, code, 200  # type: ignore[return-value]
    is_allowed = throttle.hit(counted_as, network_address(request), MOST_WRONG, HOUR)
    return None, None, 404 if is_allowed else 429
