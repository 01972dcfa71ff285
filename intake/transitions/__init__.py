"""Everything that happens to an inquiry, one function each, and nothing else stores where one stands.

Each takes the row as it was read under its lock, in the same transaction, asks ``table`` whether this may
happen, seals what belongs to it, and stores all of ``Progress``: see ``docs/adr/0016-progress.md``.
"""

from intake.transitions.by_clinician import (
    answer_noted,
    offer_answered,
)
from intake.transitions.by_person import heard_from, still_looking, stopped, way_changed
from intake.transitions.by_practice import (
    attempted,
    corrected,
    looked_after,
    noted,
    offered,
    planned,
    put_on_list,
    taken,
    told,
    worried,
    wrote_to_person,
)
from intake.transitions.by_worker import asked_again, let_go, managers_told, owner_reminded
from intake.transitions.endings import (
    brought_back,
    closed,
    handed_over,
    held,
    merged,
    put_aside,
    referred,
)
from intake.transitions.of_questions import offer_sent_again, offer_taken_back
from intake.transitions.table import MOVES, Refused, allows

__all__ = [
    "MOVES",
    "Refused",
    "allows",
    "answer_noted",
    "asked_again",
    "attempted",
    "brought_back",
    "closed",
    "corrected",
    "handed_over",
    "heard_from",
    "held",
    "let_go",
    "looked_after",
    "managers_told",
    "merged",
    "noted",
    "offer_answered",
    "offer_sent_again",
    "offer_taken_back",
    "offered",
    "owner_reminded",
    "planned",
    "put_aside",
    "put_on_list",
    "referred",
    "still_looking",
    "stopped",
    "taken",
    "told",
    "way_changed",
    "worried",
    "wrote_to_person",
]
