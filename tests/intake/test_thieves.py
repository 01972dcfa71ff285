"""What docs/data-protection.md says that thieves get, where no other test shows it."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from intake import tokens
from intake.documents import sealed
from intake.documents.person_keys import in_groups
from intake.models import Inquiry
from intake.receiving import address_index
from outbox import key_file, mail_key
from outbox.models import Message
from sealing.envelopes import CannotOpen, SealContext, open_sealed
from tests import factories

CODES = ["7K2MABCDEFGH0189", "8K2MABCDEFGH0189"]
ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def named():
    found = [
        (str(page.relative_to(ROOT)), *name)
        for page in (ROOT / "docs").rglob("*.md")
        for name in NAMED.findall(page.read_text())
    ]
    assert len(found) > 20
    return found


def test_every_test_that_a_document_names_is_there():
    lost = [row for row in named() if f"def {row[2]}(" not in (ROOT / row[1]).read_text()]
    assert not lost


@pytest.fixture
def inquiry(practice):
    return factories.make_inquiry()


def test_the_workers_file_opens_no_inquiry(inquiry):
    with pytest.raises(CannotOpen):
        open_sealed(inquiry.content, mail_key_pair(), SealContext(sealed.CONTENT, inquiry.pk))


def test_the_workers_file_opens_mail_that_waits(inquiry):
    message = Message.objects.write("rowan@mail.example", "Hello", "Words", is_confidential=True)
    assert message.recipient_and_body() == ["rowan@mail.example", "Words"]


def test_with_the_secret_a_guessed_address_is_known(inquiry, settings):
    guess = factories.make_content(email="Rowan@mail.example ")
    assert address_index(guess) == inquiry.address_index
    settings.SECRET_KEY = "what somebody has who has only the database, and guesses this"
    assert address_index(guess) != inquiry.address_index


def test_who_ties_a_page_to_another_reads_what_is_added_and_not_what_was_written(practice, client):
    """In the database, where it stands in clear."""
    content = factories.make_content(message="Sundays are hard.")
    theirs, mine = (factories.make_inquiry(content, code=code) for code in CODES)
    Inquiry.objects.filter(pk=mine.pk).update(
        twin_of=theirs, state="closed", closed_because="twin", closed_on=timezone.localdate()
    )
    sent = {"token": tokens.issue(), "words": "Tuesdays."}
    client.post(f"/r/{in_groups(CODES[0])}/", sent)
    page = client.get(f"/r/{in_groups(CODES[1])}/").text
    assert "Tuesdays." in page
    assert "Sundays" not in page
    assert "Sundays" in factories.told(theirs).message


def test_an_account_that_somebody_took_opens_no_inquiry(inquiry, client):
    user = factories.make_user("coordinator")
    factories.make_key_holder(user)
    type(user).objects.filter(pk=user.pk).update(password=make_password("of a thief, and long"))
    client.post("/admin/login/", {"username": user.email, "password": "of a thief, and long"})
    page = client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/")
    assert page.status_code == 200
    assert factories.told(inquiry).name not in page.text


def mail_key_pair():
    mail_key.use_file()
    return key_file.private_key()
