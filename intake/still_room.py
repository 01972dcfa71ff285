"""Somebody of the team has said yes, or an inquiry became a client: do they still have room?

Who it was is known for one page, in the session of whoever pressed. Nothing of it is stored with the inquiry.
"""

from dataclasses import dataclass
from typing import Any

from intake.documents import sealed
from intake.documents.timeline import same_as
from intake.models import Entry, Inquiry, Offer
from intake.room.unlocking import Room
from sealing.envelopes import CannotOpen
from team.confirming import still
from team.confirming.forms import ANSWERS
from team.models import Therapist

KEY, MAY = "still_room", "team.confirm_room"


@dataclass(frozen=True)
class Question:
    """``person`` is None where it is not known who it is."""

    person: Therapist | None
    answers: list[tuple[str, Any]]

    @property
    def seen(self) -> str:
        return still.mark_of(self.person) if self.person else ""


def ask(request: Any, name: str | None) -> None:
    """``name``: of whoever has said yes; empty where nobody knows any more, None where nobody has."""
    if name is not None and request.user.has_perm(MAY):
        person = still.named(name) if name else None
        request.session[KEY] = person.pk if person else 0


def asked(request: Any) -> Question | None:
    """On the next page, once."""
    pk = request.session.pop(KEY, None) if KEY in request.session else None
    if pk is None:
        return None
    return Question(still.people().filter(pk=pk).first(), ANSWERS)


def who_said_yes(inquiry: Inquiry, room: Room | None) -> str:
    """The last who has, as an open room reads it; empty where nobody has, or the room is locked."""
    said: dict[str, str] = {}
    if room is None:
        return ""
    for entry in same_as(inquiry).filter(kind=Entry.Kind.OFFER):
        try:
            document = sealed.read(room, entry.sealed, sealed.ENTRY, entry.pk)
        except CannotOpen:
            continue
        if document.get("said") == Offer.Answer.YES:
            said[document["at"]] = document["therapist"]
    return said[max(said)] if said else ""
