from django.db import migrations, models


def tell_dates(apps, schema_editor):
    """When the words that are on the site went out first, where versions know."""
    Page = apps.get_model("pages", "Page")
    Version = apps.get_model("editing", "Version")
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind = ContentType.objects.filter(app_label="pages", model="page").first()
    if kind is None:
        return
    for page in Page.objects.filter(words_changed_at=None).only("pk").iterator():
        out = Version.objects.filter(content_type=kind, object_id=page.pk, went_out_at__isnull=False)
        words, since = None, None
        for substance, went_out_at in out.order_by("went_out_at", "number").values_list(
            "substance", "went_out_at"
        ):
            if substance != words:
                words, since = substance, went_out_at
        if since:
            Page.objects.filter(pk=page.pk).update(words_changed_at=since)


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0014_groups_in_menu'),
        ('editing', '0008_words'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.AddField(
            model_name='page',
            name='words_changed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.RunPython(tell_dates, migrations.RunPython.noop),
    ]
