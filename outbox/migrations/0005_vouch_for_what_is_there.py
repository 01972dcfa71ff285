from django.conf import settings
from django.db import migrations
from django.utils.crypto import salted_hmac


def vouch(apps, schema_editor):
    for row in apps.get_model('outbox', 'MailKey').objects.filter(proof=''):
        text = f'outbox.MailKey|{row.pk}|{bytes(row.public).hex()}'
        row.proof = salted_hmac(
            'outbox.vouching', text, secret=settings.SECRET_KEY, algorithm='sha256'
        ).hexdigest()
        row.save(update_fields=['proof'])


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0004_vouched_keys'),
    ]

    operations = [migrations.RunPython(vouch, migrations.RunPython.noop)]
