"""What the site writes to whoever wrote in Spanish, and what stands in a letter before somebody changes it."""

import re

import pytest

from intake import tokens, waitlist
from intake.actions.kind_no import KindNoForm
from intake.actions.waitlist import WaitForm
from intake.documents.timeline import read_entries
from intake.models import Inquiry
from intake.room import holders
from intake.room.unlocking import Room
from pages.models import CrisisResource, Practice
from tests import factories
from tests.intake.persons import answers, put_on_list

pytestmark = pytest.mark.django_db
FORM = "/es/get-started/"
ASKED = "Usted sigue en nuestra lista de espera. ¿Sigue buscando?"
LET_GO = "así que ya no está en nuestra lista."


@pytest.fixture
def address(client, practice):
    """Of the page of somebody who is on the list."""
    page = client.post(FORM, answers(), follow=True)
    put_on_list(Inquiry.objects.get())
    return page.redirect_chain[-1][0].removesuffix("?new")


def read_at_the_desk(inquiry):
    holder = holders.KeyHolder.objects.get(sheet="A")
    room = Room(holders.private_key_of(holder, factories.RECOVERY_CODE))
    return "\n".join(item.text for item in read_entries(room, inquiry))


def letters_of(page):
    return re.findall(r"<article>.*?</article>", page.text, re.DOTALL)


def look_after_the_list(times):
    """As if they were told of each letter."""
    for _time in range(times):
        waitlist.look_after(Inquiry.objects.get().next_on)
        Inquiry.objects.update(is_news_untold=False)


def test_the_question_of_the_list_is_in_the_language_of_the_page_and_at_the_desk_in_english(
    client, address
):
    look_after_the_list(1)
    [letter] = letters_of(client.get(address))
    assert ASKED in letter
    [letter] = letters_of(client.get(address.removeprefix("/es")))
    assert "You are still on our waitlist." in letter
    assert read_at_the_desk(Inquiry.objects.get()).startswith("You are still on our waitlist.")


def test_so_is_the_letter_that_lets_go_with_help_in_spanish_first(client, address):
    factories.make_referral_contact("Quince Street Clinic")
    CrisisResource.objects.create(name="Night line", text="In English.", call="555", order=1)
    CrisisResource.objects.create(
        name="Línea 988", text="Oprima el 2.", call="988", language="es", order=9
    )
    look_after_the_list(3)
    letter = "".join(letters_of(client.get(address)))
    for words in (
        LET_GO,
        "Quince Street Clinic",
        "Si necesita ayuda ahora mismo:",
        "Llamar al 988.",
    ):
        assert words in letter
    assert letter.index("Línea 988") < letter.index("Night line")
    assert "We asked twice" in read_at_the_desk(Inquiry.objects.get())


def form_of(kind, inquiry, *data):
    desk = {"user": factories.make_user("coordinator"), "standing": None}
    practice = Practice.objects.current()
    return kind(*data, inquiry=inquiry, practice=practice, told=factories.told(inquiry), **desk)


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        (WaitForm, {"es": "Gracias por esperar.", "": "Thank you for waiting."}),
        (KindNoForm, {"es": "Gracias por escribirnos.", "": "Thank you for writing to us."}),
    ],
)
@pytest.mark.parametrize(("written_in", "language"), [("es", "es"), ("", "en")])
def test_a_letter_of_the_desk_begins_in_the_language_they_wrote_in(
    practice, kind, begins, written_in, language
):
    inquiry = factories.make_inquiry(factories.make_content(written_in=written_in))
    field = form_of(kind, inquiry).fields["words"]
    assert field.initial.startswith(begins[written_in])
    assert field.widget.attrs["lang"] == language


def test_around_words_of_the_desk_a_kind_no_is_in_spanish_as_well(client, address):
    contact = factories.make_referral_contact("Quince Street Clinic")
    typed = {"no-words": "Lo sentimos.", "no-contacts": [contact.pk]}
    form = form_of(KindNoForm, Inquiry.objects.get(), typed)
    assert form.is_valid(), form.errors
    form.save()
    [letter] = letters_of(client.get(address))
    assert "Lo sentimos." in letter
    assert "Puede escribirnos otra vez cuando quiera." in letter


@pytest.mark.parametrize("words", ["Today", "Stress", "Friend", "I am still looking."])
def test_what_somebody_wrote_themselves_is_shown_as_they_wrote_it(client, address, words):
    client.post(address, {"token": tokens.issue(), "words": words})
    [letter] = letters_of(client.get(address))
    assert f"<p>{words}</p>" in letter
