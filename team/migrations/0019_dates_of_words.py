from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('team', '0018_confirm_room'),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name='words_changed_at',
            field=models.DateTimeField(editable=False, null=True),
        )
        for name in ('therapist', 'specialty', 'modality')
    ]
