"""A no always leaves with somebody who might help, and with crisis help."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.documents import entries
from intake.models import Entry, Inquiry, ReferralContact
from intake.person import telling
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import do, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]
PAGE = "/admin/intake/inquiry/"


@pytest.fixture
def clinic():
    return factories.make_referral_contact(
        description="Sliding fee", phone="(555) 010-0142", states=["NY", "NJ"]
    )


def person_page(client, code):
    return client.get(f"/r/{code}/").content.decode()


def test_a_no_names_others_and_the_crisis_lines(client, coordinator, clinic):
    code = factories.person_keys.new_code()
    inquiry = factories.make_inquiry(factories.make_content(email="r@mail.example"), code=code)
    unlock(client)
    do(client, inquiry, "no", contacts=[clinic.pk], words="We are sorry.")
    page = person_page(client, code)
    assert "We are sorry." in page
    assert "Quince Street Clinic · Sliding fee · (555) 010-0142" in page
    assert "Call or text 988" in page
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.closed_because) == ("closed", "referred")
    assert inquiry.owner == coordinator
    assert inquiry.answered_at, "they were told at once"


def test_a_no_that_names_nobody_is_refused(client, coordinator, clinic):
    inquiry = factories.make_inquiry()
    sent = {"action": "no", "no-words": "We are sorry."}
    page = client.post(f"{PAGE}{inquiry.pk}/change/", sent).content.decode()
    assert "nobody should be left with nothing" in page
    assert Inquiry.objects.get().state == "new"


def test_what_was_typed_stays_when_it_is_refused(client, coordinator, clinic):
    inquiry = factories.make_inquiry()
    sent = {"action": "no", "no-words": "A sentence of my own."}
    assert "A sentence of my own." in client.post(f"{PAGE}{inquiry.pk}/change/", sent).text


def test_those_who_fit_come_first_once_it_is_unlocked(client, coordinator, clinic):
    today = timezone.localdate()
    factories.make_referral_contact("Far Away", states=["OR", "WA"], last_confirmed_on=today)
    inquiry = factories.make_inquiry(factories.make_content(state="NY"))
    url = f"{PAGE}{inquiry.pk}/change/"
    unlock(client)
    page = client.get(url).text
    assert page.index("Quince Street") < page.index("Far Away")
    assert f"Far Away · Oregon, Washington · confirmed {today:%B %Y}" in page


def test_a_colleague_who_takes_nobody_is_not_named(client, coordinator, clinic):
    ReferralContact.objects.update(is_active=False)
    inquiry = factories.make_inquiry()
    sent = {"action": "no", "no-words": "We are sorry.", "no-contacts": [clinic.pk]}
    client.post(f"{PAGE}{inquiry.pk}/change/", sent)
    assert Inquiry.objects.get().state == "new"


def test_a_colleague_unconfirmed_for_half_a_year_is_to_be_asked_again(clinic):
    assert clinic.is_stale
    clinic.last_confirmed_on = timezone.localdate() - timedelta(days=170)
    assert not clinic.is_stale
    clinic.last_confirmed_on = timezone.localdate() - timedelta(days=190)
    assert clinic.is_stale


def test_whoever_has_a_note_of_the_sites_is_told_once_somebody_unlocks(client, coordinator, clinic):
    by_mail = factories.make_inquiry(factories.make_content(route="email", email="r@mail.example"))
    by_call = factories.make_inquiry(
        factories.make_content(route="call", email="", phone="555-010-0111")
    )
    for inquiry in (by_mail, by_call):
        entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, "Are you still looking?")
    Inquiry.objects.update(is_news_untold=True)
    assert "2 people have a new message from us. Unlock" in client.get(PAGE).text
    assert client.post(f"{PAGE}tell/").status_code == 403, "locked"
    unlock(client)
    assert "Tell them" in client.get(PAGE).text
    page = client.post(f"{PAGE}tell/", follow=True).text
    assert "1 is told by email." in page
    assert "1 wants no email" in page
    assert not telling.untold().exists()
    [mail] = [m for m in Message.objects.all() if m.subject == "There is news for you"]
    assert mail.recipient_and_body()[0] == "r@mail.example"
    client.post(f"{PAGE}tell/")
    assert Message.objects.filter(subject="There is news for you").count() == 1


def test_a_twin_is_closed_and_points_to_the_other(client, coordinator):
    first, second = factories.make_inquiry(), factories.make_inquiry()
    unlock(client)
    do(client, second, "merge", twin=first.pk)
    second.refresh_from_db()
    assert (second.state, second.closed_because, second.twin_of) == ("closed", "twin", first)


def test_a_hold_is_put_on_and_lifted_with_a_reason(client, coordinator):
    inquiry = factories.make_inquiry()
    unlock(client)
    for text in ["Counsel, on Monday", "Counsel again, from the page opened before"]:
        do(client, inquiry, "hold", want="begin", words=text)
        inquiry.refresh_from_db()
        assert inquiry.is_held
    do(client, inquiry, "hold", want="end", words="The case is over")
    inquiry.refresh_from_db()
    assert not inquiry.is_held


BOOK = "/admin/intake/referralcontact/add/"


def test_an_empty_book_says_so_leads_there_and_keeps_the_letter(client, coordinator):
    unlock(client)
    inquiry = factories.make_inquiry()
    page = text_of(client.get(f"{PAGE}{inquiry.pk}/change/"))
    assert f'href="{BOOK}" target="_blank"' in page
    page = text_of(do(client, inquiry, "no", words="We are sorry, and this is mine."))
    assert "The referral book is empty. Put somebody in" in page
    assert "We are sorry, and this is mine." in page
    assert f'href="{BOOK}" target="_blank"' in page
    clinic = factories.make_referral_contact()
    do(client, inquiry, "no", words="We are sorry, and this is mine.", contacts=[clinic.pk])
    inquiry.refresh_from_db()
    assert inquiry.closed_because == "referred"


def test_a_book_with_nobody_who_may_be_named_is_empty_too(client, coordinator):
    unlock(client)
    ReferralContact.objects.create(name="Long gone", is_active=False)
    page = text_of(client.get(f"{PAGE}{factories.make_inquiry().pk}/change/"))
    assert "The referral book is empty, so" in page


def test_a_book_that_holds_somebody_asks_for_one_of_them(client, coordinator, clinic):
    unlock(client)
    inquiry = factories.make_inquiry()
    page = text_of(do(client, inquiry, "no", words="We are sorry."))
    assert "Name at least one" in page
    assert "is empty" not in page
