from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.autoreload import file_changed


class FreshnessConfig(AppConfig):
    name = "freshness"

    def ready(self):
        from freshness import kept, triggers

        # Django's command that changes tables makes some of them anew, without their triggers.
        pre_migrate.connect(triggers.remove_before_migrating, sender=self)
        post_migrate.connect(triggers.install_after_migrating, sender=self)
        # Parts of pages are kept with rows; a template that a developer changes is in some of them.
        file_changed.connect(kept.forget)
