from django.conf import settings
from django.db import migrations
from django.utils.crypto import salted_hmac


def vouch(apps, schema_editor):
    for label in ['intake.PracticeKey', 'intake.KeyHolder']:
        for row in apps.get_model(label).objects.filter(proof=''):
            text = f'{label}|{row.pk}|{bytes(row.public).hex()}'
            row.proof = salted_hmac(
                'outbox.vouching', text, secret=settings.SECRET_KEY, algorithm='sha256'
            ).hexdigest()
            row.save(update_fields=['proof'])


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0011_vouched_keys'),
    ]

    operations = [migrations.RunPython(vouch, migrations.RunPython.noop)]
