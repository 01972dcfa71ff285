from django.apps import AppConfig

from practice_site import ranges

ranges.install()


class PracticeSiteConfig(AppConfig):
    name = "practice_site"

    def ready(self):
        from practice_site import checks  # noqa: F401  registers itself
