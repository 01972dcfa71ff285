from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0015_series_addresses'),
    ]

    operations = [
        migrations.AlterField(
            model_name='series',
            name='slug',
            field=models.SlugField(editable=False, max_length=130, unique=True, verbose_name='web address'),
        ),
    ]
