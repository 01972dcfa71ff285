"""Places that are there get the web address that the form would have made of their names."""

from django.db import migrations
from django.utils.text import slugify


def name_them(apps, schema_editor):
    places = apps.get_model("pages", "Location").objects
    taken = set(places.exclude(slug="").values_list("slug", flat=True))
    for place in places.filter(slug="").order_by("order", "name", "pk"):
        stem = slugify(place.name)[:75] or "place"
        numbers = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
        place.slug = next(slug for slug in (stem, *numbers) if slug not in taken)
        taken.add(place.slug)
        place.save(update_fields=["slug"])


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0017_places_with_pages'),
    ]

    operations = [
        migrations.RunPython(name_them, migrations.RunPython.noop),
    ]
