"""Facts of the practice in texts that staff write: ``{days}`` is stored, “2 business days” is read, and whatever the
facts say tomorrow.

    FACTS_IN = ("lede", "body")                 # a model says which of its texts take them,
    NO_FACTS_IN = ("title",)                    # and which are shown where nobody fills them in
    facts_in_texts.refuse(page, practice)       # before visitors read it
    facts_in_texts.as_read(page, practice)      # whoever shows, describes or indexes it

Texts of legal notices take none: what stood on a day has to be told years later, word by word.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages import blanks
from pages.models.practice import Practice
from writing.fields import RichTextField
from writing.text import TAG, plain_text

Row = TypeVar("Row")
# One word in braces is meant to stand for something; whatever else is in braces is the writer's own.
ONE_WORD = re.compile(r"\{\s*[^\W\d][\w-]*\s*\}")


@dataclass(frozen=True)
class Fact:
    """``label``: what it is, for staff. ``instead`` is read where the practice has taken the fact away since."""

    label: str | Promise
    says: Callable[[Practice], str]
    instead: Callable[[Practice], str] = lambda practice: ""


def days(practice: Practice) -> str:
    number = practice.response_days
    return ngettext("one business day", "%(days)d business days", number) % {"days": number}


FACTS = {
    "days": Fact(gettext_lazy("within how many business days you answer"), days),
    "phone": Fact(
        gettext_lazy("the phone"),
        lambda practice: practice.phone,
        lambda practice: _("our phone"),
    ),
    "email": Fact(
        gettext_lazy("the email address"),
        lambda practice: practice.email,
        lambda practice: _("our email address"),
    ),
    "reader": Fact(
        gettext_lazy("who answers inquiries"),
        lambda practice: practice.reader,
        lambda practice: str(practice.known_as),
    ),
    "practice": Fact(
        gettext_lazy("the name of the practice"),
        lambda practice: str(practice.name),
    ),
}
KNOWN = {f"{{{name}}}": fact for name, fact in FACTS.items()}


class SaidToday(NamedTuple):
    blank: str
    label: str
    says: str


def said_today(practice: Practice) -> list[SaidToday]:
    return [SaidToday(blank, str(fact.label), fact.says(practice)) for blank, fact in KNOWN.items()]


def as_read(row: Row, practice: Practice) -> Row:
    """The row as visitors read it: a copy, never to be saved."""
    if not any("{" in getattr(row, name) for name in row.FACTS_IN):  # type: ignore[attr-defined]
        return row
    values = {name: fact.says(practice) or fact.instead(practice) for name, fact in FACTS.items()}
    read = copy(row)
    for name, is_html in texts(row):
        text = getattr(row, name)
        setattr(read, name, in_html(text, values) if is_html else blanks.filled(text, values))
    return read


def texts(row: Any) -> Iterator[tuple[str, bool]]:
    """The fields that take facts, and whether each holds HTML."""
    for name in row.FACTS_IN:
        yield name, isinstance(row._meta.get_field(name), RichTextField)


def in_html(html: str, values: Mapping[str, str]) -> str:
    """A fact is text and never HTML. Marks between the braces go with them."""
    bare = blanks.BLANK.sub(lambda found: without_tags(found[0]), html)
    return blanks.filled(bare, {name: escape(value) for name, value in values.items()})


def without_tags(blank: str) -> str:
    bare = TAG.sub("", blank)
    return bare if bare in KNOWN else blank


def used_in(row: Any) -> set[str]:
    """The blanks in its texts that stand for a fact."""
    said = (getattr(row, name) for name, _is_html in texts(row))
    return {blank for text in said for blank in blanks.of(plain_text(text))} & KNOWN.keys()


def refuse(row: Any, practice: Practice) -> None:
    """What is written in braces and stands for nothing, or for a fact that nobody has written down."""
    errors = {}
    for name, is_html in texts(row):
        text = getattr(row, name)
        if said := list(wrong(plain_text(text) if is_html else text, practice)):
            errors[name] = said
    for name in row.NO_FACTS_IN:
        if found := [blank for blank in blanks.of(getattr(row, name)) if blank in KNOWN]:
            message = _("{blanks} is filled in where texts are read, and not here. Write it out.")
            errors[name] = [message.format(blanks=", ".join(found))]
    if errors:
        raise ValidationError(errors)


def wrong(text: str, practice: Practice) -> Iterator[str]:
    strange = [one for one in blanks.unknown(text, KNOWN) if ONE_WORD.fullmatch(one)]
    if strange:
        message = _("{strange} stands for no fact of the practice. {known} do.")
        yield message.format(strange=", ".join(strange), known=", ".join(KNOWN))
    if empty := [one for one in blanks.of(text) if one in KNOWN and not KNOWN[one].says(practice)]:
        message = _(
            "The practice facts say nothing yet for {blanks}. Write it down there first, or take it out here."
        )
        yield message.format(blanks=", ".join(empty))
