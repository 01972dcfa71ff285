from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0001_initial'),
    ]

    operations = [
        # What older versions stored stays, until `manage.py seal_inquiries` has closed it.
        migrations.RenameField('inquiry', 'content', 'unsealed'),
        migrations.AlterField('inquiry', 'unsealed', models.JSONField(editable=False, null=True)),
    ]
