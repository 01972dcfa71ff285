"""What docs/data-protection.md says that thieves get, where no other test shows it."""

import re
from pathlib import Path

import pytest

from intake import sealed
from intake.receiving import address_index
from outbox import mail_key
from outbox.models import Message
from outbox.sealing import CannotOpen, Place, open_sealed
from tests import factories

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
        open_sealed(inquiry.content, mail_key_pair(), Place(sealed.CONTENT, inquiry.pk))


def test_the_workers_file_opens_mail_that_waits(inquiry):
    message = Message.objects.write("rowan@mail.example", "Hello", "Words", is_confidential=True)
    assert message.letter() == ["rowan@mail.example", "Words"]


def test_with_the_secret_a_guessed_address_is_known(inquiry, settings):
    guess = factories.make_content(email="Rowan@mail.example ")
    assert address_index(guess) == inquiry.address_index
    settings.SECRET_KEY = "what somebody has who has only the database, and guesses this"
    assert address_index(guess) != inquiry.address_index


def mail_key_pair():
    mail_key.use_file()
    return mail_key.private_key()
