from django.apps import AppConfig


class PracticeSiteConfig(AppConfig):
    name = "practice_site"

    def ready(self):
        from practice_site import checks  # noqa: F401  registers itself
