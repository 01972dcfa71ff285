"""Somebody says of one person, or of several at once, whether there is room. Nobody's word is written over unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from staff.models import User
from team.confirming.forms import RoomForm, SaidForm
from team.confirming.said import Said, columns_of
from team.models import Therapist
from team.models.room import CONFIRMED


class Became(Enum):
    """What came of one row."""

    LEFT = "nobody said anything of it"
    SAME = "right today, as it stands"
    CHANGED = "right today, in other words"
    OTHER = "somebody else said something meanwhile, and nothing was typed here"
    CONFLICT = "somebody else said something meanwhile, and something else was typed here"
    WRONG = "something typed cannot be taken"


TAKEN = {Became.SAME, Became.CHANGED}
TO_SEE = {Became.OTHER, Became.CONFLICT, Became.WRONG}


@dataclass
class By:
    """Who says it: an account, or somebody by a private link."""

    user: User | None
    name: str
    is_by_link: bool = False


class SaidRow:
    """One person or group, with what is said of its room."""

    def __init__(self, form: SaidForm) -> None:
        self.form, self.became = form, Became.LEFT

    @property
    def pk(self) -> int:
        raise NotImplementedError

    def store(self, by: By) -> None:
        raise NotImplementedError

    def form_anew(self) -> SaidForm:
        raise NotImplementedError

    def stands(self) -> tuple[str, str]:
        """Who said what stands there now, and the words."""
        raise NotImplementedError

    @property
    def is_to_see(self) -> bool:
        return self.became in TO_SEE

    @property
    def notice(self) -> str:
        name, said = self.stands()
        name = name or _("Somebody")
        if self.became is Became.OTHER:
            return _("{name} said something else meanwhile: this is what stands now.").format(
                name=name
            )
        if self.became is Became.CONFLICT:
            text = _(
                "{name} said meanwhile: {said}. What you typed is still here, and takes its place if you press again."
            )
            return text.format(name=name, said=said)
        return ""


class Row(SaidRow):
    def __init__(self, person: Therapist, form: RoomForm) -> None:
        super().__init__(form)
        self.person = person

    @property
    def pk(self) -> int:
        return self.person.pk

    def store(self, by: By) -> None:
        store(self.person, self.form.said, by)

    def form_anew(self) -> RoomForm:
        return RoomForm(self.person)

    def stands(self) -> tuple[str, str]:
        return self.person.availability_confirmed_name, in_words(self.person)


def in_words(person: Therapist) -> str:
    note = person.availability_note
    said = str(person.get_availability_display())
    return f"{said} ({note})" if note else said


def say(row: SaidRow, by: By, *, is_confirmed: bool) -> None:
    """In a transaction that has locked the person, or the group. ``is_confirmed``: also where nothing was typed."""
    row.became = became(row.form, is_confirmed=is_confirmed)
    if row.became in TAKEN:
        row.store(by)
    if row.became is Became.CONFLICT:
        row.form.begin_again()
    elif row.became is not Became.WRONG:
        row.form = row.form_anew()


def became(form: SaidForm, *, is_confirmed: bool) -> Became:
    if not form.is_valid():
        return Became.WRONG
    if form.said == form.standing:
        # Also where somebody else has typed the same.
        return Became.SAME if is_confirmed or form.is_changed else Became.LEFT
    if not form.is_changed:
        return Became.OTHER
    return Became.CHANGED if form.is_of_now else Became.CONFLICT


def store(person: Therapist, said: Said, by: By) -> None:
    """For the profile in every language: it is the same person's room. A note is in the words of one of them."""
    columns = columns_of(said)
    person.confirm_availability(by.user, by.name, is_by_link=by.is_by_link)
    columns |= {name: getattr(person, name) for name in CONFIRMED}
    Therapist.objects.filter(pk=person.pk).update(**columns)
    for name, value in columns.items():
        setattr(person, name, value)
    own = ("availability_note", "room_populations", "room_payers")
    shared = {name: value for name, value in columns.items() if name not in own}
    person.translations.update(**shared)


def say_all(rows: Sequence[SaidRow], by: By, confirmed: set[int]) -> None:
    """``confirmed``: of whom it is said even where nothing was typed."""
    for row in rows:
        say(row, by, is_confirmed=row.pk in confirmed)
