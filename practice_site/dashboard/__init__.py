"""A person's day: what waits, what they may want to begin, and how the site does. The front page of the desk.

Only what the person may open is counted; a number alone can tell too much.
"""

from collections.abc import Iterator
from typing import Any

from practice_site.dashboard import (
    crisis,
    groups,
    licenses,
    not_out,
    openings,
    people,
    profiles,
    texts,
)
from practice_site.dashboard.firsts import firsts
from practice_site.dashboard.greeting import greeting, sentence
from practice_site.dashboard.items import Item
from practice_site.dashboard.week import week
from staff.models import User

# In the order in which somebody should look.
QUESTIONS = (
    people.keys,
    people.inquiries,
    people.in_clear,
    people.mail,
    licenses.kept,
    licenses.own,
    texts.asked_of_me,
    texts.reviews,
    profiles.waiting,
    profiles.returned,
    texts.unsaved,
    texts.next_texts,
    texts.past_review,
    texts.findings,
    openings.everybodys,
    openings.own,
    groups.unled,
    groups.room,
    not_out.articles,
    not_out.pages,
    crisis.lines,
    people.invitations,
)


def attention(user: User) -> list[Item]:
    return sorted(asked(user), key=lambda item: item.rank)


def asked(user: User) -> Iterator[Item]:
    for question in QUESTIONS:
        yield from question(user)


def day_of(user: User) -> dict[str, Any]:
    """What the front page shows."""
    items = attention(user)
    return {
        "greeting": greeting(user.get_short_name()),
        "sentence": sentence(items),
        "attention": items,
        "firsts": firsts(user),
        "week": week(user),
    }
