"""What people tell the practice, and the practice them: kept in ``known`` as it comes in."""

from unittest import mock

from intake import receiving, tokens
from intake.documents.person_keys import new_code
from intake.documents.reaching import FurtherNumber, OtherPerson
from intake.models import CareAloneAge, Inquiry, ReferralContact, SavedAnswer
from pages.models import Practice
from pages.states import STATES
from team.models import Payer
from tests.factories import make_content

# What nobody has to say.
MORE = {
    "before_call": "At noon only.", "language": "Spanish", "referrer": "Dr. Marsh", "was_client": True,
    "numbers": [FurtherNumber("(555) 010-0178", "Ida", may_text=True)],
    "people": [OtherPerson("Sorrel", "(555) 010-0179", "parent", may_be_told=True)],
    "state": "elsewhere", "other_state": "Idaho", "payment": "other", "other_payer": "Wrenfield Mutual",
}  # fmt: skip
# Whatever was written about, or to, somebody.
written: list[str] = []


def begin(known):
    written.clear()
    known["inquiries"], known["offers"], known["form_tokens"] = {}, {}, {}
    contact = ReferralContact.objects.create(
        name="Quince Street Clinic", description="By the canal.", phone="(555) 010-0190",
        website="https://quince.example/", states=["NY"], note="Ask for Ida.",
        last_confirmed_on="2026-06-01", is_named_to_visitors=True,
    )  # fmt: skip
    ReferralContact.objects.create(name="Long gone", is_active=False)
    for state, _name in STATES:
        given = {"checked_by": "Dana Osei", "note": "An invented law."}
        CareAloneAge.objects.create(state=state, age=16, **given)
    for kind in SavedAnswer.Kind:
        SavedAnswer.objects.create(
            title="As we say it", kind=kind, text="Hello {name}. Call {phone}."
        )
    contact.payers.set(Payer.objects.all())
    contact.specialties.set(contact.specialties.model.objects.all())


def text(words):
    written.append(words)
    return words


def by_form(known, name, *, is_suspected_spam=False, **fields):
    content = make_content(
        name=name, email=f"{name.lower()}@mail.example", message=f"{name} wrote this.", **fields
    )
    token = tokens.read(tokens.issue())
    # So many from one address would look like somebody filling a stranger's mailbox.
    with mock.patch("intake.mails.throttle.hit", return_value=True):
        inquiry = receiving.receive(
            content, Practice.objects.get(), token, [name], is_suspected_spam=is_suspected_spam
        )
    code = receiving.person_keys.code_from(token.text)
    known["form_tokens"][token.text] = code
    return remember(known, inquiry, content, code)


def by_call(known, name):
    content = make_content(
        name=name, route="call", email="", phone="(555) 010-0177", came_by="call"
    )
    code = new_code()
    inquiry = receiving.take_down(content, Practice.objects.get(), code)
    return remember(known, inquiry, content, code)


def in_clear(known):
    """As the first versions of the site stored it, and nobody ran seal_inquiries yet."""
    document = {
        "version": 1, "name": "Bracken", "route": "email", "email": "bracken@mail.example",
        "state": "NY", "for_whom": "me", "age": "26-64", "message": "Bracken wrote this.",
    }  # fmt: skip
    old = Inquiry.objects.create(unsealed=document)
    return remember(
        known, old, make_content(**{k: v for k, v in document.items() if k != "version"})
    )


def remember(known, inquiry, content, code=""):
    known["inquiries"][str(inquiry.pk)] = {
        "name": content.name,
        "message": content.message,
        "address": content.address,
        "code": code,
        "link_digest": inquiry.link_digest or "",
        "address_index": inquiry.address_index,
    }
    return inquiry


def forget(known, inquiry):
    del known["inquiries"][str(inquiry.pk)]
