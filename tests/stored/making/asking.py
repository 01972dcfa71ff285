"""Clinicians are asked whether they could see somebody, and answer in every way there is."""

from unittest import mock

from intake import tokens
from intake.documents.person_keys import new_code
from intake.models import Inquiry, Offer
from intake.offers import asking
from tests.stored.making import inquiries, told

# The last one is still to be heard from.
SAID = {"yes": "Mondays.", "no": "I am full.", "later": "In spring.", "": ""}


def ask_clinicians(inquiry, cast, known):
    therapist = cast["hana as a therapist"]
    for answer, reply in SAID.items():
        summary = told.text(f"An adult, evenings, grief ({answer or 'not answered'}).")
        offer, code = ask(inquiry, therapist, summary, cast["dana"])
        known["offers"][str(offer.pk)] = {
            "code": code, "therapist": therapist.name, "summary": summary,
            "link_digest": offer.link_digest,
        }  # fmt: skip
        if answer:
            asked, token = asking.opened(offer, code), tokens.read(tokens.issue())
            asking.answer(offer, asked, answer, told.text(reply), token)
    assert set(SAID) == set(Offer.objects.values_list("answer", flat=True))


def ask(inquiry, therapist, summary, by):
    """(offer, the code of its link), which is otherwise in a mail alone."""
    row, code = Inquiry.objects.get(pk=inquiry.pk), new_code()
    with mock.patch.object(asking, "new_code", return_value=code):
        offer = asking.ask(row, therapist, summary, by)
    inquiries.move("offered", inquiry, by, inquiries.in_days)
    return offer, code
