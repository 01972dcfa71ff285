"""The practice's legal notices, as if each had been put in force on its day."""

from datetime import datetime, time

from django.conf import settings
from django.utils import timezone

from pages.models import LegalNotice, NoticeText
from practice_site.demo.files import texts

MANAGER = "Marisol Tennant"


def load_notices() -> None:
    for told in texts("notices"):
        kind, language = told.pop("kind"), told.pop("language", settings.LANGUAGE_CODE)
        notice, _made = LegalNotice.objects.get_or_create(kind=kind, language=language)
        text = NoticeText(notice=notice, text=told.pop("body"), decided_by=MANAGER)
        for name, value in told.items():
            setattr(text, name, value)
        text.full_clean()
        text.check_ready()
        morning = timezone.make_aware(datetime.combine(text.in_force_from, time(9)))
        text.put_in_force(MANAGER, morning)
