"""What hangs on the names of models rather than on their rows: content types, permissions, the admin's log,
versions. For the process that opens a stored sample.

A model that moves to another app, or gets another name, takes all of it along by a data migration that
renames the content type before Django makes a second one; ``back_and_forth`` sees whether it does so both ways.
"""

import json

ABOUT = ("content_type", "object_id")


def note_all():
    """As the sample is, before anything is migrated: a line in the admin's log about a row of each kind,
    and what each group may do. Nothing but SQL, since today's models fit no tables of then."""
    from django.db import connection

    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        cursor.execute("SELECT id, app_label, model FROM django_content_type")
        for pk, app, model in cursor.fetchall():
            if f"{app}_{model}" in tables:
                note(cursor, pk, f"{app}_{model}")
        cursor.execute(
            "SELECT g.name, p.id, p.codename FROM auth_group_permissions gp"
            " JOIN auth_group g ON g.id = gp.group_id"
            " JOIN auth_permission p ON p.id = gp.permission_id"
        )
        return sorted(map(list, cursor.fetchall()))


def note(cursor, content_type, table):
    cursor.execute(f"SELECT * FROM {table} LIMIT 1")
    row, names = cursor.fetchone(), [column[0] for column in cursor.description]
    if row is None:
        return
    # The first column is the key in every table that Django makes, but for a model with a parent.
    cursor.execute(
        "INSERT INTO django_admin_log (object_id, object_repr, action_flag, change_message,"
        " content_type_id, user_id, action_time)"
        " SELECT %s, %s, 2, %s, %s, MIN(id), MIN(date_joined) FROM staff_user",
        [str(row[names.index("id") if "id" in names else 0]), table, json.dumps([]), content_type],
    )


def everything():
    from django.contrib.admin.models import DELETION, LogEntry
    from django.contrib.auth.models import Group

    from staff.role_groups import find_drift

    held = Group.permissions.through.objects.values_list(
        "group__name", "permission", "permission__codename"
    )
    # What was deleted since leads nowhere, and rightly.
    deleted = set(LogEntry.objects.filter(action_flag=DELETION).values_list(*ABOUT))
    entries = LogEntry.objects.select_related("content_type")
    entries = [one for one in entries if (one.content_type_id, one.object_id) not in deleted]
    return {
        **content_types(),
        "held": sorted(map(list, held)),
        "drift": find_drift(),
        "entries": len(entries),
        "entries of nothing": [
            f"{one.object_repr} {one.object_id}" for one in entries if not leads(one)
        ],
        **generic_rows(),
    }


def leads(entry):
    from django.core.exceptions import ObjectDoesNotExist

    try:
        return entry.get_edited_object() is not None
    except (ObjectDoesNotExist, AttributeError):
        return False


def content_types():
    from django.apps import apps
    from django.contrib.contenttypes.models import ContentType

    kept = set(ContentType.objects.values_list("app_label", "model"))
    models = {(one._meta.app_label, one._meta.model_name) for one in apps.get_models()}
    return {
        "types without a model": sorted(map(list, kept - models)),
        "models without a type": sorted(map(list, models - kept)),
    }


def generic_rows():
    """Whatever names a row of any kind: versions, private links, the supervisor's yes."""
    from django.apps import apps
    from django.contrib.contenttypes.fields import GenericForeignKey

    found = {}
    for model in apps.get_models():
        for field in model._meta.private_fields:
            if isinstance(field, GenericForeignKey):
                rows = list(model._base_manager.all())
                found |= {
                    f"{model._meta.label} {r.pk}": getattr(r, field.name) is not None for r in rows
                }
    return {
        "generic": len(found),
        "generic of nothing": sorted(label for label, is_there in found.items() if not is_there),
    }
