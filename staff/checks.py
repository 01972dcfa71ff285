from collections.abc import Sequence

from django.core import checks
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@checks.register(checks.Tags.database)
def roles_are_as_declared(
    app_configs: object, databases: Sequence[str] | None, **kwargs: object
) -> list[checks.CheckMessage]:
    """Run by ``migrate`` and by ``check --database default``; silent before the first migration."""
    from staff.role_groups import find_drift

    if "default" not in (databases or ()):
        return []
    if not is_migrated(connections["default"]):
        return []
    try:
        drift = find_drift()
    except LookupError:
        # Permissions appear at the end of migrate; sync_roles tells if one is really missing.
        return []
    return [
        checks.Warning(
            f"The role {sentence}",
            hint="Run: manage.py sync_roles",
            id="staff.W001",
        )
        for sentence in drift
    ]


def is_migrated(connection: BaseDatabaseWrapper) -> bool:
    from django.contrib.auth.models import Group, Permission

    tables = connection.introspection.table_names()
    return {Group._meta.db_table, Permission._meta.db_table} <= set(tables)
