"""The roles of ``staff.roles`` as Django's groups in the database."""

from collections.abc import Iterator

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from staff.roles import ROLES


def find_drift() -> list[str]:
    """Sentences on how the groups differ from the declared roles; empty when they agree."""
    return [sentence for _name, sentence, _wanted in differences()]


@transaction.atomic
def sync_roles() -> list[str]:
    """Make the groups as declared; returns what was changed, one sentence each.

    Groups that are not roles are left alone. A permission that does not exist is an error of
    ours: LookupError.
    """
    changes = []
    for name, sentence, wanted in differences():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(wanted)
        changes.append(sentence)
    return changes


def differences() -> Iterator[tuple[str, str, set[int]]]:
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    held = {
        group.name: {permission.pk for permission in group.permissions.all()}
        for group in Group.objects.filter(name__in=ROLES).prefetch_related("permissions")
    }
    names = {permission.pk: name for name, permission in known.items()}
    for role, declared in ROLES.items():
        if missing := declared.permissions - known.keys():
            raise LookupError(f"{role}: no such permission: {', '.join(sorted(missing))}")
        wanted = {known[name].pk for name in declared.permissions}
        if role not in held:
            yield role, f"{role}: new, with {len(wanted)} permissions", wanted
        elif wanted != held[role]:
            signs = [f"+{names[pk]}" for pk in wanted - held[role]]
            signs += [f"-{names[pk]}" for pk in held[role] - wanted]
            yield role, f"{role}: {' '.join(sorted(signs))}", wanted
