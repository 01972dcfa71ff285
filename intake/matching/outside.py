"""Whom of the referral book a kind no may name to somebody."""

from freshness.kept import Kept
from intake.documents.content import Content
from intake.models import ReferralContact


def read() -> tuple[list[ReferralContact], None]:
    return list(ReferralContact.objects.offered().prefetch_related("specialties", "payers")), None


OF = [
    "intake.ReferralContact", "intake.ReferralContact_specialties", "intake.ReferralContact_payers",
    "team.Specialty", "team.Payer",
]  # fmt: skip
# Every page of an inquiry asks for the whole book; nobody may change these rows.
book = Kept("intake.referral_book", OF, read).get


def is_good_everywhere(contact: ReferralContact) -> bool:
    return not (contact.states or contact.specialties.all() or contact.payers.all())


def fits(contact: ReferralContact, told: Content) -> bool:
    """They work where the person is, with one of the topics, and take how they would pay."""
    topics = {specialty.name for specialty in contact.specialties.all()}
    payers = {payer.name.casefold() for payer in contact.payers.all()}
    named = (told.payer or told.other_payer).casefold()
    return (
        (not contact.states or told.state_code in contact.states)
        and (not topics or not told.topics or bool(topics & set(told.topics)))
        and (not payers or not named or named in payers)
    )
