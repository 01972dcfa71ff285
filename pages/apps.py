from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("The practice and its pages")

    def ready(self):
        from outbox import jobs, letterhead
        from pages import going_out
        from pages.letterhead import letterhead as make

        letterhead.register(make)
        jobs.register(
            "pages: look at what goes out", timedelta(seconds=30), going_out.hold_back_refused
        )
