from django.db import migrations


class Migration(migrations.Migration):
    """Its content type follows, by Django's own means; it has no permissions."""

    dependencies = [("editing", "0005_how_a_yes_came")]
    operations = [migrations.RenameModel("FineHere", "Dismissal")]
