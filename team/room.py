"""What visitors read of somebody's room, and whether it counts as room: a table by what was said and how old it is.

A word that ages is not taken back, it says its day; and every line leads on, since whoever asks is told how it is now.
"""

from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from team.models import Therapist
from team.models.room import Age
from team.room_limits import limits_in_words, limits_of

Availability = Therapist.Availability
SOUNDS_RIGHT, RATHER_WAIT = _("If {name} sounds right"), _("If you would rather wait for {name}")
ASK_WHETHER, ASK_WHEN = _("Ask whether {name} has room"), _("Ask when {name} has room")
ASK_TO_MEET, ASK_TO_WAIT = _("Ask to meet {name}"), _("Ask to wait for {name}")
CONFIRMED = _("{said}. Confirmed {day}")
ASK_US = _("Ask us about room")
# The place among others: who has room, who had lately, who may, who keeps a list, who has none.
ROOM, LATELY, PERHAPS, LIST, NONE = range(5)


class Line(NamedTuple):
    """``said``: on a card; ``in_full``: on the profile. ``button`` and ``heading``: how it leads on. ``is_known``:
    whether the site says it of today, not of a day that is past."""

    said: str | Promise
    in_full: str | Promise
    button: str | Promise
    heading: str | Promise
    place: int
    is_known: bool = False
    has_room: bool = False


TABLE = {
    (Availability.ACCEPTING, Age.FRESH): Line(
        Availability.ACCEPTING.label, CONFIRMED, ASK_TO_MEET, SOUNDS_RIGHT, ROOM, True, True
    ),
    (Availability.ACCEPTING, Age.AGING): Line(
        _("Had room on {day}: ask us"),
        _("Had room on {day}. Ask, and we tell you how it is now"),
        ASK_WHETHER, SOUNDS_RIGHT, LATELY,
    ),
    (Availability.ACCEPTING, Age.OLD): Line(
        ASK_US, _("Ask us about room: we last heard in {month}"), ASK_WHETHER, SOUNDS_RIGHT, PERHAPS
    ),
    (Availability.ACCEPTING, Age.NEVER): Line(ASK_US, ASK_US, ASK_WHETHER, SOUNDS_RIGHT, PERHAPS),
    (Availability.WAITLIST, Age.FRESH): Line(
        Availability.WAITLIST.label, CONFIRMED, ASK_TO_WAIT, RATHER_WAIT, LIST, True
    ),
    (Availability.WAITLIST, Age.AGING): Line(
        _("Had a waitlist on {day}: ask us"),
        _("Had a waitlist on {day}. Ask, and we tell you how it is now"),
        ASK_WHETHER, RATHER_WAIT, LIST,
    ),
    (Availability.WAITLIST, Age.OLD): Line(
        _("Ask us about the waitlist"),
        _("Ask us about room or the waitlist: we last heard in {month}"),
        ASK_WHETHER, SOUNDS_RIGHT, LIST,
    ),
    (Availability.WAITLIST, Age.NEVER): Line(
        _("Ask us about the waitlist"), _("Ask us about room or the waitlist"),
        ASK_WHETHER, SOUNDS_RIGHT, LIST,
    ),
    (Availability.CLOSED, Age.FRESH): Line(
        Availability.CLOSED.label, CONFIRMED, ASK_WHEN, RATHER_WAIT, NONE, True
    ),
    (Availability.CLOSED, Age.AGING): Line(
        _("Had no room on {day}: ask us"),
        _("Had no room on {day}. Ask, and we tell you how it is now"),
        ASK_WHEN, RATHER_WAIT, NONE,
    ),
    (Availability.CLOSED, Age.OLD): Line(
        _("Had no room in {month}: ask us"),
        _("Had no room in {month}. Ask, and we tell you how it is now"),
        ASK_WHETHER, SOUNDS_RIGHT, NONE,
    ),
    (Availability.CLOSED, Age.NEVER): Line(ASK_US, ASK_US, ASK_WHETHER, SOUNDS_RIGHT, NONE),
}  # fmt: skip


class Words(NamedTuple):
    said: str
    in_full: str
    button: str
    heading: str
    # Of the openings, where they are for fewer than the profile says.
    limits: str
    has_room: bool


def line_of(person: Therapist, today: date | None = None) -> Line:
    return TABLE[Availability(person.availability), person.age_of_room(today)]


def has_room(person: Therapist, today: date | None = None) -> bool:
    """Whether the site says today that there is room: what filters, numbers and offers go by."""
    return line_of(person, today).has_room


def words_of(person: Therapist, today: date | None = None) -> Words:
    """All that visitors read of it. The day's own: whoever keeps it keeps it until midnight."""
    today = today or timezone.localdate()
    line = line_of(person, today)
    told = days_told(person.availability_confirmed_on, today) | {"name": person.shown_name}
    said = with_note(str(line.said).format(**told), person, line)
    return Words(
        said,
        str(line.in_full).format(**told | {"said": said}),
        str(line.button).format(**told),
        str(line.heading).format(**told),
        limits_in_words(person) if line.has_room else "",
        line.has_room,
    )


def with_note(said: str, person: Therapist, line: Line) -> str:
    """What was written along with it holds as long as the word itself."""
    note = person.shown_availability_note
    if line.has_room and person.openings:
        said = ngettext("{number} opening", "{number} openings", person.openings)
        said = said.format(number=person.openings)
    return f"{said}: {note}" if line.is_known and note else said


def days_told(day: date | None, today: date | None = None) -> dict[str, str]:
    """Of a word that was given on ``day``, as lines of the table name it."""
    if day is None:
        return {"day": "", "month": ""}
    month = month_of(day, today or timezone.localdate())
    return {"day": date_format(day, "F j"), "month": month}


def month_of(day: date, today: date) -> str:
    """With its year, where that is another one and more than some months ago."""
    return date_format(day, "F" if (today - day).days < 300 else "F Y")


def in_brackets(person: Therapist) -> str:
    """Behind a name among others, where there is no room or nobody knows."""
    line = line_of(person)
    if line.has_room:
        return ""
    return (
        str(person.get_availability_display()).lower()
        if line.is_known
        else gettext("ask about room")
    )


def ask_who_has_room(people: list[Therapist]) -> str:
    """Where it is known of none of them, and not ruled out."""
    is_known = all(line_of(person).is_known for person in people)
    return "" if is_known else gettext("ask us who has room now")


def none_has_room(how_many: str, people: list[Therapist]) -> str:
    if asking := ask_who_has_room(people):
        return f"{how_many}; {asking}"
    return gettext("{people}, none of them accepting new clients now").format(people=how_many)


def has_room_for(person: Therapist, wanted: dict[str, str], today: date | None = None) -> bool:
    """``wanted``: what somebody chose of the directory's filters."""
    return has_room(person, today) and all(
        wanted[name] in options for name, options in limits_of(person).items() if name in wanted
    )
