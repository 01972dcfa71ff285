from django.db import migrations


def end_sessions(apps, schema_editor):
    """Rows of versions before this one are named like the cookies they stand for."""
    apps.get_model("sessions", "Session").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("staff", "0003_signed_out_at"),
        ("sessions", "0001_initial"),
    ]

    # Whoever is signed in signs in again, on the way back as well.
    operations = [migrations.RunPython(end_sessions, end_sessions)]
