from django.db import migrations


def keep_beginners(apps, schema_editor):
    """From whose account each article was begun, while that is still known."""
    Article = apps.get_model("blog", "Article")
    Therapist = apps.get_model("team", "Therapist")
    profiles = dict(Therapist.objects.exclude(user=None).values_list("user", "pk"))
    begun = Article.begun_by.through
    rows = Article.objects.filter(created_by__in=profiles).values_list("pk", "created_by")
    begun.objects.bulk_create(
        [begun(article_id=pk, therapist_id=profiles[user]) for pk, user in rows.iterator()],
        batch_size=500,
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("blog", "0006_who_wrote")]

    operations = [migrations.RunPython(keep_beginners, migrations.RunPython.noop)]
