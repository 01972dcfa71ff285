"""Whom the practice cannot see: by where people may be when they meet, and by the ages of its groups. It says so at once,
and takes the message all the same."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _

from intake import form_choices, names_elsewhere
from intake.documents.content import ELSEWHERE, Content
from intake.models import ReferralContact
from pages import languages
from pages.listing import all_of, one_of
from pages.models import Practice
from pages.states import STATES
from team.models.where import IN_PERSON, PHONE

# What marks a choice in the page's style sheet.
FAR, REMOTE = "is-far", "is-remote"


class Words(NamedTuple):
    text: str
    names: list[ReferralContact]


def far_states(practice: Practice) -> set[str]:
    """Those offered in which nobody may see anybody today; nothing is said where no license is written down."""
    licensed = form_choices.current().states
    if not licensed:
        return {ELSEWHERE} if practice.states_served else set()
    return {ELSEWHERE, *(code for code, _name in form_choices.states(practice))} - {*licensed}


def remote_states(practice: Practice) -> set[str]:
    """Where people would meet from afar only, though we do meet in person elsewhere."""
    licensed = form_choices.current().states
    is_anywhere = any(IN_PERSON in ways for ways in licensed.values())
    offered = {code for code, _name in form_choices.states(practice)} if is_anywhere else set()
    return {code for code, ways in licensed.items() if code in offered and IN_PERSON not in ways}


def marks_of_states(practice: Practice) -> dict[str, str]:
    far = dict.fromkeys(far_states(practice), FAR)
    return dict.fromkeys(remote_states(practice), REMOTE) | far


def marks_of_ages() -> dict[str, str]:
    return dict.fromkeys(form_choices.current().far_ages, FAR)


def in_own_words(note: str, *, is_referral: bool) -> str:
    """What the practice wrote speaks to whoever would come: whoever refers somebody reads it as such."""
    note = languages.as_written(note)
    return (
        format_html(_("What we tell patients: “{words}”"), words=note)
        if note and is_referral
        else note
    )


def on_state(practice: Practice, state: str = ELSEWHERE, *, is_referral: bool = False) -> Words:
    note = in_own_words(practice.elsewhere_note, is_referral=is_referral)
    text = note or about_states(practice, is_referral=is_referral)
    return Words(text, names_elsewhere.for_state(state))


def about_states(practice: Practice, *, is_referral: bool) -> str:
    licensed = form_choices.current().states or practice.states_served
    # Nobody is in two of them at once.
    where = one_of(
        names_of(set(licensed) & {code for code, _name in form_choices.states(practice)})
    )
    if not where:
        return _(
            "None of us may see people there just now. Write all the same: we answer, most likely with names of others."
        )
    text = _(
        "We may see you only while you are in {states}. Write all the same: we answer, most likely with names elsewhere."
    )
    if is_referral:
        text = _(
            "We may see the patient only while they are in {states}. Write all the same: we answer, most likely with names "
            "elsewhere."
        )
    return text.format(states=where)


def on_remote(practice: Practice) -> str:
    codes = remote_states(practice)
    if not codes:
        return ""
    licensed = form_choices.current().states
    text = _("In {states} we may see people by video, not in person.")
    if all(PHONE in licensed[code] for code in codes):
        text = _("In {states} we may see people by video or phone, not in person.")
    return text.format(states=all_of(names_of(codes)))


def on_age(practice: Practice, state: str = ELSEWHERE, *, is_referral: bool = False) -> Words:
    text = in_own_words(practice.ages_note, is_referral=is_referral) or _(
        "None of us sees people of that age. Write all the same: we answer, and say who might."
    )
    return Words(text, names_elsewhere.for_state(state))


def names_of(codes: set[str]) -> list[Promise]:
    return [name for code, name in STATES if code in codes]


class Cannot(NamedTuple):
    """For the form, before anybody has chosen anything; None where there is nothing to say."""

    state: Words | None
    remote: str
    age: Words | None
    minors: str


def of_practice(practice: Practice, *, is_referral: bool) -> Cannot:
    state = on_state(practice, is_referral=is_referral) if far_states(practice) else None
    far_ages = form_choices.current().far_ages
    age = on_age(practice, is_referral=is_referral) if far_ages else None
    if state and age:
        # Once is enough on one page.
        age = Words(age.text, [])
    minors = in_own_words(practice.minors_note, is_referral=is_referral)
    return Cannot(state, on_remote(practice), age, minors)


def of(content: Content, practice: Practice) -> dict[str, str]:
    """What of an inquiry we cannot do, to be kept for the page that comes next."""
    far = {}
    if content.state in far_states(practice):
        far["state"] = content.state_code
    if content.age in form_choices.current().far_ages:
        far["age"] = content.age
    return far


def in_answer(far: dict[str, str], practice: Practice, *, is_referral: bool) -> list[Words]:
    """The same words once more, after sending: browsers that cannot show them at once have not."""
    state = far.get("state", ELSEWHERE)
    found = [on_state(practice, state, is_referral=is_referral)] if "state" in far else []
    if "age" in far:
        age = on_age(practice, state, is_referral=is_referral)
        found.append(Words(age.text, [] if found else age.names))
    return found
