"""Whom a page's own title or description for search engines may not name: whoever holds their name back from them, and
whoever is training, since there is no room for who is responsible."""

from django.db.models import Model
from django.utils.translation import gettext as _

from team import kept_names, kept_people
from team.models import Therapist
from team.names.letters import forms, readable
from team.names.person import name_of, words_of
from team.plain_words import plain_words


def names_somebody(text: str, row: Model) -> str:
    """A sentence on the first of them, or nothing."""
    for person in kept_names.people():
        if person.holds_last_name(text):
            sentence = _(
                "The last name of %(name)s is not to be shown, nor any word that is the same."
            )
            return sentence % {"name": person.first_name_only}
        if person.is_out_of_search and not is_own(row, person) and holds(text, person.shown_name):
            sentence = _("%(name)s is not to be found by search engines, which show this: leave the name out.")  # fmt: skip
            return sentence % {"name": person.shown_name}
    for person in kept_people.in_our_language():
        if needs_the_line(person) and not is_own(row, person) and holds(text, person.shown_name):
            sentence = _(
                "%(name)s is training here, and there is no room for who supervises: name nobody."
            )
            return sentence % {"name": person.shown_name}
    return ""


def is_own(row: Model, person: Therapist) -> bool:
    """Whether it is their own page, in any language: there a trainee's line stands before the words, and whoever is out
    of search engines has none of it told."""
    if not isinstance(row, Therapist):
        return False
    return (row.translation_of_id or row.pk) == (person.translation_of_id or person.pk)


def needs_the_line(person: Therapist) -> bool:
    return bool(person.supervised_by) or not person.may_be_asked_for


def holds(text: str, name: str) -> bool:
    """The whole name, whatever stands between its words, or the last name alone with a capital: love is nobody's."""
    whole = " ".join(plain_words(name))
    if f" {whole} " in f" {' '.join(plain_words(text))} ":
        return True
    family = name_of(name).family
    words = (word.removesuffix("'s") for word in words_of(readable(text)))
    return any(family & forms(word) for word in words if not word[:1].islower())
