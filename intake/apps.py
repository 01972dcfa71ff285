from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = _("Inquiries")

    def ready(self):
        from editing import near_addresses
        from intake import (
            erasing,
            near,
            staff_mail,
            tokens,
            waitlist,
        )
        from intake.jobs import promises, retention
        from intake.jobs.practice_time import on_practice_time
        from intake.matching import outside  # noqa: F401  as above
        from intake.models import KeyHolder
        from intake.room import forgetting
        from outbox import jobs
        from staff import hearers

        near_addresses.register_entrances(near.entrances)
        hearers.register(KeyHolder.objects.their_users)
        jobs.register("intake: forget spent tokens", HOUR, tokens.forget_expired)
        jobs.register("intake: erase what was put aside", HOUR, erasing.erase_put_aside)
        jobs.register("intake: forget whom mail was about", HOUR, staff_mail.forget_gone)
        jobs.register("intake: count new keys", HOUR, forgetting.run_due)
        for name, every, run in [
            ("intake: remind of promises", HOUR, promises.remind),
            ("intake: erase what is over", DAY, retention.erase_due),
            ("intake: look after the list", DAY, waitlist.look_after),
            ("intake: turn the key over", DAY, retention.turn_over_quarterly),
        ]:
            jobs.register(name, every, on_practice_time(run))
