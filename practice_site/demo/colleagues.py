"""The demo's referral book, and what the practice has found out about young people who ask for care alone."""

from datetime import timedelta

from django.utils import timezone

from intake.models import CareAloneAge, ReferralContact, SavedAnswer
from practice_site.demo.files import facts
from practice_site.demo.rows import make
from team.models import Specialty


def load_colleagues() -> None:
    for given in facts("colleagues")["colleague"]:
        topics = Specialty.objects.filter(slug__in=given.pop("specialties"))
        confirmed = timezone.localdate() - timedelta(days=given.pop("confirmed")["days_ago"])
        contact = make(ReferralContact, last_confirmed_on=confirmed, **given)
        contact.specialties.set(topics)
    for given in facts("colleagues")["care_alone"]:
        checked = timezone.localdate() - timedelta(days=given.pop("checked")["days_ago"])
        make(CareAloneAge, checked_on=checked, **given)
    for given in facts("colleagues")["saved_answer"]:
        make(SavedAnswer, **given)
