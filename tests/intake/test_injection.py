"""Nothing that somebody types becomes a header of a mail, or reaches an address that was not meant."""

import pytest
from django.core.management import call_command

from intake.models import Inquiry
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.persons import URL, answers

pytestmark = pytest.mark.django_db
BREAKS = ["\r\n", "\n", "\r", "%0d%0a", "\\r\\n", "\u2028", "\x0b", "\x85", "\r\n ", "=0D=0A"]
FIELDS = ["name", "email", "phone", "message", "therapist", "payment", "state"]


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    factories.make_user("coordinator", email="dana@practice.example")
    return factories.make_practice()


@pytest.mark.parametrize("field", FIELDS)
def test_a_line_break_adds_no_header_and_no_recipient(client, mailbox, settings, field):
    settings.INQUIRIES_PER_HOUR = 100
    allowed = {"dana@practice.example", "rowan@mail.example"}
    for line_break in BREAKS:
        injected = f"rowan@mail.example{line_break}Bcc: thief@evil.example{line_break}Subject: Buy"
        given = {"email": "rowan@mail.example", "route": "email", field: injected}
        response = client.post(URL, answers(**given))
        assert response.status_code in (200, 303)
        if field == "email":
            assert response.status_code == 200
            assert 'class="error-summary"' in text_of(response)
    call_command("worker", once=True)
    for mail in mailbox.messages:
        assert set(mail.envelope_to) <= allowed
        assert "Bcc" not in mail
        assert mail.get_all("Subject") in [["A new message is waiting"], ["Your message arrived"]]
        assert "thief" not in mail.as_string()
    assert mailbox.messages or field not in ("name", "phone", "message")


@pytest.mark.parametrize(
    "address",
    [
        "rowan@mail.example",
        "rowan.o'neil+help@mail.example",
        "r@x.example",
        "a" * 64 + "@mail.example",
        "rowan@mail.sub.example",
    ],
)
def test_a_clearly_valid_address_is_accepted(client, address):
    assert client.post(URL, answers(route="email", email=address)).status_code == 303
    assert factories.told(Inquiry.objects.get()).email == address


@pytest.mark.parametrize(
    "address",
    [
        "rowan",
        "@mail.example",
        "rowan@",
        "rowan@@mail.example",
        "rowan@mail..example",
        ".rowan@mail.example",
        "rowan@-mail.example",
        "rowan@mail.example\x00",
        "rowan@mail.example, thief@evil.example",
        '"\x07"@mail.example',
        "ro\x7fwan@mail.example",
        "rowan@" + "x" * 250 + ".example",
        '"rowan"thief@mail.example',
    ],
)
def test_a_clearly_broken_address_is_refused_with_a_sentence_and_kept(client, address):
    response = client.post(URL, answers(route="email", email=address, message="Sundays."))
    assert response.status_code in (200, 400)
    page = text_of(response)
    assert 'class="error-summary"' in page
    assert "Sundays." in page
    assert not Inquiry.objects.exists()
