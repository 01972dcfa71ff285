"""Whom of the referral book a kind no may name to somebody."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from freshness.kept import Kept
from intake.documents.content import Content
from intake.models import ReferralContact


class Known(NamedTuple):
    """One of the book, with what each inquiry asks about them."""

    contact: ReferralContact
    topics: frozenset[str]
    payers: frozenset[str]
    # As a choice among others.
    label: str

    @property
    def is_good_everywhere(self) -> bool:
        return not (self.contact.states or self.topics or self.payers)


def read() -> tuple[list[Known], None]:
    return list(known()), None


def known() -> Iterator[Known]:
    for contact in ReferralContact.objects.offered().prefetch_related("specialties", "payers"):
        topics = frozenset(specialty.name for specialty in contact.specialties.all())
        payers = frozenset(payer.name.casefold() for payer in contact.payers.all())
        yield Known(contact, topics, payers, label_of(contact))


def label_of(contact: ReferralContact) -> str:
    if contact.last_confirmed_on is None:
        confirmed = _("never confirmed")
    else:
        confirmed = _("confirmed {month}").format(
            month=date_format(contact.last_confirmed_on, "F Y")
        )
    return " · ".join([contact.name, contact.states_line or _("everywhere"), confirmed])


OF = [
    "intake.ReferralContact", "intake.ReferralContact_specialties", "intake.ReferralContact_payers",
    "team.Specialty", "team.Payer",
]  # fmt: skip
# Every page of an inquiry asks for the whole book; nobody may change these rows.
book = Kept("intake.referral_book", OF, read).get


def fitting(told: Content) -> list[Known]:
    """They work where the person is, with one of the topics, and take how they would pay."""
    state, topics = told.state_code, set(told.topics)
    named = (told.payer or told.other_payer).casefold()
    return [
        one
        for one in book()
        if (not one.contact.states or state in one.contact.states)
        and (not one.topics or not topics or one.topics & topics)
        and (not one.payers or not named or named in one.payers)
    ]
