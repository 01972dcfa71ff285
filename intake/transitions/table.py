"""Where an inquiry can stand, and what may happen to it there: read by the moves themselves, which refuse
what does not stand here, by the forms, by ``docs/inquiry-states.md`` and by the test that walks it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from intake.models import Entry, Inquiry
from intake.models.progress import Progress
from intake.room.rules import Action
from intake.transitions.says import ASKED, HEARD_BACK, ON_IT

State, Outcome = Inquiry.State, Inquiry.Outcome
OPEN = (State.NEW, State.TALKING, State.OFFERED, State.WAITING)
# Closed without a reason: only older versions of the site stored that.
ENDED = (*Outcome, State.CLOSED)
EVERYWHERE = (*OPEN, *ENDED)


class Refused(Exception):
    """What was to happen does not stand in the table; whoever asked should have asked the table first."""


class Who(Enum):
    """Whoever else may, beside those of the practice: for them it is an ``Action`` of the room."""

    PERSON = "the person"
    CLINICIAN = "the clinician who was asked"
    WORKER = "the worker"


class PutAside(Enum):
    """Whether it may happen to what waits to be erased."""

    NEVER = ""
    ALSO = "also"
    ONLY = "only"


# Where nobody has written yet what was done about a worry, nothing of ours ends an inquiry.
NOT_WHILE_WORRIED, ONLY_WHILE_WORRIED = "no", "only"


@dataclass(frozen=True)
class Move:
    """``leads``: from each status in which it may happen to those it may lead to. ``seals``: the kind of
    entry that is kept. ``sends``: the mail that goes out with it."""

    who: Action | Who
    leads: dict
    seals: Entry.Kind | None = None
    sends: str = ""
    # What the person's page says then, where that is only one of what its status may say.
    says: dict = field(default_factory=dict)
    put_aside: PutAside = PutAside.NEVER
    # Whether it may happen while somebody is worried: one of the two above, or anyway.
    worried: str = ""


Status = Progress.State | Progress.Outcome
Lines = dict[Status, tuple[Status, ...]]


def staying(*statuses: Status) -> Lines:
    return {status: (status,) for status in statuses}


def leading(statuses: Iterable[Status], *to: Status) -> Lines:
    return dict.fromkeys(statuses, to)


STAYS = staying(*EVERYWHERE)
WRITTEN_AGAIN = leading(ENDED, State.TALKING) | staying(*OPEN, Outcome.CLIENT, Outcome.DUPLICATE)
MAIL_OF_WORRY = "to the others who answer; after hours, to whoever is named for it"
MAIL_TO_OWNER, MAIL_OF_NEWS = "to who answers", "that there is news, where they want mail"
Kind = Entry.Kind

HEARD = WRITTEN_AGAIN | {Outcome.NO_WORD: (State.WAITING,)}
# On a page that goes on as another one they write it in words: only what comes with the code of an inquiry's
# own page says how that one is reached.
OF_ITS_OWN = {status: to for status, to in HEARD.items() if status != Outcome.DUPLICATE}

MOVES = {
    # By the person.
    "heard_from": Move(
        Who.PERSON,
        HEARD,
        seals=Kind.FROM_PERSON,
        sends=MAIL_TO_OWNER,
        says={State.OFFERED: (ASKED,)},
        put_aside=PutAside.ALSO,
    ),
    "way_changed": Move(
        Who.PERSON,
        OF_ITS_OWN,
        seals=Kind.NEW_WAY,
        sends=MAIL_TO_OWNER,
        says={State.OFFERED: (ASKED,)},
        put_aside=PutAside.ALSO,
    ),
    "still_looking": Move(Who.PERSON, staying(State.WAITING), seals=Kind.FROM_PERSON),
    "stopped": Move(Who.PERSON, leading(EVERYWHERE, Outcome.WITHDREW), put_aside=PutAside.ALSO),
    # By a clinician who was asked. Nothing in clear changes where it is closed.
    "offer_answered": Move(
        Who.CLINICIAN,
        STAYS,
        seals=Kind.OFFER,
        sends=MAIL_TO_OWNER,
        says={State.OFFERED: (HEARD_BACK, ON_IT)},
        put_aside=PutAside.ALSO,
    ),
    # By the practice.
    "noted": Move(Action.WORK, STAYS, seals=Kind.NOTE, says={State.OFFERED: (ASKED,)}),
    "corrected": Move(Action.CORRECT, STAYS, seals=Kind.NOTE, says={State.OFFERED: (ASKED,)}),
    "worried": Move(
        Action.WORK,
        STAYS,
        seals=Kind.NOTE,
        sends=MAIL_OF_WORRY,
        says={State.OFFERED: (ASKED,)},
    ),
    "looked_after": Move(
        Action.WORK,
        STAYS,
        seals=Kind.NOTE,
        says={State.OFFERED: (ASKED,)},
        worried=ONLY_WHILE_WORRIED,
    ),
    "attempted": Move(
        Action.WORK,
        STAYS
        | {
            State.NEW: (State.TALKING,),
            Outcome.UNREACHED: (Outcome.UNREACHED, State.TALKING),
        },
        seals=Kind.ATTEMPT,
        says={State.OFFERED: (ASKED,)},
    ),
    "planned": Move(Action.WORK, leading(EVERYWHERE, *OPEN)),
    "taken": Move(Action.WORK, staying(*OPEN), says={State.OFFERED: (ASKED,)}),
    "wrote_to_person": Move(
        Action.WRITE_TO_PERSON,
        STAYS | {State.NEW: (State.TALKING,)},
        seals=Kind.NOTE_TO_PERSON,
        says={State.OFFERED: (ASKED,)},
    ),
    "told": Move(
        Action.TELL,
        STAYS,
        sends=MAIL_OF_NEWS,
        says={State.OFFERED: (ASKED,)},
        put_aside=PutAside.ALSO,
    ),
    "offered": Move(
        Action.ASK_CLINICIAN,
        leading(OPEN, State.OFFERED),
        seals=Kind.OFFER,
        sends="to the clinician",
        says={State.OFFERED: (ASKED,)},
    ),
    "offer_sent_again": Move(
        Action.ASK_CLINICIAN,
        staying(*OPEN),
        seals=Kind.OFFER,
        sends="to the clinician",
        says={State.OFFERED: (ASKED,)},
    ),
    "offer_taken_back": Move(
        Action.ASK_CLINICIAN, staying(*OPEN), seals=Kind.OFFER, says={State.OFFERED: (ON_IT,)}
    ),
    "answer_noted": Move(
        Action.ASK_CLINICIAN,
        staying(*OPEN),
        seals=Kind.OFFER,
        says={State.OFFERED: (HEARD_BACK, ON_IT)},
    ),
    "put_on_list": Move(
        Action.WRITE_TO_PERSON, leading(OPEN, State.WAITING), seals=Kind.NOTE_TO_PERSON
    ),
    "referred": Move(
        Action.WRITE_TO_PERSON,
        leading(EVERYWHERE, Outcome.REFERRED),
        seals=Kind.NOTE_TO_PERSON,
        worried=NOT_WHILE_WORRIED,
    ),
    "closed": Move(
        Action.CLOSE,
        leading(EVERYWHERE, *(because for because in Outcome if because != Outcome.DUPLICATE)),
        seals=Kind.NOTE,
        worried=NOT_WHILE_WORRIED,
    ),
    "merged": Move(Action.MERGE, leading(OPEN, Outcome.DUPLICATE), seals=Kind.NOTE),
    "handed_over": Move(Action.CLOSE, staying(Outcome.CLIENT), seals=Kind.NOTE),
    "held": Move(
        Action.HOLD,
        STAYS,
        seals=Kind.NOTE,
        says={State.OFFERED: (ASKED,)},
        put_aside=PutAside.ALSO,
    ),
    "put_aside": Move(
        Action.ERASE, STAYS, says={State.OFFERED: (ASKED,)}, worried=NOT_WHILE_WORRIED
    ),
    "brought_back": Move(
        Action.WORK, STAYS, says={State.OFFERED: (ASKED,)}, put_aside=PutAside.ONLY
    ),
    # By the worker.
    "asked_again": Move(Who.WORKER, staying(State.WAITING), seals=Kind.NOTE_TO_PERSON),
    "let_go": Move(
        Who.WORKER,
        leading([State.WAITING], Outcome.NO_WORD),
        seals=Kind.NOTE_TO_PERSON,
        worried=NOT_WHILE_WORRIED,
    ),
    "owner_reminded": Move(
        Who.WORKER, staying(*OPEN), sends=MAIL_TO_OWNER, says={State.OFFERED: (ASKED,)}
    ),
    "managers_told": Move(
        Who.WORKER, staying(*OPEN), sends="to the managers", says={State.OFFERED: (ASKED,)}
    ),
}


def status_of(inquiry: Inquiry) -> Progress.Outcome | Progress.State | str:
    """Where it stands; of what is closed, why."""
    return inquiry.closed_because or inquiry.state


def allows(name: str, inquiry: Inquiry) -> bool:
    move = MOVES[name]
    is_put_aside = inquiry.erase_at is not None
    if move.put_aside == (PutAside.NEVER if is_put_aside else PutAside.ONLY):
        return False
    if move.worried == (NOT_WHILE_WORRIED if inquiry.is_worrying else ONLY_WHILE_WORRIED):
        return False
    return status_of(inquiry) in move.leads


def check(name: str, inquiry: Inquiry) -> None:
    if not allows(name, inquiry):
        raise Refused(f"{name} of what is {status_of(inquiry)!r}, erase_at {inquiry.erase_at}")
