from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0009_first_mail_among_all'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='inquiry',
            name='acknowledgment',
        ),
    ]
