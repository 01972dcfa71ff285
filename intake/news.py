"""Telling people that something is on their page. Their addresses are sealed, so it waits for
somebody who has unlocked."""

from django.db import transaction

from intake import waitlist
from intake.documents.opened import read_inquiry
from intake.letters import tell_of_news
from intake.models import Entry, Inquiry

CHANGED = ["is_news_untold", "is_told_by_us", "next_on", "answered_at"]


def untold():
    return Inquiry.objects.kept().filter(is_news_untold=True)


def tell(room):
    """(told, without): how many were written to, and how many want no mail or have no page.

    What cannot be opened stays as it is.
    """
    told = without = 0
    for pk in list(untold().values_list("pk", flat=True)):
        with transaction.atomic():
            inquiry = untold().select_for_update().filter(pk=pk).first()
            content = inquiry and read_inquiry(room, inquiry).content
            if not content:
                continue
            is_by_mail = tell_one(inquiry, content)
            inquiry.save(update_fields=CHANGED)
            told, without = told + is_by_mail, without + (not is_by_mail)
    return told, without


def tell_one(inquiry, content):
    """Whether by mail; otherwise it waits for a person, who tells them the way they chose. Changes the
    fields of ``CHANGED`` and saves none of them."""
    is_by_mail = tell_of_news(inquiry, content) is not None
    inquiry.is_news_untold, inquiry.is_told_by_us = False, not is_by_mail
    waitlist.was_told(inquiry, by_mail=is_by_mail)
    letters = inquiry.entries.filter(kind=Entry.Kind.LETTER)
    if is_by_mail and letters.exclude(by=None).exists():
        # By a person, that is: what the site itself wrote is no answer.
        inquiry.mark_answered()
    return is_by_mail
