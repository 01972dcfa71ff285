"""Who may say of somebody what they believe, or who they are: that person alone.

Whoever else keeps a profile may take something away, at that person's wish, and add nothing. What the word is that
somebody shares, nobody changes: see ``Identity``.
"""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from team.models import Identity, Therapist

OWN = _("Only if you like. Visitors read it on your profile, and can choose by it.")
OF_ANOTHER = _(
    "Only the person whose profile this is may add something here, signed in as themself. You may take away what they "
    "do not want there any more."
)


def is_their_own(user: Any, person: Therapist | None) -> bool:
    return person is not None and person.user_id == user.pk


def offered_to(user: Any, person: Therapist | None) -> "QuerySet[Identity]":
    """What may stand on the profile after this user has saved it."""
    if is_their_own(user, person):
        return Identity.objects.all()
    return Identity.objects.filter(therapists=person) if person else Identity.objects.none()


def help_for(user: Any, person: Therapist | None) -> Promise:
    return OWN if is_their_own(user, person) else OF_ANOTHER
