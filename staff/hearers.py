"""Who hears when somebody's account is changed by somebody else, beside that person: everybody who may
change accounts, whoever did it included, for their session may be in other hands; and whoever else an
app above names with ``register``: holders of keys, which are not known here."""

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from staff.models import User

registered = []


def register(find: Callable[..., object]) -> None:
    """``find()`` gives people, as a queryset of users."""
    registered.append(find)


def of(person: User) -> list[User]:
    people = {
        hearer.pk: hearer for find in [who_may_change_accounts, *registered] for hearer in find()
    }
    return [
        hearer
        for pk, hearer in people.items()
        if pk != person.pk and hearer.is_active and hearer.email
    ]


def who_may_change_accounts() -> QuerySet[User]:
    return get_user_model().objects.with_perm("staff.change_user")
