"""What a person told us, as one versioned document.

The only place that knows what is in ``Inquiry.content``; ``intake.documents.sealed`` closes and opens it.
Choices are kept as the words the person saw or as codes explained here; names are text, never relations.
"""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intake.documents.choices import (
    AGES,
    CAME_BY,
    FOR_WHOM,
    FORMATS,
    PAYMENTS,
    REFERRAL,
    ROUTES,
    WRITTEN_IN,
)
from intake.documents.reaching import (
    FurtherNumber,
    OtherPerson,
    Way,
    number_way,
    own_cares,
)
from pages.states import STATES, code_of
from team.models import TIMES

Label = str | Promise

VERSION = 4
ELSEWHERE = "elsewhere"
STATE_NAMES = dict(STATES)
MINOR = ("under-13", "13-17")

# Lists of what has fields of its own.
PARTS: dict[str, type] = {"numbers": FurtherNumber, "people": OtherPerson}


class UnreadableContent(ValueError):
    """The document is of a kind this version of the site does not know; the sentence says which."""


@dataclass(frozen=True)
class Content:
    """One inquiry. Only the way to reach the person that was chosen is kept."""

    name: str
    route: str
    state: str
    for_whom: str
    age: str
    email: str = ""
    phone: str = ""
    may_say_practice: bool = False
    topics: list[str] = field(default_factory=list)
    therapist: str = ""
    format: str = ""
    payment: str = ""
    payer: str = ""
    message: str = ""
    # The sentence that was agreed to, as it was shown.
    consent: str = ""
    # Since version 2: the code of the person's own page, and the minute it came in (ISO 8601).
    code: str = ""
    received_at: str = ""
    # How it came: through the form, or taken down by somebody of the practice.
    came_by: str = "form"
    # Since version 3: when they could come, as keys of the team's ``TIMES``.
    times: list[str] = field(default_factory=list)
    # Since version 4: what to know before somebody calls, in their words.
    before_call: str = ""
    numbers: list[FurtherNumber] = field(default_factory=list)
    people: list[OtherPerson] = field(default_factory=list)
    referrer: str = ""
    was_client: bool = False
    # The name of an insurance that is not taken here.
    other_payer: str = ""
    # Where ``state`` is ``ELSEWHERE``: which one, as they wrote it.
    other_state: str = ""
    language: str = ""
    # The name of a group or workshop, as it was then.
    group: str = ""
    # What they chose in the directory: for whom somebody should work, and how.
    population: str = ""
    modality: str = ""
    identities: list[str] = field(default_factory=list)
    # The language of the form that they filled in, where it is not the site's own.
    written_in: str = ""

    def rows(self) -> list[tuple[Label, Label]]:
        """(label, text) in the order a coordinator needs them; what was left empty is left out."""
        rows = [
            (_("Name"), self.name),
            (_("State at the time of a session"), self.state_name),
            (_("For"), self.for_whom_label),
            (_("Age"), self.age_label),
            (_("Wrote in"), self.written_in_label),
            (_("Language"), self.language),
            (_("What brings them"), ", ".join(self.topics)),
            (_("Would like to see"), self.therapist or _("Whoever you think fits")),
            (_("Asks about the group"), self.group),
            (_("Somebody who works with"), self.population),
            (_("Approach"), self.modality),
            (_("Somebody who shares"), ", ".join(self.identities)),
            (_("How to meet"), self.format_label),
            (_("When they could come"), self.times_label),
            (_("Payment"), self.payment_label),
            (_("In their words"), self.message),
            (_("Has been here before"), _("Yes") if self.was_client else ""),
            (_("Who sent them"), self.referrer),
            (_("How it came"), CAME_BY.get(self.came_by, "")),
            (_("Consent"), self.consent),
        ]
        return [(label, text) for label, text in rows if text]

    @property
    def address(self) -> str:
        return self.email if self.route == "email" else self.phone

    @property
    def route_label(self) -> Label:
        return ROUTES.get(self.route, self.route)

    @property
    def for_whom_label(self) -> Label:
        return FOR_WHOM.get(self.for_whom, self.for_whom)

    @property
    def age_label(self) -> Label:
        return AGES.get(self.age, self.age)

    @property
    def format_label(self) -> Label:
        return FORMATS.get(self.format, self.format)

    @property
    def times_label(self) -> str:
        return ", ".join(str(label) for key, (_field, label) in TIMES.items() if key in self.times)

    @property
    def payment_label(self) -> Label:
        return in_full(self.payment_chosen, self.other_payer)

    @property
    def payment_chosen(self) -> Label:
        """Without a word of theirs, to be counted."""
        return self.payer or PAYMENTS.get(self.payment, self.payment)

    @property
    def state_name(self) -> Label:
        return in_full(self.state_chosen, self.other_state)

    @property
    def state_chosen(self) -> Label:
        """Without a word of theirs, to be counted."""
        if self.state == ELSEWHERE:
            return _("Somewhere else")
        return STATE_NAMES.get(self.state, self.state)

    @property
    def state_code(self) -> str:
        """Of the state they will be in, also where they wrote its name; or what was chosen."""
        return code_of(self.other_state) or self.state if self.state == ELSEWHERE else self.state

    @property
    def ways(self) -> list[Way]:
        """How they may be reached: their own way, then further numbers."""
        cares = own_cares(self.route, may_say_practice=self.may_say_practice)
        if self.written_in:
            cares.insert(0, self.answer_in)
        return [Way(self.route_label, self.address, cares), *map(number_way, self.numbers)]

    @property
    def names(self) -> list[str]:
        """Of everybody whom a summary without identity must not name."""
        return [self.name, *(person.name for person in self.people)]

    @property
    def phones(self) -> list[str]:
        own = [self.phone, *(number.phone for number in self.numbers)]
        return [*filter(None, [*own, *(person.phone for person in self.people)])]

    @property
    def written_in_label(self) -> Label:
        return WRITTEN_IN.get(self.written_in, self.written_in)

    @property
    def answer_in(self) -> str:
        """For whoever answers somebody who wrote in another language than the site's own."""
        text = gettext("They wrote in {written}: answer in {written}.")
        if self.language and self.language != self.written_in_label:
            text = gettext("They wrote in {written}, and would rather talk in {spoken}.")
        return text.format(written=self.written_in_label, spoken=self.language)

    @property
    def spoken(self) -> Label:
        """What they said they would rather talk in, or else what they wrote in. Whoever refers a patient wrote in
        a language of their own."""
        return self.language or ("" if self.is_referral else self.written_in_label)

    @property
    def is_referral(self) -> bool:
        return self.for_whom == REFERRAL

    @property
    def is_minor(self) -> bool:
        return self.age in MINOR


KNOWN = {f.name for f in fields(Content)}


def in_full(chosen: Label, in_words: str) -> Label:
    return f"{chosen}: {in_words}" if in_words else chosen


def to_document(content: Content) -> dict[str, Any]:
    return {"version": VERSION, **asdict(content)}


def from_document(document: Any) -> Content:
    version = document.get("version") if isinstance(document, dict) else None
    if version not in range(1, VERSION + 1):
        raise UnreadableContent(
            _("This inquiry was written by another version of the site ({version}).").format(
                version=version
            )
        )
    given = {key: value for key, value in document.items() if key != "version"}
    try:
        if not given.keys() <= KNOWN:
            raise TypeError
        parts = {name: [kind(**one) for one in given.get(name, [])] for name, kind in PARTS.items()}
        return Content(**given | parts)
    except TypeError as error:
        raise UnreadableContent(_("Parts of this inquiry are missing or unknown.")) from error
