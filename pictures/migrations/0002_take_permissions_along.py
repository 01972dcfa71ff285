"""The row that names the model in permissions, in groups and in the admin's log follows the model."""

from django.db import migrations


def rename(old, new):
    def run(apps, schema_editor):
        types = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
        here = types.filter(app_label=old, model="image")
        if here.exists():
            # Made anew when migrations ran one by one; nothing hangs on it yet.
            types.filter(app_label=new, model="image").delete()
            here.update(app_label=new)

    return run


class Migration(migrations.Migration):
    dependencies = [
        ("pictures", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("admin", "0003_logentry_add_action_flag_choices"),
    ]

    operations = [migrations.RunPython(rename("pages", "pictures"), rename("pictures", "pages"))]
