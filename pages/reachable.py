"""For links to phone numbers in texts: where the practice is, and which numbers are crisis help."""

from pages import frame
from pages.crisis_lines import lines
from writing.reachable import Surroundings


def surroundings() -> Surroundings:
    around = frame.current()
    known = lines(around.country, around.crisis_resources).all
    numbers = {number for one in known for number in (one.call, one.text_to, one.deaf_call)}
    return Surroundings(around.country, frozenset(numbers - {""}))
