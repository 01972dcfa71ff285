"""The questions that clinicians have not answered yet, as an open room reads whom they went to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from intake.documents import sealed
from intake.documents.timeline import same_as
from intake.models import Entry, Inquiry, Offer
from intake.offers import asking
from intake.room.unlocking import Room
from sealing.envelopes import CannotOpen
from staff.models import User


@dataclass(frozen=True)
class Waiting:
    """A question without an answer. Its code is in the mail alone, so it is sent again by asking anew;
    ``email`` is empty where an older version of the site did not keep where it went."""

    offer: Offer
    therapist: str
    email: str
    summary: str


def of(inquiry: Inquiry, room: Room) -> list[Waiting]:
    """The questions about this inquiry that wait for an answer, oldest first."""
    offers = unanswered(inquiry)
    if not offers:
        return []
    kept = {}
    for entry in same_as(inquiry).filter(kind=Entry.Kind.OFFER):
        try:
            document = sealed.read(room, entry.sealed, sealed.ENTRY, entry.pk)
        except CannotOpen:
            continue
        kept[document.get("offer")] = document
    return [waiting_of(offer, kept.get(str(offer.pk))) for offer in offers]


def unanswered(inquiry: Inquiry) -> list[Offer]:
    """Read once for all forms of a page."""
    if not hasattr(inquiry, "unanswered_offers"):
        inquiry.unanswered_offers = list(inquiry.offers.unanswered())  # type: ignore[attr-defined]
    return inquiry.unanswered_offers  # type: ignore[attr-defined]


def waiting_of(offer: Offer, document: sealed.Document | None) -> Waiting:
    if document is None:
        return Waiting(offer, _("A clinician"), "", "")
    return Waiting(offer, document["therapist"], document["email"], document["words"])


def send_again(waiting: Waiting, inquiry: Inquiry, by: User | None) -> Offer:
    waiting.offer.delete()
    return asking.send(inquiry, waiting.therapist, waiting.email, waiting.summary, by)
