"""The work with an inquiry: its forms, and what is next."""

from intake.desk.actions import AttemptForm, LetterForm, NextForm, NoteForm, WorryForm
from intake.desk.correct import CorrectForm
from intake.desk.endings import BringBackForm, CloseForm, HandOverForm, HoldForm, MergeForm
from intake.desk.kind_no import KindNoForm
from intake.desk.offer import OfferForm
from intake.desk.steps import answering, is_due, next_step
from intake.desk.waitlist import WaitForm

FORMS = [
    BringBackForm,
    HandOverForm,
    AttemptForm,
    NoteForm,
    LetterForm,
    OfferForm,
    WaitForm,
    KindNoForm,
    NextForm,
    CorrectForm,
    CloseForm,
    MergeForm,
    WorryForm,
    HoldForm,
]

__all__ = ["FORMS", "answering", "is_due", "next_step"]
