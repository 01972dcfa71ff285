
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('team', '0014_ages_of_groups'),
    ]

    operations = [
        migrations.AddField(
            model_name='language',
            name='code',
            field=models.CharField(blank=True, help_text='As browsers know it: es, zh-Hans. Of common languages we know it.', max_length=20, verbose_name='code'),
        ),
        migrations.AddField(
            model_name='language',
            name='sentence',
            field=models.CharField(blank=True, help_text='“We can talk in Spanish”, said in Spanish, for profiles and the filter. Empty: ours, which we have for common languages.', max_length=160, verbose_name='a sentence in it'),
        ),
    ]
