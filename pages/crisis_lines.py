"""What pages, error pages and letters say of crisis help: that of the practice's country, and of no other."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.countries import default_country

ANY = "any"


@dataclass(frozen=True)
class Line:
    """One way to somebody who is awake, whether it comes from the database or from the file for error pages."""

    name: str = ""
    text: str = ""
    country: str = ""
    language: str = ""
    kind: str = ANY
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
        return " · ".join([*ways, self.texting] if self.text_to else ways)

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
        return bool(self.language) and not (get_language() or "en").startswith(self.language)

    @property
    def in_brief(self) -> str:
        """For the one line at the top of a page."""
        return self.numbers or self.name


@dataclass(frozen=True)
class Lines:
    """``first`` are for whatever it is, in the language of the page, or else all that there are; ``others`` for
    somebody in particular."""

    all: list[Line]

    def __bool__(self) -> bool:
        return bool(self.all)

    @property
    def first(self) -> list[Line]:
        return [one for one in self.all if one.kind == ANY and not one.is_foreign] or self.all

    @property
    def others(self) -> list[Line]:
        return [one for one in self.all if one not in self.first]

    @property
    def kinds(self) -> str:
        """Of the others, each once, in their order."""
        labels = (one.language_label if one.is_foreign else one.kind_label for one in self.others)
        return " · ".join(dict.fromkeys(labels))


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
    """In a country whose help nobody has entered yet, what is known of it here; else none."""
    here = [line for line in map(line_of, rows) if line.country == country]
    return Lines(here or known_of(country))


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
