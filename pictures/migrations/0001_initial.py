"""Pictures get an app of their own. The table is the one that ``pages`` made and keeps its name."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Image",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("file", models.ImageField(height_field="height", max_length=200, upload_to="images/", verbose_name="picture", width_field="width")),
                        ("width", models.PositiveIntegerField(default=0, editable=False)),
                        ("height", models.PositiveIntegerField(default=0, editable=False)),
                        ("alt", models.CharField(blank=True, help_text="What matters in the picture, in a sentence.", max_length=300, verbose_name="description for people who cannot see it")),
                        ("is_decorative", models.BooleanField(default=False, help_text="It says nothing that the text does not; screen readers skip it.", verbose_name="only decoration")),
                        ("focal_x", models.FloatField(default=0.5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name="focus, from the left")),
                        ("focal_y", models.FloatField(default=0.5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name="focus, from the top")),
                        ("credit", models.CharField(blank=True, max_length=160, verbose_name="credit")),
                        ("renditions", models.JSONField(blank=True, default=dict, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
                    ],
                    options={
                        "verbose_name": "picture",
                        "verbose_name_plural": "pictures",
                        "db_table": "pages_image",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(models.Q(models.Q(("alt", ""), _negated=True), ("is_decorative", False)), models.Q(("alt", ""), ("is_decorative", True)), _connector="OR"), name="pages_image_alt_or_decorative", violation_error_message="Describe the picture, or mark it as only decoration (not both)."),
                            models.CheckConstraint(condition=models.Q(("focal_x__gte", 0), ("focal_x__lte", 1), ("focal_y__gte", 0), ("focal_y__lte", 1)), name="pages_image_focus_inside", violation_error_message="The focus must lie inside the picture."),
                        ],
                    },
                ),
            ],
        ),
    ]
