"""Inquiries in every state, by way of the document that the form writes."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from intake.documents import person_keys, sealed
from intake.documents.content import Content, to_document
from intake.documents.reaching import FurtherNumber, OtherPerson
from intake.forms import CONSENT
from intake.models import Inquiry
from intake.receiving import address_index
from pages.calendar import answer_by
from pages.models import Practice
from practice_site.demo.files import facts
from team.models import Specialty, Therapist

NEXT: dict[str, Inquiry.Next] = {
    Inquiry.State.NEW: Inquiry.Next.ANSWER,
    Inquiry.State.TALKING: Inquiry.Next.FIND,
    Inquiry.State.OFFERED: Inquiry.Next.HEAR_BACK,
    Inquiry.State.WAITING: Inquiry.Next.ASK_AGAIN,
}


def load_inquiries() -> None:
    names = Names()
    for given in facts("inquiries")["inquiry"]:
        content = names.content(given)
        names.inquiry(uuid4(), content, given["state"], names.arrival(given["arrived"])).save()


class Names:
    """The words that the document keeps instead of relations, and the practice's clock."""

    def __init__(self) -> None:
        self.topics = dict(Specialty.objects.values_list("slug", "name"))
        self.therapists = {
            therapist.slug: therapist.name_with_credentials
            for therapist in Therapist.objects.prefetch_related("credentials")
        }
        self.practice = Practice.objects.current()
        self.zone = ZoneInfo(self.practice.time_zone)

    def content(self, given: dict[str, Any], **changes: Any) -> Content:
        told = {**given["told"], **changes}
        return Content(
            numbers=[FurtherNumber(**one) for one in told.pop("numbers", [])],
            people=[OtherPerson(**one) for one in told.pop("people", [])],
            topics=[self.topics[slug] for slug in given["topics"] if slug in self.topics],
            therapist=self.therapists.get(given["therapist"], ""),
            consent=str(CONSENT),
            **told,
        )

    def inquiry(self, row_id: UUID, content: Content, state: str, moment: datetime) -> Inquiry:
        """As the form would have left it, had it come in at ``moment``."""
        code = person_keys.new_code()
        content = replace(content, code=code, received_at=moment.isoformat(timespec="minutes"))
        due_on = answer_by(self.practice, moment)
        closed, key = sealed.close(to_document(content), sealed.CONTENT, row_id)
        inquiry = Inquiry(
            id=row_id,
            content=closed,
            practice_key=key,
            received_at=moment.replace(minute=0, second=0, microsecond=0),
            due_on=due_on,
            address_index=address_index(content),
            **person_keys.fields_for(code),
        )
        if state == Inquiry.State.CLOSED:
            inquiry.close(Inquiry.Outcome.CLIENT)
            inquiry.closed_on = due_on
        else:
            inquiry.move(state, next_action=NEXT[state], next_on=due_on)
        if state != Inquiry.State.NEW:
            inquiry.answered_at = inquiry.received_at
        return inquiry

    def arrival(self, arrived: dict[str, Any]) -> datetime:
        """Never later than now, also when the demo is made early in the morning."""
        day = timezone.localdate(timezone=self.zone) - timedelta(days=arrived["days_ago"])
        moment = datetime.combine(day, arrived["at"], tzinfo=self.zone)
        return min(moment, timezone.now())
