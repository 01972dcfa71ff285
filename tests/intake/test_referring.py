"""A professional who refers a patient is met with fitting words from the contact page to the mail: they are not
whoever would come."""

import pytest

from intake.models import Inquiry
from outbox.models import Message
from pages.models import ContactRoute
from tests import factories
from tests.factories import make_practice, make_specialty, open_intake
from tests.intake.coordinators import text_of
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db
PAGE = "/get-started/"
ADDRESS = f"{PAGE}?for=patient"


@pytest.fixture(autouse=True)
def form():
    make_practice()
    make_specialty()
    open_intake()


OF_THEIR_OWN = [
    "Refer a patient",
    "Your name and practice",
    "how we reach you",
    "How old is the patient?",
    "Which state will the patient be in",
    "What brings the patient?",
    "If your patient might hurt themselves",
    "such as the patient",
    "The patient has been a client here before",
]
OF_OTHERS = [
    "Tell us a little",
    "What may we call you?",
    "How old is the person who would come?",
    "What brings you?",
    "If you might hurt yourself",
    "I have been a client here before",
    "Who referred you?",
    "Under 13?",
    "I am a grown-up",
]


def assert_speaks_to_whoever_refers(page):
    text = text_of(page)
    assert [one for one in OF_THEIR_OWN if one not in text] == []
    assert [one for one in OF_OTHERS if one in text] == []
    assert 'value="patient" id="id_for_whom_4" checked' in page.content.decode()
    assert '<option value="referred">The patient</option>' in page.content.decode()


def test_the_address_and_a_slip_lead_to_the_same_words(client):
    assert_speaks_to_whoever_refers(client.get(ADDRESS))
    assert_speaks_to_whoever_refers(client.post(PAGE, answers(for_whom="patient", name="")))


@pytest.mark.parametrize("query", ["", "?for=", "?for=me", "?for=child", "?for=<b>"])
def test_everybody_else_is_spoken_to_as_before(client, query):
    page = client.get(PAGE + query)
    text = text_of(page)
    assert [one for one in OF_OTHERS if one not in text] == []
    assert [one for one in OF_THEIR_OWN if one in text] == []
    assert "The patient" not in text
    assert ADDRESS.removeprefix(PAGE) in page.content.decode(), "a link leads there"


def test_what_was_chosen_by_address_is_said_and_sealed(client):
    assert "Filled in below: A patient I refer." in text_of(client.get(ADDRESS))
    sent = answers(
        for_whom="patient", person1_name="Wren", person1_phone="(555) 010-0124",
        person1_relation="referred",
    )  # fmt: skip
    client.post(PAGE, sent)
    told = factories.told(Inquiry.objects.get())
    assert told.is_referral
    assert told.people[0].relation_label == "The patient"


def test_whoever_changes_their_mind_is_not_held_up_by_it(client):
    client.post(PAGE, answers(for_whom="other", person1_name="Wren", person1_relation="referred"))
    assert factories.told(Inquiry.objects.get()).people[0].relation == ""


@pytest.mark.parametrize("whom", ["patient", "me"])
def test_page_and_mail_say_whom_we_answer(client, whom):
    page = text_of(client.post(PAGE, answers(for_whom=whom), follow=True))
    bodies = dict(message.recipient_and_body() for message in Message.objects.all())
    is_referral = whom == "patient"
    assert ("We answer you, not your patient." in page) == is_referral
    assert ("If your patient might hurt themselves" in page) == is_referral
    assert ("we answer you, not them" in bodies["rowan@home.example"]) == is_referral


def test_the_contact_page_leads_there(client):
    link = f'href="{ADDRESS}"'
    assert link in client.get("/contact/").content.decode()
    route = ContactRoute.objects.create(audience="new", text="Write to us.")
    assert link not in client.get("/contact/").content.decode()
    route.audience = "referring"
    route.save()
    assert link in client.get("/contact/").content.decode()
