"""Every way to reach somebody, each with what they allowed: their own way, further numbers, and people who may
be asked for them. The site itself writes to the first way only; whoever stands here otherwise is called by a
person, or by nobody.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Label = str | Promise

# Of somebody whom a professional refers; nobody else is offered it.
REFERRED = "referred"
RELATIONS = {
    REFERRED: gettext_lazy("The patient"),
    "parent": gettext_lazy("Parent or guardian"),
    "partner": gettext_lazy("Partner"),
    "family": gettext_lazy("Somebody else in the family"),
    "friend": gettext_lazy("Friend"),
    "professional": gettext_lazy("Somebody who works with me"),
    "": gettext_lazy("Somebody else"),
}


@dataclass(frozen=True)
class FurtherNumber:
    """Nothing that was not ticked is allowed."""

    phone: str
    who_answers: str = ""
    may_leave_voicemail: bool = False
    may_text: bool = False


@dataclass(frozen=True)
class OtherPerson:
    """Somebody else, as the one who wrote allows it."""

    name: str
    phone: str = ""
    relation: str = ""
    may_be_told: bool = False
    may_leave_voicemail: bool = False
    # Somebody of the practice was told by the one who wrote that this contact may be used: see ``care_alone``.
    is_opened: bool = False

    @property
    def relation_label(self) -> Label:
        return RELATIONS.get(self.relation, self.relation)


@dataclass(frozen=True)
class Way:
    """As it is read before somebody dials: ``cares`` are whole sentences."""

    label: Label
    address: str
    cares: list[str]


def own_cares(route: str, *, may_say_practice: bool) -> list[str]:
    """Of the way that they chose themselves."""
    cares = []
    if route == "call-no-voicemail":
        cares.append(_("Leave no voicemail."))
    if route == "text" and may_say_practice:
        cares.append(_("A message may name the practice."))
    elif route == "text":
        cares.append(
            _("Somebody else may read it: do not name the practice. Your first name is enough.")
        )
    elif route != "email" and may_say_practice:
        cares.append(_("If somebody else answers, you may say the practice’s name."))
    elif route != "email":
        cares.append(
            _(
                "If somebody else answers, do not say the practice’s name. Your first name is enough."
            )
        )
    return cares


def number_way(number: FurtherNumber) -> Way:
    cares = [
        _("You may leave a voicemail.") if number.may_leave_voicemail else _("Leave no voicemail."),
        _("You may text.") if number.may_text else _("Do not text."),
    ]
    if number.who_answers:
        cares.insert(0, _("Who answers there: {who}.").format(who=number.who_answers.rstrip(". ")))
    return Way(_("Another number"), number.phone, cares)


def person_way(person: OtherPerson) -> Way:
    if person.may_be_told:
        cares = [_("You may tell them who wrote to us.")]
    else:
        cares = [_("Do not tell them who wrote to us, or that somebody did.")]
    if person.phone:
        cares.append(
            _("You may leave a voicemail.")
            if person.may_leave_voicemail
            else _("Leave no voicemail.")
        )
    cares.append(_("By phone only: no email, no text, and no code of the private page."))
    label = f"{person.name} ({person.relation_label})"
    return Way(label, person.phone, cares)
