from django.apps import apps

from editing.models import Trashable, Version, WorkingCopy


def empty() -> None:
    """Delete for good what has been in the trash for longer than it is kept, versions and unsaved
    text included."""
    for model in apps.get_models():
        if issubclass(model, Trashable):
            for row in model._base_manager.filter(pk__in=model.objects.past_trash().values("pk")):
                Version.objects.of(row).delete()
                WorkingCopy.objects.of(model, row.pk).delete()
                row.delete()
