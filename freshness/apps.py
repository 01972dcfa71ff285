from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FreshnessConfig(AppConfig):
    name = "freshness"

    def ready(self):
        from freshness import triggers

        # Django's command that changes tables makes some of them anew, without their triggers.
        post_migrate.connect(triggers.install_after_migrating, sender=self)
