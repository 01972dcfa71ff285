"""The proof of a key has another form from here on; where the old one holds, the new one is written."""

from django.conf import settings
from django.db import migrations
from django.utils.crypto import constant_time_compare, salted_hmac

from sealing.signed_keys import digest


def old_digest(row, secret):
    text = f'outbox.MailKey|{row.pk}|{bytes(row.public).hex()}'
    return salted_hmac('outbox.vouching', text, secret=secret, algorithm='sha256').hexdigest()


def new_digest(row, secret):
    return digest('outbox.MailKey', {'id': row.pk, 'public': bytes(row.public)}, secret)


def replace(apps, old, new):
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    for row in apps.get_model('outbox', 'MailKey').objects.all():
        is_ours = any(constant_time_compare(row.proof, old(row, secret)) for secret in secrets)
        # The worker that has the file vouches for it anew.
        row.proof = new(row, settings.SECRET_KEY) if is_ours else ''
        row.save(update_fields=['proof'])


def write_new(apps, schema_editor):
    replace(apps, old_digest, new_digest)


def write_old(apps, schema_editor):
    replace(apps, new_digest, old_digest)


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0007_note_the_key_of_waiting_mail'),
    ]

    operations = [migrations.RunPython(write_new, write_old)]
