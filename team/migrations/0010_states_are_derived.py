from django.db import migrations


class Migration(migrations.Migration):
    # The rows of 0009 stand before the column goes: in one transaction PostgreSQL refuses.
    dependencies = [
        ("team", "0009_states_to_authorities"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="therapist",
            name="states",
        ),
    ]
