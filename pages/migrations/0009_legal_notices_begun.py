from django.conf import settings
from django.db import migrations

KINDS = [
    "good-faith-estimate", "privacy-practices", "nondiscrimination", "language-help", "grievance", "accessibility",
    "consumer-health-data",
]


def begin(apps, schema_editor):
    """One of each kind, without a text: the desk says “not yet”, and visitors see nothing."""
    notices = apps.get_model("pages", "LegalNotice").objects
    for kind in KINDS:
        notices.get_or_create(kind=kind, language=settings.LANGUAGE_CODE, name="", defaults={"slug": kind})


class Migration(migrations.Migration):
    dependencies = [("pages", "0008_legal_notices")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
