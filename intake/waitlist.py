"""The list of those who wait for room: asked twice whether they still look, then let go kindly.

The letters are closed with public keys, so the worker writes them; telling somebody by mail that one
is there needs their address, and so an unlock. A clock runs only from when they were told.
"""

from datetime import timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from intake.documents import entries
from intake.models import Entry, Inquiry, ReferralContact
from pages.models import CrisisResource, Practice

ASK_AFTER, ANSWER_WITHIN = timedelta(days=30), timedelta(days=14)
MOST_ASKS = 2
MOST_NAMED = 4
State, Next = Inquiry.State, Inquiry.Next


def put_on(inquiry):
    """Also for those who say that they still look."""
    inquiry.asks = 0
    inquiry.move(
        State.WAITING, next_action=Next.ASK_AGAIN, next_on=timezone.localdate() + ASK_AFTER
    )


def due(today):
    return Inquiry.objects.kept().filter(
        state=State.WAITING,
        next_action=Next.ASK_AGAIN,
        next_on__lte=today,
        is_news_untold=False,
        is_told_by_us=False,
        person_public__isnull=False,
    )


def look_after(today=None):
    """Run every day; returns (asked, let go)."""
    today = today or timezone.localdate()
    practice = Practice.objects.current()
    contacts = list(ReferralContact.objects.offered()[:MOST_NAMED])
    asked = let_go = 0
    for pk in list(due(today).values_list("pk", flat=True)):
        with transaction.atomic():
            inquiry = due(today).select_for_update().filter(pk=pk).first()
            if inquiry is None:
                continue
            if inquiry.asks < MOST_ASKS:
                ask(inquiry, practice, today)
                asked += 1
            elif contacts:
                # With nobody to name it stays, due, for a person to decide.
                say_goodbye(inquiry, practice, contacts)
                let_go += 1
    return asked, let_go


def ask(inquiry, practice, today):
    words = render_to_string("intake/still_looking.txt", {"practice": practice}).strip()
    entries.write(inquiry, Entry.Kind.LETTER, words)
    inquiry.asks += 1
    inquiry.is_news_untold = True
    inquiry.next_on = today + ANSWER_WITHIN
    inquiry.save(update_fields=["asks", "is_news_untold", "next_on"])


def say_goodbye(inquiry, practice, contacts):
    context = {
        "words": render_to_string("intake/no_word.txt", {"practice": practice}).strip(),
        "contacts": contacts,
        "crisis": CrisisResource.objects.filter(is_shown=True),
    }
    letter = render_to_string("intake/kind_no_letter.txt", context).strip()
    entries.write(inquiry, Entry.Kind.LETTER, letter)
    inquiry.is_news_untold = True
    inquiry.close(Inquiry.Because.NO_WORD)
    inquiry.save(
        update_fields=[
            "state",
            "next_action",
            "next_on",
            "closed_because",
            "closed_on",
            "is_news_untold",
        ]
    )


def was_told(inquiry, *, by_mail):
    """The question has reached them; or it waits for a person, because they want no mail."""
    if inquiry.state == State.WAITING and inquiry.asks:
        today = timezone.localdate()
        inquiry.next_on = today + ANSWER_WITHIN if by_mail else today
