from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    name = "editing"
    verbose_name = _("Writing")

    def ready(self):
        from editing import going_out, swapping, trash
        from outbox import jobs

        jobs.register("editing: swap in what is due", timedelta(seconds=30), swapping.swap_all_due)
        jobs.register("editing: empty the trash", timedelta(hours=6), trash.empty)
        # The name that its row in the database has from before it lived here.
        jobs.register(
            "pages: look at what goes out", timedelta(seconds=30), going_out.hold_back_refused
        )
