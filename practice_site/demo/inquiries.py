"""Inquiries in every state, by way of the document that the form writes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from intake.content import Content, to_document
from intake.forms import CONSENT
from intake.models import Inquiry
from pages.models import Practice
from practice_site.demo.files import facts
from team.models import Specialty, Therapist


def load_inquiries():
    names = Names()
    for given in facts("inquiries")["inquiry"]:
        inquiry = Inquiry(content=names.document(given), state=given["state"])
        inquiry.full_clean()
        inquiry.save()
        # Saving notes the present moment; these came in over the last weeks.
        Inquiry.objects.filter(pk=inquiry.pk).update(received_at=names.arrival(given["arrived"]))


class Names:
    """The words that the document keeps instead of relations, and the practice's clock."""

    def __init__(self):
        self.topics = dict(Specialty.objects.values_list("slug", "name"))
        self.therapists = {
            one.slug: one.name_with_credentials
            for one in Therapist.objects.prefetch_related("credentials")
        }
        self.zone = ZoneInfo(Practice.objects.current().time_zone)

    def document(self, given, **changes):
        return to_document(
            Content(
                topics=[self.topics[slug] for slug in given["topics"] if slug in self.topics],
                therapist=self.therapists.get(given["therapist"], ""),
                consent=str(CONSENT),
                **{**given["told"], **changes},
            )
        )

    def arrival(self, arrived):
        """Never later than now, also when the demo is made early in the morning."""
        day = timezone.localdate(timezone=self.zone) - timedelta(days=arrived["days_ago"])
        moment = datetime.combine(day, arrived["at"], tzinfo=self.zone)
        return min(moment, timezone.now())
