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
# What a form may have changed in the row itself.
SAVED_FIELDS = [
    "state",
    "owner",
    "next_action",
    "next_on",
    "answered_at",
    "closed_on",
    "closed_because",
    "is_worrying",
    "is_held",
    "erase_at",
    "is_news_untold",
    "twin_of",
    "handed_over_on",
    "asks",
    "is_told_by_us",
    "is_word_waiting",
]

__all__ = ["FORMS", "SAVED_FIELDS", "answering", "is_due", "next_step"]
