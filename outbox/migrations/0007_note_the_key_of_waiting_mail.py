import uuid

from django.db import migrations

# format 1 | suite 1 | id of the key 16
HEAD = slice(2, 18)


def note(apps, schema_editor):
    messages = apps.get_model('outbox', 'Message').objects
    for pk, sealed in messages.filter(key=None).exclude(sealed=None).values_list('pk', 'sealed'):
        if len(sealed) >= HEAD.stop:
            messages.filter(pk=pk).update(key=uuid.UUID(bytes=bytes(sealed[HEAD])))


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0006_workers_and_their_keys'),
    ]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
