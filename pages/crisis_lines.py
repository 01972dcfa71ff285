"""What pages, error pages and letters say of crisis help: that of the practice's country, and of no other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import IntEnum, auto

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from pages import languages
from pages.countries import default_country
from search.danger_kinds import DangerKind


@dataclass(frozen=True)
class Line:
    """One way to somebody who is awake, whether it comes from the database or from the file for error pages."""

    name: str = ""
    text: str = ""
    country: str = ""
    language: str = ""
    kind: str = DangerKind.ANY.value
    kind_label: str = ""
    language_label: str = ""
    call: str = ""
    text_to: str = ""
    text_word: str = ""
    chat_url: str = ""
    deaf_how: str = ""
    deaf_call: str = ""
    deaf_url: str = ""

    @property
    def numbers(self) -> str:
        """What can be dialed, to read: the dialing itself is a step further."""
        if self.call and self.call == self.text_to and not self.text_word:
            return _("Call or text {number}").format(number=self.call)
        ways = [_("Call {number}").format(number=self.call)] if self.call else []
        return "\N{NO-BREAK SPACE}· ".join([*ways, self.texting] if self.text_to else ways)

    @property
    def texting(self) -> str:
        if self.text_word:
            words = _("Text {word} to {number}")
            return words.format(word=self.text_word, number=self.text_to)
        return _("Text {number}").format(number=self.text_to)

    @property
    def is_dialed(self) -> bool:
        return bool(self.call or self.text_to or self.deaf_call)

    @property
    def is_foreign(self) -> bool:
        """In another language than the page around it."""
        return bool(self.language) and not languages.of_page().startswith(self.language)

    @property
    def is_in_ours(self) -> bool:
        return not self.language or settings.LANGUAGE_CODE.startswith(self.language)

    @property
    def in_brief(self) -> str:
        """For the one line at the top of a page."""
        return self.numbers or self.marked(self.name)

    def marked(self, words: str) -> str:
        """For HTML: words in its language, where the page is in another one."""
        return (
            format_html('<span lang="{}">{}</span>', self.language, words)
            if self.is_foreign
            else words
        )


class Step(IntEnum):
    """Which lines stand first for somebody: those for the very thing, in their language."""

    THIS_SPOKEN = auto()
    ANY_SPOKEN = auto()
    THIS = auto()
    ANY = auto()
    ELSE = auto()


STOOD_IN_FOR = {Step.ANY_SPOKEN: Step.THIS_SPOKEN, Step.ANY: Step.THIS}


@dataclass(frozen=True)
class Need:
    """What somebody seems to be in, the most pressing first, and the languages they write in, as far as they said."""

    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def is_spoken(self, line: Line) -> bool:
        """In the language of the page, unless they wrote in another one."""
        return line.language in self.languages if self.languages else not line.is_foreign

    def step(self, line: Line) -> Step:
        is_spoken = self.is_spoken(line)
        if line.kind in self.kinds and is_spoken:
            return Step.THIS_SPOKEN
        if line.kind == DangerKind.ANY:
            if is_spoken:
                return Step.ANY_SPOKEN
            # Whoever reads a page in another language may need what is there in ours alone: 911, a chat, a text message.
            return Step.ELSE if line.is_foreign and not line.is_in_ours else Step.ANY
        return Step.THIS if line.kind in self.kinds else Step.ELSE

    def is_for_the_most_pressing(self, line: Line) -> bool:
        return line.kind in self.kinds[:1]

    def key(self, line: Line, turn: int, is_stand_in: bool) -> tuple[int, ...]:
        """The first line of each kind before the second of any: whoever is in two dangers sees both. Where nobody is
        there for the most pressing of them, all who are there for any crisis stand in for that, before the others."""
        step = self.step(line)
        place, spoken = place_in(self.kinds, line.kind), place_in(self.languages, line.language)
        if is_stand_in and step in STOOD_IN_FOR:
            return STOOD_IN_FOR[step], 0, -1, spoken
        is_for_this = step in (Step.THIS_SPOKEN, Step.THIS)
        return step, turn if is_for_this else 0, place, spoken


def place_in(names: tuple[str, ...], name: str) -> int:
    return names.index(name) if name in names else len(names)


@dataclass(frozen=True)
class Lines:
    """``first`` are for what it is and for whatever it is, in the language of the page, of who is there or in ours, or
    else all that there are; ``others`` for somebody in particular."""

    all: list[Line]
    need: Need = Need()

    def __bool__(self) -> bool:
        return bool(self.all)

    def in_order_for(self, kinds: Iterable[str], languages: Iterable[str]) -> "Lines":
        need, turns, keys = Need(tuple(kinds), tuple(languages)), Counter[tuple[str, str]](), []
        # Whether somebody is there for the most pressing, in a language that is spoken and in another one.
        are_there = {need.is_spoken(one) for one in self.all if need.is_for_the_most_pressing(one)}
        for place, line in enumerate(self.all):
            is_stand_in = need.is_spoken(line) not in are_there
            keys.append((*need.key(line, turns[line.kind, line.language], is_stand_in), place))
            turns[line.kind, line.language] += 1
        return Lines([self.all[place] for *_key, place in sorted(keys)], need)

    @property
    def first(self) -> list[Line]:
        return [one for one in self.all if self.need.step(one) < Step.ELSE] or self.all

    @property
    def others(self) -> list[Line]:
        return [one for one in self.all if one not in self.first]

    @property
    def kinds(self) -> str:
        """Of the others, each once, in their order, for HTML: what those are for whose words can be read here, then the
        languages of the rest."""
        labels = [one.kind_label for one in self.others if not one.is_foreign]
        in_ours = [one.kind_label for one in self.others if one.is_foreign and one.is_in_ours]
        said = [
            *dict.fromkeys(labels),
            *marked_as_ours([one for one in dict.fromkeys(in_ours) if one not in labels]),
        ]
        rest = [one for one in self.others if one.is_foreign and not one.is_in_ours]
        said += dict.fromkeys(one.marked(one.language_label) for one in rest)
        return format_html_join("\N{NO-BREAK SPACE}· ", "{}", ((one,) for one in said))


def marked_as_ours(labels: list[str]) -> list[str]:
    """The last says of all of them that they are in the site's own language."""
    return [*labels[:-1], _("{kind} (in English)").format(kind=labels[-1])] if labels else []


def line_of(row: object) -> Line:
    """Of a row of the model, or of what ``as_data`` has made of one."""
    names = [field.name for field in fields(Line)]
    if isinstance(row, Mapping):
        return Line(**{name: str(row[name]) for name in names if name in row})
    known = {name: str(getattr(row, name)) for name in names if hasattr(row, name)}
    labels = {"kind_label": row.get_kind_display(), "language_label": row.get_language_display()}  # type: ignore[attr-defined]
    return Line(**known, **{name: str(label) for name, label in labels.items()})


def as_data(row: object) -> dict[str, str]:
    return asdict(line_of(row))


def lines(country: str, rows: Iterable[object]) -> Lines:
    """In a country whose help nobody has entered yet, what is known of it here; else none. Around words in another
    language, help in it stands first."""
    here = [line for line in map(line_of, rows) if line.country == country]
    found = Lines(here or known_of(country))
    return found.in_order_for((), (languages.of_page(),)) if languages.is_other() else found


def known_of(country: str) -> list[Line]:
    if country != "US":
        return []
    text = _("It answers at any hour, free and in confidence. If a life is in danger, call 911.")
    name, chat = _("988 Suicide and Crisis Lifeline"), "https://chat.988lifeline.org/"
    return [Line(name, text, country, call="988", text_to="988", chat_url=chat)]


def lines_remembered(country: object, rows: object) -> Lines:
    """Of a file that may be of an older version, or broken."""
    known = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    where = country if isinstance(country, str) and country else default_country()
    return lines(where, [{"country": where, **row} for row in known])
