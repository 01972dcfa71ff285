"""The work with an inquiry: its forms, and what is next."""

from intake.actions.asked import SendAgainForm, TakeBackForm
from intake.actions.correct import CorrectForm
from intake.actions.endings import CloseForm, HandOverForm
from intake.actions.hold import BringBackForm, HoldForm
from intake.actions.kind_no import KindNoForm
from intake.actions.merge import MergeForm
from intake.actions.offer import OfferForm
from intake.actions.ongoing import AttemptForm, NextForm, NoteForm, NoteToPersonForm
from intake.actions.steps import is_due, next_step
from intake.actions.waitlist import WaitForm
from intake.actions.who_answers import answering
from intake.actions.whose import GiveForm, TakeForm
from intake.actions.word_of_mouth import WordOfMouthForm
from intake.actions.worry import LookedAfterForm, WorryForm

FORMS = [
    BringBackForm,
    LookedAfterForm,
    HandOverForm,
    AttemptForm,
    NoteForm,
    NoteToPersonForm,
    OfferForm,
    WordOfMouthForm,
    SendAgainForm,
    TakeBackForm,
    WaitForm,
    KindNoForm,
    NextForm,
    TakeForm,
    GiveForm,
    CorrectForm,
    CloseForm,
    MergeForm,
    WorryForm,
    HoldForm,
]

__all__ = ["FORMS", "answering", "is_due", "next_step"]
