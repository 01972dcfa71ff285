"""What somebody chose in the directory, and the addresses at which some of it is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from team.models import Identity
from team.models.vocabulary import in_a_sentence
from team.shared_in_words import named

ROOM = "room"
# All their choices are names.
WITH_CAPITAL = {"payer", "state", "language"}
# Where the answer begins on the page.
FOUND = "#found"


@dataclass(frozen=True)
class Choice:
    name: str
    value: str
    words: str | Promise

    @property
    def in_a_sentence(self) -> str:
        """A name keeps its capital; a plain word has none behind another one."""
        words = str(self.words)
        if self.is_shared:
            return named(self.name, words)
        return words if self.name in WITH_CAPITAL else in_a_sentence(words)

    @property
    def is_shared(self) -> bool:
        """Whether it is what people share of themselves, if they choose to."""
        return self.name in Identity.Kind.values

    @property
    def left_out(self) -> str:
        """As it stands behind “without”."""
        return _("room now") if self.name == ROOM else self.in_a_sentence


def pairs(choices: Iterable[Choice]) -> list[tuple[str, str]]:
    return [(choice.name, choice.value) for choice in choices]


def query(choices: Iterable[Choice]) -> str:
    return urlencode(pairs(choices))


def list_of(choices: Iterable[Choice]) -> str:
    """The address of the list of whoever fits these."""
    asked = query(choices)
    return f"{reverse('team:therapist_list')}{'?' if asked else ''}{asked}{FOUND}"


def in_words(choices: Iterable[Choice]) -> str:
    return ", ".join(choice.in_a_sentence for choice in choices)


def asked_with(choices: Iterable[Choice]) -> str:
    """What the form takes along. Whether somebody has room is no wish of theirs."""
    return query(choice for choice in choices if choice.name != ROOM)


def writing_with(choices: Iterable[Choice]) -> str:
    """The address of the form that takes them along."""
    asked = asked_with(choices)
    return f"{reverse('intake:inquiry_create')}{'?' if asked else ''}{asked}"
