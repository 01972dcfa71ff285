"""What somebody came for, as large first steps: a table by what they may do, the most wanted first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from staff.models import User

MOST = 3


@dataclass(frozen=True)
class First:
    """``may``: any one of these is enough. ``leads_to``: where it is another page for each person."""

    name: Any
    hint: Any
    icon: str
    page: str
    may: tuple[str, ...]
    leads_to: Callable[[User], str | None] | None = None
    fragment: str = ""

    def url(self, user: User) -> str | None:
        if not any(user.has_perm(permission) for permission in self.may):
            return None
        if self.leads_to is not None:
            return self.leads_to(user)
        return reverse(f"admin:{self.page}") + self.fragment


def own_profile(user: User) -> str | None:
    """Nowhere for whoever has none yet."""
    profile = getattr(user, "therapist", None)
    return profile and reverse("admin:team_therapist_change", args=[profile.pk])


WRITES = ("blog.add_article", "blog.write_own_article")
FIRSTS = (
    First(
        _("Write down a call"),
        _("What somebody said who called or came in; it is sealed at once"),
        "phone",
        "intake_inquiry_add",
        ("intake.add_inquiry",),
    ),
    First(
        _("While somebody is on the line"),
        _("State, age, insurance: who fits, what it costs, and what to say if nobody does"),
        "people",
        "intake_inquiry_on_the_line",
        ("intake.add_inquiry",),
    ),
    First(
        _("Find an inquiry"),
        _("By name, phone number, state or a word, once you have unlocked"),
        "find",
        "intake_inquiry_changelist",
        ("intake.view_inquiry",),
        fragment="#searchbar",
    ),
    First(
        _("Write"),
        _("An empty page; nobody sees it until you say so"),
        "pen",
        "blog_article_add",
        WRITES,
    ),
    First(
        _("Invite somebody"),
        _("They get an email, and choose a password of their own"),
        "plus",
        "staff_user_add",
        ("staff.add_user",),
    ),
    First(
        _("Change the practice’s facts"),
        _("Phone, address, hours, and how you answer"),
        "house",
        "pages_practice_changelist",
        ("pages.change_practice",),
    ),
    First(
        _("Start from a text or Word file"),
        _("Paste it or choose a file; title, author and headings are suggested"),
        "note",
        "blog_article_start",
        WRITES,
    ),
    First(
        _("My profile"),
        _("Your words, and whether you are accepting new clients"),
        "people",
        "team_therapist_changelist",
        ("team.change_own_profile",),
        leads_to=own_profile,
    ),
    First(
        _("Say when you are closed"),
        _("Holidays and other days; every page and the form go by it"),
        "today",
        "pages_closureday_add",
        ("pages.add_closureday",),
    ),
    First(
        _("Tell visitors something"),
        _("A line at the top of every page, for as long as you say"),
        "mail",
        "pages_announcement_add",
        ("pages.add_announcement",),
    ),
    First(
        _("Ask somebody for a text"),
        _("A private link: they paste it or bring a Word file, without an account"),
        "mail",
        "blog_article_ask",
        ("blog.publish_article",),
    ),
)


def all_firsts(user: User) -> Iterator[dict[str, Any]]:
    for first in FIRSTS:
        if url := first.url(user):
            yield {"name": first.name, "hint": first.hint, "icon": first.icon, "url": url}


def firsts(user: User) -> list[dict[str, Any]]:
    return list(islice(all_firsts(user), MOST))
