from datetime import timedelta
from importlib import import_module

from django.apps import AppConfig

from practice_site import ranges

ranges.install()

HOUR = timedelta(hours=1)


class PracticeSiteConfig(AppConfig):
    name = "practice_site"

    def ready(self):
        from freshness import triggers
        from outbox import jobs
        from practice_site import checks, sqlite_file  # noqa: F401  checks register themselves
        from practice_site.searched_places import PLACES_OF_THE_SITE
        from search import indexing, sources
        from staff import passwords, throttle
        from staff.sessions import SessionStore

        import_module("practice_site.kept_pages.tables")  # the triggers of its mark
        sqlite_file.watch()
        # Here because sign-in must not know the outbox.
        jobs.register_queue("staff: answer who asks for a password", passwords.answer_requests)
        sources.register(PLACES_OF_THE_SITE)
        jobs.register_queue("search: index what was written", indexing.catch_up)
        jobs.register("freshness: sweep old marks", HOUR, triggers.sweep)
        jobs.register("staff: forget counted tries", HOUR, throttle.purge)
        jobs.register("staff: forget sessions that are over", HOUR, SessionStore.clear_expired)
