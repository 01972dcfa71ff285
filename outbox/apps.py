from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "outbox"
    verbose_name = _("Email")

    def ready(self):
        from outbox import jobs, sending, written_ahead

        jobs.register("outbox: forget sent mail", timedelta(days=1), sending.forget_sent)
        jobs.register("outbox: empty the database’s log", timedelta(minutes=5), written_ahead.empty)
