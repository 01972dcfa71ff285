"""What a private link for a text allows: a table by what has become of it."""

from enum import Enum

from blog.models import AskedText


class Standing(Enum):
    OVER = "ran out, or was taken back"
    WAITING = "nothing has come yet"
    SENT = "a text has come, and nobody has gone on with it"
    TAKEN_UP = "somebody at the desk has gone on with it"


MAY_SEND = {
    Standing.OVER: False,
    Standing.WAITING: True,
    Standing.SENT: True,
    Standing.TAKEN_UP: False,
}
MAY_CORRECT = {
    Standing.OVER: False,
    Standing.WAITING: False,
    Standing.SENT: True,
    Standing.TAKEN_UP: True,
}


def standing_of(asked: AskedText) -> Standing:
    if not asked.is_open:
        return Standing.OVER
    if not asked.is_sent:
        return Standing.WAITING
    return Standing.TAKEN_UP if asked.is_taken_up else Standing.SENT
