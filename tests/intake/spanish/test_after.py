"""What follows a message in Spanish: to the person in Spanish, to the practice in English."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from intake import mails
from intake.documents.timeline import read_entries
from intake.models import Inquiry
from intake.person import status_messages
from intake.room import holders
from intake.room.unlocking import Room
from outbox.models import Message
from pages.models import CrisisResource
from tests import factories
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db
FORM = "/es/get-started/"


def arrived(mailbox):
    call_command("worker", once=True)
    return {mail["To"]: mail for mail in mailbox.messages}


def test_the_mail_to_the_person_is_in_spanish_and_leads_to_their_page_in_it(
    client, practice, mailbox
):
    coordinator = factories.make_user("coordinator")
    sent = client.post(FORM, answers())
    mail = arrived(mailbox)["rowan@home.example"]
    assert (mail["Subject"], mail["From"].split(" <")[0]) == ("Recibimos su mensaje", "Recepción")
    text = mail.get_content()
    assert re.search(r"a más tardar el \w+ \d+ de \w+\.", text)
    assert sent["Location"].removesuffix("?new") in text
    assert "Por favor no responda a este correo" in text
    assert "Para hablar con alguien, llame al (555) 010-0199." in text
    [notice] = [m for m in mailbox.messages if m["Subject"] == "A new message is waiting"]
    assert notice["To"] == coordinator.email
    assert "Please don’t answer this email" in notice.get_content()


def test_so_is_what_is_written_later_from_a_desk_in_english(client, practice, mailbox):
    client.post(FORM, answers())
    inquiry = Inquiry.objects.get()
    mails.tell_of_news(inquiry, factories.told(inquiry))
    message = Message.objects.filter(subject="There is news for you").get()
    assert "/es/r/" in message.recipient_and_body()[1]
    assert {one["Subject"] for one in arrived(mailbox).values()} >= {"Hay novedades para usted"}


def test_a_mail_that_was_sent_does_not_tell_that_somebody_wrote_in_spanish(
    client, practice, mailbox
):
    for address in (FORM, "/get-started/"):
        client.post(address, answers(email=f"{len(address)}@home.example"))
    waiting = Message.objects.filter(is_confidential=True)
    assert sorted(waiting.values_list("language", "subject")) == [
        ("en", "Your message arrived"), ("es", "Your message arrived"),
    ]  # fmt: skip
    arrived(mailbox)
    assert set(waiting.values_list("language", "subject")) == {("", "Your message arrived")}


def test_after_sending_the_page_says_in_spanish_what_comes_next(client, practice):
    page = client.post(FORM, answers(), follow=True)
    assert '<html lang="es">' in page.text
    assert "Gracias. Ya lo tenemos." in page.text
    assert "testserver/es/r/" in page.text
    # A code that was written down opens the page in the language of where it is typed.
    code = page.context["code"]
    assert client.post("/es/r/", {"code": code})["Location"] == f"/es/r/{code}/"
    assert client.post("/r/", {"code": code})["Location"] == f"/r/{code}/"
    assert '<html lang="en">' in client.get(f"/r/{code}/").text


def test_what_they_add_on_their_page_is_told_to_staff_in_english(client, practice):
    coordinator = factories.make_user("coordinator")
    page = client.post(FORM, answers(), follow=True)
    address, inquiry = page.redirect_chain[-1][0].removesuffix("?new"), Inquiry.objects.get()
    Message.objects.all().delete()
    way = {"route": "text", "phone": "(555) 010-0123", "drops_others": "on", "way": "1"}
    for fields in ({"words": "El martes no puedo."}, way):
        token = re.search(r'name="token" value="([^"]+)"', client.get(address).text)[1]
        assert client.post(address, fields | {"token": token})["Location"].startswith(address)
    subjects = {
        m.subject for m in Message.objects.all() if m.recipient_and_body()[0] == coordinator.email
    }
    assert subjects
    assert not {one for one in subjects if re.search(r"[áéíóúñ¿]|mensaje", one)}
    holder = holders.KeyHolder.objects.get(sheet="A")
    room = Room(holders.private_key_of(holder, factories.RECOVERY_CODE))
    texts = " ".join(item.text for item in read_entries(room, inquiry))
    assert "Text message: (555) 010-0123" in texts
    assert "Other numbers and people are not to be used any more." in texts
    assert "Usted cambió cómo le contactamos." in client.get(address).text


def test_a_button_of_the_list_is_read_in_english_at_the_desk_and_in_spanish_on_the_page(
    client, practice
):
    page = client.post(FORM, answers(), follow=True)
    address, inquiry = page.redirect_chain[-1][0].removesuffix("?new"), Inquiry.objects.get()
    inquiry.move("waiting", next_action="ask-again", next_on=inquiry.due_on)
    inquiry.save()
    token = re.search(r'name="token" value="([^"]+)"', client.get(address).text)[1]
    client.post(address, {"looking": "yes", "token": token})
    holder = holders.KeyHolder.objects.get(sheet="A")
    room = Room(holders.private_key_of(holder, factories.RECOVERY_CODE))
    assert [item.text for item in read_entries(room, inquiry)] == ["I am still looking."]
    assert "Sigo buscando." in client.get(address).text


def test_help_in_spanish_stands_first_and_what_is_in_english_says_so(client, practice):
    CrisisResource.objects.create(name="Night line", text="In English.", call="988", order=0)
    CrisisResource.objects.create(
        name="Línea 988", text="Oprima el 2.", call="988", language="es", order=1
    )
    page = client.get(FORM).text
    assert page.index("Línea 988") < page.index("Night line")
    assert '<p lang="en"><strong>Night line' in page
    assert '<p lang="es">' not in page


def test_where_nobody_has_entered_any_help_the_known_line_is_told_in_spanish(client, practice):
    CrisisResource.objects.all().delete()
    page = client.get(FORM).text
    assert "oprimir el 2" in page
    assert "Llamar o enviar un texto al 988" in page


@pytest.mark.parametrize("address", ["/get-started/", "/team/"])
def test_pages_in_english_are_what_they_were_after_somebody_read_in_spanish(
    client, practice, address
):
    factories.make_therapist("Ines Calder", availability="closed")
    token = re.compile(r'name="token" value="[^"]+"')
    before = token.sub("", client.get(address).text)
    in_spanish = token.sub("", client.get(FORM).text)
    practice.save()  # all that is kept is read anew, first by whoever reads in Spanish
    assert token.sub("", client.get(FORM).text) == in_spanish
    assert token.sub("", client.get(address).text) == before
    assert "(sin lugar por ahora)" in in_spanish


def test_a_way_to_refer_is_in_spanish_as_well(client, practice):
    page = client.get(f"{FORM}?for=patient").text
    assert "Referir a su paciente" in page
    sent = client.post(FORM, answers(for_whom="patient"), follow=True)
    assert "Le respondemos a usted, no a su paciente." in sent.text


def test_a_stage_says_its_day_as_spanish_does(practice):
    inquiry = factories.make_inquiry(due_on=timezone.localdate() + timedelta(days=2))
    with translation.override("es"):
        said = status_messages.of(inquiry, practice).text
    assert re.search(r"a más tardar el \w+ \d+ de \w+\.$", said)
