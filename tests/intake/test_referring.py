"""A professional who refers a patient is met with fitting words from the contact page to the mail: they are not
whoever would come."""

import re

import pytest

from intake import tokens
from intake.actions.kind_no import KindNoForm
from intake.actions.waitlist import WaitForm
from intake.models import Inquiry
from intake.person import status_messages
from outbox.models import Message
from pages.models import ContactRoute
from team.models import PracticeAuthority
from tests import factories
from tests.factories import make_practice, make_specialty, open_intake
from tests.intake.coordinators import text_of, unlock
from tests.intake.persons import answers, put_on_list

pytestmark = pytest.mark.django_db
PAGE = "/get-started/"
ADDRESS = f"{PAGE}?for=patient"


@pytest.fixture(autouse=True)
def practice():
    make_specialty()
    open_intake()
    return make_practice()


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


SAID_TO_PATIENTS = re.compile(
    r"\b(we may see you|while you are in|when you meet|how would you|I would)\b",
    re.IGNORECASE,
)
OWN_NOTES = {
    "elsewhere_note": "Only where\nyou & we live.",
    "ages_note": "We see you once you are grown-up.",
    "minors_note": "If you are younger, ask an adult you trust.",
}


@pytest.fixture
def far_away(practice):
    """Some states and ages are out of reach here, and one is for video alone."""
    practice.states_served = ["NY", "NJ", "OR"]
    practice.save()
    hana = factories.make_therapist("Hana Wexler", states=["NY"])
    PracticeAuthority.objects.create(therapist=hana, state="NJ", way="video")
    hana.populations.create(name="Adults", youngest=18, oldest=64)
    return practice


def test_what_we_cannot_do_is_said_about_the_patient(client, far_away):
    text = text_of(client.get(ADDRESS))
    assert "We may see the patient only while they are in New Jersey or New York" in text
    assert "In New Jersey we may see people by video, not in person." in text
    assert SAID_TO_PATIENTS.findall(text) == []
    assert "We may see you only while you are in New Jersey or New York" in text_of(
        client.get(PAGE)
    )


@pytest.mark.parametrize("address", [ADDRESS, PAGE])
def test_what_the_practice_wrote_to_patients_is_quoted_to_whoever_refers(client, far_away, address):
    for name, note in OWN_NOTES.items():
        setattr(far_away, name, note)
    far_away.save()
    text = text_of(client.get(address))
    for note in OWN_NOTES.values():
        said = note.replace("\n", "<br>")
        assert said in text
        assert (f"What we tell patients: “{said}”" in text) == (address == ADDRESS), said


@pytest.mark.parametrize("whom", ["patient", "me"])
def test_their_page_says_it_in_the_same_words(client, far_away, whom):
    sent = answers(for_whom=whom, state="OR")
    text = text_of(client.post(PAGE, sent, follow=True))
    assert ("We may see the patient only while they are in" in text) == (whom == "patient")
    assert ("We may see you only while you are in" in text) == (whom == "me")


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


@pytest.fixture
def page(client):
    """Their own page's address, once they have written."""
    return client.post(PAGE, answers(for_whom="patient")).headers["Location"].partition("?")[0]


TO_WHOEVER_WOULD_COME = re.compile(
    r"\b(for you|you are on|suits you|you have found|you arrange|are you still looking|keep my place|take me)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("because", Inquiry.Outcome.values)
@pytest.mark.parametrize("step", Inquiry.Next.values)
def test_no_stage_takes_whoever_refers_for_the_patient(practice, step, because):
    for state in Inquiry.State:
        inquiry = Inquiry(state=state, next_action=step, closed_because=because)
        stage = status_messages.of(inquiry, practice, is_referral=True)
        said = f"{stage.title} {stage.text}".replace("We have an answer for you", "")
        assert not TO_WHOEVER_WOULD_COME.search(said), said


def test_their_page_speaks_so_for_good_also_after_they_changed_the_way(client, page):
    def is_fitting():
        put_on_list(Inquiry.objects.get())
        text = text_of(client.get(page))
        said = ["Your patient is on our waitlist", "Is your patient still looking?", "their place"]
        return all(one in text for one in said) and not TO_WHOEVER_WOULD_COME.search(text)

    assert is_fitting()
    new = {"way": "1", "route": "email", "email": "other@home.example"}
    assert client.post(page, {"token": tokens.issue(), **new}).status_code == 303
    assert is_fitting()


def test_everybody_elses_page_is_as_before(client):
    page = client.post(PAGE, answers()).headers["Location"].partition("?")[0]
    put_on_list(Inquiry.objects.get())
    text = text_of(client.get(page))
    assert "You are on our waitlist" in text
    assert "patient" not in text


@pytest.mark.parametrize("whom", ["patient", "me"])
@pytest.mark.parametrize("form", [KindNoForm, WaitForm])
def test_letters_begin_with_fitting_words(client, form, whom):
    coordinator = factories.make_user("coordinator")
    factories.make_key_holder(coordinator)
    client.force_login(coordinator)
    unlock(client)
    inquiry = factories.make_inquiry(factories.make_content(for_whom=whom))
    desk = text_of(client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/"))
    first = {KindNoForm: "Thank you for thinking of us.", WaitForm: "so your patient is on"}[form]
    assert (first in desk) == (whom == "patient")


@pytest.mark.parametrize("whom", ["patient", "me"])
def test_two_patients_of_one_professional_are_not_made_one_by_a_press(client, whom):
    coordinator = factories.make_user("coordinator")
    factories.make_key_holder(coordinator)
    client.force_login(coordinator)
    unlock(client)
    told = factories.make_content(for_whom=whom)
    inquiry, other = factories.make_inquiry(told), factories.make_inquiry(told)
    page = client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/")
    is_chosen = f'<option value="{other.pk}" selected>' in page.content.decode()
    assert is_chosen == (whom == "me")
    assert ("only if it is about the same patient" in text_of(page)) == (whom == "patient")
