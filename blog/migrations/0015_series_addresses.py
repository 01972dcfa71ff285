from django.db import migrations, models
from django.utils.text import slugify


def give_addresses(apps, schema_editor):
    """As a new one gets it: of its title, with a number where another has that."""
    Series = apps.get_model("blog", "Series")
    taken = set(Series.objects.exclude(slug="").values_list("slug", flat=True))
    for series in Series.objects.filter(slug="").order_by("pk"):
        stem = slug = slugify(series.title)[:120].strip("-") or "series"
        number = 1
        while slug in taken:
            number += 1
            slug = f"{stem}-{number}"
        taken.add(slug)
        Series.objects.filter(pk=series.pk).update(slug=slug)


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0014_whole_lines'),
    ]

    operations = [
        migrations.AddField(
            model_name='series',
            name='slug',
            field=models.SlugField(default='', editable=False, max_length=130, verbose_name='web address'),
        ),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
    ]
