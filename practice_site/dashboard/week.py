"""How the site does this week, in one small picture and in words that say the same. Never a person."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import Article
from editing.models.publishing import PublishableQuerySet
from intake.models import Inquiry
from practice_site.dashboard.greeting import in_words
from staff.models import User

DAYS = 7
# More than these are nobody's usual week, and are not counted one by one.
MOST, MOST_PROMISED, MOST_A_DAY = 20, 200, 4
# A promise is for a few working days: what was received before is not looked through.
PROMISED_WITHIN = timedelta(days=28)
# The drawing: a sill of seven days, on which what went out stands like books.
STEP, GROUND, BELOW, BOOK, GAP, HEIGHTS = 44, 50, 26, 8, 2, (40, 34, 44, 37)
Marks = dict[str, Counter[date]]


@dataclass(frozen=True)
class Week:
    days: list[dict[str, Any]]
    words: list[str]
    width: int = STEP * DAYS
    height: int = GROUND + BELOW + BOOK + 2
    ground: int = GROUND
    name_at: int = GROUND + BELOW - 8


def week(user: User) -> Week:
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    days = [monday + timedelta(days=number) for number in range(DAYS)]
    out = moments(Article.objects.published(first=midnight(monday)))
    waiting = moments(soon(user).going_out(midnight(monday + timedelta(days=DAYS))))
    words = [went_out(out)]
    if waiting:
        words.append(will_go_out(waiting))
    slips: Marks = {}
    if user.has_perm("intake.view_inquiry"):
        in_time, late = promises(monday)
        slips = {"in-time": in_time, "late": late}
        if in_time or late:
            words.append(answered(in_time.total(), late.total()))
    books = {"out": Counter(out), "waiting": Counter(waiting)}
    return Week(list(drawn(days, books, slips)), words)


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def soon(user: User) -> PublishableQuerySet:
    """Of what is not on the site yet, nobody learns more here than in the list."""
    if user.has_perm("blog.view_article"):
        return Article.objects.all()
    own = user.has_perm("blog.write_own_article")
    return Article.objects.written_by(user) if own else Article.objects.none()


def moments(rows: PublishableQuerySet) -> list[date]:
    found = rows.order_by("publish_at").values_list("publish_at", flat=True)[: MOST + 1]
    return [timezone.localtime(moment).date() for moment in found]


def went_out(days: list[date]) -> str:
    if not days:
        return _("No article went out this week.")
    if len(days) > MOST:
        return _("More than %(number)d articles went out this week.") % {"number": MOST}
    said = ngettext(
        "One article went out this week, %(days)s.",
        "%(number)s articles went out this week, %(days)s.",
        len(days),
    )
    return said % {"number": in_words(len(days)).capitalize(), "days": on_days(days)}


def will_go_out(days: list[date]) -> str:
    if len(days) > MOST:
        return _("More than %(number)d are still to go out by Sunday.") % {"number": MOST}
    said = ngettext(
        "One is still to go out, %(days)s.", "%(number)s are still to go out, %(days)s.", len(days)
    )
    return said % {"number": in_words(len(days)).capitalize(), "days": on_days(days)}


def on_days(days: list[date]) -> str:
    names = [date_format(day, "l") for day in dict.fromkeys(days)]
    return _("on %(days)s") % {"days": get_text_list(names, _("and"))}


def promises(monday: date) -> tuple[Counter[date], Counter[date]]:
    """By the day that was promised this week, until today: how many were answered by then, and how many not.
    What is promised for today and not answered yet is neither."""
    today, in_time, late = timezone.localdate(), Counter[date](), Counter[date]()
    rows = Inquiry.objects.active().filter(
        received_at__gte=midnight(monday - PROMISED_WITHIN), due_on__gte=monday, due_on__lte=today
    )
    for due_on, moment in rows.order_by().values_list("due_on", "answered_at")[:MOST_PROMISED]:
        if moment is not None and timezone.localtime(moment).date() <= due_on:
            in_time[due_on] += 1
        elif moment is not None or due_on < today:
            late[due_on] += 1
    return in_time, late


def answered(in_time: int, late: int) -> str:
    promised = in_time + late
    if not late:
        return ngettext(
            "The one answer promised so far came in time.",
            "All %(promised)s answers promised so far came in time.",
            promised,
        ) % {"promised": in_words(promised)}
    if not in_time:
        return ngettext(
            "The one answer promised so far did not come in time.",
            "None of the %(promised)s answers promised so far came in time.",
            promised,
        ) % {"promised": in_words(promised)}
    said = _("Of %(promised)s answers promised so far, %(in_time)s came in time.")
    return said % {"promised": in_words(promised), "in_time": in_words(in_time)}


def drawn(days: list[date], books: Marks, slips: Marks) -> Iterator[dict[str, Any]]:
    for number, day in enumerate(days):
        middle = number * STEP + STEP // 2
        yield {
            "name": date_format(day, "D"),
            "is_today": day == timezone.localdate(),
            "middle": middle,
            "books": [
                {"kind": kind, "x": x, "y": GROUND - height, "width": BOOK, "height": height}
                for kind, x, height in side_by_side(marks_of(day, books), middle, number)
            ],
            "slips": [
                {"kind": kind, "x": x, "y": GROUND + BELOW, "size": BOOK}
                for kind, x, _height in side_by_side(marks_of(day, slips), middle, number)
            ],
        }


def marks_of(day: date, marks: Marks) -> list[str]:
    kinds = [kind for kind, counter in marks.items() for _each in range(counter[day])]
    return kinds[:MOST_A_DAY]


def side_by_side(kinds: list[str], middle: int, number: int) -> Iterator[tuple[str, float, int]]:
    left = middle - len(kinds) * (BOOK + GAP) / 2
    for place, kind in enumerate(kinds):
        yield kind, left + place * (BOOK + GAP), HEIGHTS[(number + place) % len(HEIGHTS)]
