"""The demo's referral book."""

from datetime import timedelta

from django.utils import timezone

from intake.models import ReferralContact
from practice_site.demo.files import facts
from practice_site.demo.rows import make
from team.models import Specialty


def load_colleagues() -> None:
    for given in facts("colleagues")["colleague"]:
        topics = Specialty.objects.filter(slug__in=given.pop("specialties"))
        confirmed = timezone.localdate() - timedelta(days=given.pop("confirmed")["days_ago"])
        contact = make(ReferralContact, last_confirmed_on=confirmed, **given)
        contact.specialties.set(topics)
