from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='group',
            name='words_changed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
