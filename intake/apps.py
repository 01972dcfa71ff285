from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = _("Inquiries")

    def ready(self):
        from intake import tokens
        from outbox import jobs
        from staff import throttle

        jobs.register("intake: forget spent tokens", timedelta(hours=1), tokens.forget_expired)
        # Here because sign-in, which counts as well, must not know the outbox.
        jobs.register("staff: forget counted tries", timedelta(hours=1), throttle.purge)
