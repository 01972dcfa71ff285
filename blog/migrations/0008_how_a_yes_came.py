from django.db import migrations


def tell_how(apps, schema_editor):
    """Of links and answers from before this was kept: a link mailed to the address that the account
    has today counts as mailed to it, any other as typed or copied."""
    PreviewLink = apps.get_model("editing", "PreviewLink")
    ReviewStep = apps.get_model("editing", "ReviewStep")
    Therapist = apps.get_model("team", "Therapist")
    accounts = {
        f"therapist-{pk}": email.casefold()
        for pk, email in Therapist.objects.exclude(user=None).values_list("pk", "user__email")
    }
    ReviewStep.objects.filter(link=None).exclude(user=None).update(how="signed_in")
    for link in PreviewLink.objects.exclude(email="").iterator():
        is_own = link.email.casefold() == accounts.get(link.reader_key)
        PreviewLink.objects.filter(pk=link.pk).update(sent="account" if is_own else "typed")
    for link in PreviewLink.objects.iterator():
        ReviewStep.objects.filter(link=link.pk).update(how=link.sent, how_by=link.created_by_name)


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0007_begun_by"),
        ("editing", "0005_how_a_yes_came"),
        ("team", "0005_times"),
        ("staff", "0002_email_changed"),
    ]

    operations = [migrations.RunPython(tell_how, migrations.RunPython.noop)]
