"""The pictures' table is as it was; only the model's app is another."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pictures", "0001_initial"),
        ("pages", "0005_mail_of_the_practice"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "practice",
                    "logo",
                    models.ForeignKey(blank=True, help_text="Leave empty to use the drawn mark in your accent color.", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="pictures.image", verbose_name="logo"),
                ),
                migrations.DeleteModel("image"),
            ],
        ),
    ]
