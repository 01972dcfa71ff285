"""Who hears when somebody's account is changed by somebody else, beside that person: everybody who may
change accounts, whoever did it included, for their session may be in other hands; and whoever else an
app above names with ``register``: holders of keys, which are not known here."""

from django.contrib.auth import get_user_model

registered = []


def register(find):
    """``find()`` gives people, as a queryset of users."""
    registered.append(find)


def of(person):
    people = {one.pk: one for find in [who_may_change_accounts, *registered] for one in find()}
    return [one for pk, one in people.items() if pk != person.pk and one.is_active and one.email]


def who_may_change_accounts():
    return get_user_model().objects.with_perm("staff.change_user")
