"""Somebody takes a client on: is there still room? One press, which says it as of today.

It stands in no history, whose time tells the minute: nothing stored may lead from whoever wrote to whom they see.
"""

from django.core import signing
from django.db import transaction

from team.confirming.forms import ANSWERS
from team.confirming.said import another_answer, as_mark, from_mark, said_of
from team.confirming.saying import By, store
from team.models import Therapist
from team.models.lists import TherapistQuerySet

ACCEPTING = Therapist.Availability.ACCEPTING
A_DAY = 24 * 60 * 60


def people() -> TherapistQuerySet:
    return Therapist.objects.listed().filter(translation_of=None)


def named(name: str) -> Therapist | None:
    """None where nobody of the site is called so, or several are."""
    found = people().filter(name=name)[:2]
    return found[0] if len(found) == 1 else None


def token_for(person: Therapist) -> str:
    return signing.dumps(person.pk, salt="team.still_room")


def person_of(token: str) -> Therapist | None:
    try:
        pk = signing.loads(token, salt="team.still_room", max_age=A_DAY)
    except signing.BadSignature:
        return None
    found = people().filter(pk=pk).exclude(user__is_active=False)
    return found.select_related("user").first()


def mark_of(person: Therapist) -> str:
    """All that stands there when somebody is asked: it goes into the form and comes back."""
    return as_mark(said_of(person))


@transaction.atomic
def say(pk: int, answer: str, seen: str, by: By) -> Therapist | None:
    """``seen``: ``mark_of`` when it was asked. None where anything of it has changed meanwhile, by this very press as
    well where it comes twice, or nothing is said."""
    locked = people().select_for_update(of=("self",)).filter(pk=pk)
    if not locked.values_list("pk") or answer not in dict(ANSWERS):
        return None
    person = people().for_matching().get(pk=pk)
    if from_mark(seen) != said_of(person):
        return None
    store(person, said_of(person) | changed(person, answer), by)
    return person


def changed(person: Therapist, answer: str) -> dict[str, object]:
    """One place fewer."""
    if answer != person.availability:
        return another_answer(answer)
    return {"openings": person.openings - 1 or None} if person.openings else {}
