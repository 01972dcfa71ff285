"""What somebody shared of themself, or has not, as a sentence says it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from team.models import Identity
from team.models.vocabulary import in_a_sentence

# First words that are no name of a faith: “of no faith”, “spiritual”.
NO_NAMES = {"A", "Agnostic", "An", "Atheist", "No", "None", "Not", "Of", "Secular", "Spiritual"}
# Of a single word nothing but its meaning tells that it is a name; with two capitals it is known by these.
PEOPLES = {
    "African", "Arab", "Asian", "Black", "Deaf", "Hispanic", "Indigenous", "Latin", "Latina", "Latine", "Latino", "Latinx",
    "Mexican", "Native",
}  # fmt: skip


def named(kind: str, name: str) -> str:
    """A name keeps its capital: “Jewish”, “LGBTQ+”; “a parent” has none."""
    first = name.replace(",", " ").partition(" ")[0]
    is_name = first not in NO_NAMES if kind == Identity.Kind.FAITH else first in PEOPLES
    return name if is_name else in_a_sentence(name)


def has_not_shared(names: Iterable[str]) -> str:
    """Whoever shares nothing has not said that it is otherwise."""
    return _("has not shared: {names}").format(names=", ".join(names))
