"""Words on pages and buttons say what is so, and what will happen."""

import re
from datetime import timedelta

import pytest
from django import forms
from django.utils import timezone

from intake import actions, tokens
from intake.actions.endings import CloseForm
from intake.models import Inquiry
from intake.person import status_messages
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import LIST, address, page_after, sign_in
from tests.intake.persons import answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]


def test_nothing_is_chosen_beforehand_when_an_inquiry_is_closed(client, unlocked):
    inquiry = factories.make_inquiry()
    page = page_after(client, inquiry, "close")
    assert "Choose why it is closed" in page.text
    inquiry.refresh_from_db()
    assert inquiry.is_open
    assert CloseForm.base_fields["because"].choices[0][0] == ""


def test_no_form_at_the_desk_ends_anything_by_a_choice_nobody_made(client, unlocked):
    """A list that has to be chosen from begins with nothing chosen, or with what is so now."""
    inquiry = factories.make_inquiry()
    for form in actions.FORMS:
        for name, field in form.base_fields.items():
            if type(field) is forms.ChoiceField and isinstance(field.widget, forms.Select):
                is_as_now = field.show_hidden_initial or isinstance(field.widget, forms.HiddenInput)
                # Each answer is a button of its own.
                is_pressed = form.answered_by == name
                assert is_as_now or is_pressed or field.choices[0][0] == "", f"{form.action}-{name}"
    assert inquiry.is_open


@pytest.mark.parametrize(
    "responder",
    ["Dana Osei", "Dana Osei, our coordinator", "Dana Osei, our coordinator,", "Dana O."],
)
def test_whoever_answers_fits_every_sentence(client, practice, responder):
    practice.responder = responder
    practice.save()
    factories.open_intake()
    page = client.post("/get-started/", answers(), follow=True).text
    pages = [page, client.get("/").text, client.get("/get-started/").text]
    inquiry = factories.make_inquiry(due_on=timezone.localdate() + timedelta(days=2))
    pages.append(status_messages.of(inquiry, practice).text)
    for page in pages:
        assert "Dana O" in page
        for odd in ["coordinator opens", ",,", ",.", "..", " ,", "Osei opens", "Osei, reads"]:
            assert odd not in re.sub(r"<[^>]*>", "", page)


def test_once_it_is_late_the_page_says_only_that(practice):
    late = factories.make_inquiry(due_on=timezone.localdate() - timedelta(days=1))
    text = status_messages.of(late, practice).text
    assert text.startswith("You should have heard from us by")
    assert "business day" not in text


def test_the_consent_names_its_exceptions_wherever_it_stands(client, unlocked):
    said = "except where a life is in danger or the law requires it"
    assert client.get("/get-started/").text.count(said) == 1
    assert said in client.get(f"{LIST}add/").text
    client.post("/get-started/", answers())
    assert said in factories.told(Inquiry.objects.get()).consent


def test_a_voicemail_is_not_said_to_have_agreed(client, unlocked):
    assert "or left it as a message" in client.get(f"{LIST}add/").text


@pytest.mark.parametrize("sender", [{"HTTP_ORIGIN": "null"}, {}])
def test_a_browser_that_hides_where_it_comes_from_can_write(client, sender):
    factories.open_intake()
    assert client.post("/get-started/", answers(), **sender).status_code == 303


@pytest.mark.parametrize(
    "sender",
    [
        {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
    ],
)
def test_what_another_site_sent_is_refused_with_the_true_reason(client, sender):
    inquiry = factories.make_inquiry(code="7K2MABCDEFGH0189")
    sent = {"token": tokens.issue(), "words": "Tuesdays."}
    page = client.post("/r/7K2M-ABCD-EFGH-0189/", sent, **sender)
    assert page.status_code == 403
    assert "another site’s page" in page.text
    assert "long time" not in page.text
    assert not inquiry.entries.exists()


def test_a_mail_that_did_not_arrive_marks_its_inquiry_and_leads_to_it(client, unlocked):
    factories.open_intake()
    client.post("/get-started/", answers())
    inquiry = Inquiry.objects.get()
    assert "an email did not arrive" not in client.get(LIST).text
    mail = inquiry.mail.get()
    Message.objects.filter(pk=mail.pk).update(state=Message.State.UNDELIVERED)
    assert "an email did not arrive" in client.get(LIST).text
    client.logout()
    sign_in(client, is_superuser=True)
    page = client.get(f"/admin/outbox/message/{mail.pk}/change/")
    link = re.search(r'href="(/admin/intake/inquiry/of-mail/[^"]+)"', page.text)[1]
    assert client.get(link).headers["Location"] == address(inquiry)


@pytest.mark.parametrize("role", ["author", "editor", "clinician"])
def test_nobody_else_is_led_from_a_mail_to_an_inquiry(client, unlocked, role):
    client.post("/get-started/", answers())
    mail = Inquiry.objects.get().mail.get()
    client.logout()
    sign_in(client, role)
    assert client.get(f"{LIST}of-mail/{mail.pk}/").status_code == 403


def test_button_and_panel_carry_one_name(client, unlocked):
    for step in Inquiry.Next.values:
        inquiry = factories.make_inquiry(state="talking", next_action=step)
        text, form = actions.next_step(inquiry)
        panel = re.search(rf'id="{form}".*?<h2>(.*?)</h2>', client.get(address(inquiry)).text, re.S)
        assert panel[1].startswith(str(text))
