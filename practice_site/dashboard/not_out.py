"""Texts that nobody reads yet: those that are not finished, and those that go out by themselves."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from blog.models import Article
from editing.models.publishing import Publishable, PublishableQuerySet
from pages.models import Page
from practice_site.dashboard.items import Item, counted
from staff.admin_routes import address
from staff.models import User
from staff.short_time import short_time

DRAFT, APPROVED = Publishable.State.DRAFT, Publishable.State.APPROVED


@dataclass(frozen=True)
class Kind:
    """What is said of a single text, and of the first of several; which list holds all of them."""

    status: str
    alone: Any
    first: Any
    icon: str


KINDS = {
    DRAFT: Kind(
        "draft",
        gettext_lazy("Is not finished. Nobody sees it before it goes out."),
        gettext_lazy("Last changed: “%(title)s”."),
        "pen",
    ),
    APPROVED: Kind(
        "scheduled",
        gettext_lazy("Goes out by itself. Until then you can change it."),
        gettext_lazy("The first is “%(title)s”."),
        "clock",
    ),
}


def articles(user: User) -> Iterator[Item]:
    if user.has_perm("blog.view_article"):
        rows = Article.objects.active()
    elif user.has_perm("blog.write_own_article"):
        rows = Article.objects.active().written_by(user)
    else:
        return
    texts = {
        DRAFT: lambda number: ngettext(
            "%(number)d article is not finished", "%(number)d articles are not finished", number
        ),
        APPROVED: lambda number: ngettext(
            "%(number)d article goes out by itself",
            "%(number)d articles go out by themselves",
            number,
        ),
    }
    yield from of_each_kind(rows, texts)


def pages(user: User) -> Iterator[Item]:
    if not user.has_perm("pages.change_page"):
        return
    texts = {
        DRAFT: lambda number: ngettext(
            "%(number)d page is not finished", "%(number)d pages are not finished", number
        ),
        APPROVED: lambda number: ngettext(
            "%(number)d page goes out by itself",
            "%(number)d pages go out by themselves",
            number,
        ),
    }
    yield from of_each_kind(Page.objects.active(), texts)


def of_each_kind(
    rows: PublishableQuerySet, texts: Mapping[Publishable.State, Callable[[int], str]]
) -> Iterator[Item]:
    """A single text by its title, and several as their list, with the first of them."""
    found = {state: more for state, *more in first_of_each(rows)}
    for state, kind in KINDS.items():
        if state not in found:
            continue
        pk, title, when, number = found[state]
        by, shown = short_time(when), {"title": title or _("Without a title")}
        if number == 1:
            yield Item(shown["title"], address(rows.model, "change", pk), kind.alone, kind.icon, by)
            continue
        more = {"detail": kind.first % shown, "icon": kind.icon, "by": by}
        text = texts[state](number)
        yield from counted(rows.model, number, text, {"status": kind.status}, **more)


def first_of_each(rows: PublishableQuerySet) -> Any:
    """(state, id, title, moment, number of all) of the draft changed last, and of what goes out first: in one look."""
    last_changed = Case(When(state=DRAFT, then=F("updated_at")))
    order = [last_changed.desc(), F("publish_at").asc(), F("pk").asc()]
    ranked = (rows.with_status("draft") | rows.with_status("scheduled")).annotate(
        moment=Case(When(state=DRAFT, then=F("updated_at")), default=F("publish_at")),
        number=Window(Count("pk"), partition_by="state"),
        place=Window(RowNumber(), partition_by="state", order_by=order),
    )
    firsts = ranked.order_by().filter(place=1)
    return firsts.values_list("state", "pk", "title", "moment", "number")
