"""What the worker does when its time has come."""

from datetime import date

from django.utils.functional import Promise

from intake.documents import entries
from intake.models import Entry, Inquiry
from intake.models.inquiry import InquiryQuerySet
from intake.transitions import common
from intake.transitions.table import check


def asked_again(inquiry: Inquiry, text: Promise, today: date) -> None:
    """Whether they still look. The two weeks to answer begin again when they are told of it."""
    check("asked_again", inquiry)
    entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, text)
    inquiry.asks += 1
    inquiry.is_news_untold = True
    inquiry.next_on = today + common.ANSWER_WITHIN
    inquiry.save_progress()


def let_go(inquiry: Inquiry, text: Promise) -> None:
    """From the list, with whoever else might help named in ``text``."""
    check("let_go", inquiry)
    entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, text)
    inquiry.is_news_untold = True
    inquiry.close(Inquiry.Outcome.NO_WORD)
    inquiry.save_progress()


def owner_reminded(inquiry: Inquiry) -> None:
    """One column by itself, so without the row's lock: nobody else ever takes the mark back."""
    check("owner_reminded", inquiry)
    Inquiry.objects.filter(pk=inquiry.pk).update(is_owner_reminded=True)


def managers_told(inquiries: InquiryQuerySet) -> None:
    """Like ``owner_reminded``, of all that are late at once."""
    for inquiry in inquiries.defer("content", "unsealed"):
        check("managers_told", inquiry)
    inquiries.update(is_manager_told=True)
