from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0007_numbers'),
        ('outbox', '0001_initial'),
    ]

    operations = [
        migrations.RenameField(
            model_name='inquiry',
            old_name='is_asked_by_us',
            new_name='is_told_by_us',
        ),
        migrations.AlterField(
            model_name='inquiry',
            name='is_told_by_us',
            field=models.BooleanField(default=False, editable=False, verbose_name='to be told by us'),
        ),
        migrations.AddField(
            model_name='inquiry',
            name='mail',
            field=models.ManyToManyField(editable=False, related_name='+', to='outbox.message'),
        ),
    ]
