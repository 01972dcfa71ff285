"""What is sealed tells neither how much somebody wrote nor in which script."""

import pytest
from django.test import Client

from intake.documents import entries, sealed
from intake.documents.timeline import read_entries
from intake.models import Entry, Inquiry
from intake.offers import asking
from outbox.models import Message
from sealing import envelopes
from tests import factories
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db
LETTERS = ["a", "é", "日", "🙂", '"', "\\", "\x01", "\x1f", "\n", "&", "ﷺ", "\u2028"]


@pytest.fixture(autouse=True)
def practice():
    practice = factories.make_practice()
    factories.open_intake()
    return practice


def send(**fields):
    assert Client().post("/get-started/", answers(**fields)).status_code == 303
    return Inquiry.objects.latest("pk")


def most(letter):
    """As much as the lines that nobody has to fill in take; most refuse what is no letter or sign."""
    letter = letter if letter.isprintable() else "日"
    # A number is read with plain letters, of which that one is eighteen.
    wide = "日" if letter == "ﷺ" else letter
    lines = {
        "before_call": 240,
        "language": 60,
        "referrer": 120,
        "other_state": 60,
        "other_payer": 80,
    }
    for at in (1, 2):
        lines |= {f"number{at}_who": 60, f"person{at}_name": 60}
    filled = {name: letter * most for name, most in lines.items()}
    for group in ("number1", "number2", "person1", "person2"):
        ticks = {f"{group}_{tick}": "on" for tick in ("voicemail", "text", "told")}
        filled |= ticks | {f"{group}_phone": f"{wide * 30}5550100123"}
    group = factories.make_group(letter * 119 + "a", slug="a-group")
    return (
        filled
        | {"group": group.slug}
        | {"state": "elsewhere", "payment": "other", "was_client": "on"}
    )


def sizes(field="content"):
    return {len(bytes(value)) for value in Inquiry.objects.values_list(field, flat=True)}


@pytest.mark.parametrize("letter", LETTERS)
def test_whatever_the_form_accepts_is_of_one_size(letter):
    for name in [f"Specialty {number} of some length" for number in range(30)]:
        factories.make_specialty(name)
    send(message="")
    send(message="a")
    topics = [f"Specialty {number} of some length" for number in range(30)]
    send(message=letter * 2000, name=(letter * 119).strip() or "Kit", topics=topics, **most(letter))
    assert Inquiry.objects.count() == 3
    assert len(sizes()) == 1
    assert len(sizes("way_for_person")) == 1


def test_what_was_sent_is_all_there():
    inquiry = send(message="日" * 2000)
    assert factories.told(inquiry).message == "日" * 2000


def test_notes_and_notes_are_of_few_sizes():
    inquiry = factories.make_inquiry()
    texts = ["a" * number for number in range(0, 8001, 250)] + ["🙂" * 8000, "\x01" * 8000]
    for text in texts:
        entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, text)
    for field in ("sealed", "sealed_for_person"):
        found = {len(bytes(value)) for value in Entry.objects.values_list(field, flat=True)}
        assert len(found) <= 3
    assert len(read_entries(None, inquiry)) == len(texts)


def test_an_inquiry_of_before_opens(practice):
    """Sealed in blocks of 1 kB."""
    inquiry = factories.make_inquiry()
    own = factories.told(inquiry)
    key = inquiry.practice_key
    document = sealed.as_bytes({**sealed.from_bytes(b"{}"), **vars(own), "version": 3})
    seal_context = envelopes.SealContext(sealed.CONTENT, inquiry.pk)
    inquiry.content = envelopes.seal(document, key.public_key, seal_context)
    inquiry.save()
    assert factories.told(inquiry) == own


def test_a_question_to_a_clinician_and_waiting_mail_are_of_few_sizes():
    inquiry, user = factories.make_inquiry(), factories.make_user("coordinator")
    hana = factories.make_therapist(user=factories.make_user("clinician"))
    for summary in ("An adult.", "An adult who " + "cannot sleep " * 100):
        asking.ask(inquiry, hana, summary, user)
    assert len({len(bytes(offer.sealed)) for offer in inquiry.offers.all()}) == 1
    for body in ("Short.", "A mail of more words than one. " * 60):
        Message.objects.write("kit@mail.example", "Hello", body)
    mail = Message.objects.filter(sealed__isnull=False).values_list("sealed", flat=True)
    assert len({len(bytes(text)) for text in mail}) == 1
