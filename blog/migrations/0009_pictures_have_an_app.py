"""The pictures' table is as it was; only the model's app is another."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pictures", "0001_initial"),
        ("blog", "0008_how_a_yes_came"),
    ]
    # pages lets go of the model last, and lies below: it cannot name who held it.
    run_before = [("pages", "0006_pictures_have_an_app")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "article",
                    "lead_image",
                    models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pictures.image", verbose_name="picture"),
                ),
            ],
        ),
    ]
