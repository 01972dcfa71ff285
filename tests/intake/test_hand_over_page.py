"""What is printed: the calls of a day, and the page for the record system."""

import pytest
from django.utils import timezone

from intake.documents.reaching import FurtherNumber, OtherPerson
from intake.models import Inquiry, RoomEvent
from tests import factories
from tests.intake.calls import CALLS, main_of, to_call
from tests.intake.coordinators import do, sign_in, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]


MORE_WAYS = {
    "before_call": "At noon only, never the house.",
    "numbers": [
        FurtherNumber("(555) 010-0124", "Ida answers on Sundays", may_leave_voicemail=True)
    ],
    "people": [OtherPerson("Wren", "(555) 010-0125", "parent")],
    "referrer": "Dr. Marsh",
}


def printout(inquiry):
    return f"/admin/intake/inquiry/{inquiry.pk}/sheet/"


def test_the_sheet_for_the_phone_has_initials_and_number_and_no_topic(client, coordinator):
    inquiry = to_call()
    by_mail = factories.make_inquiry(next_on=timezone.localdate())
    unlock(client)
    page = main_of(client.get(CALLS))
    for text in ["R. Q.", "(555) 010-0123", inquiry.reference, "Say your first name only."]:
        assert text in page
    for secret in ["Rowan", "Quill", "Trauma", "stairs", by_mail.reference]:
        assert secret not in page
    assert RoomEvent.objects.filter(kind="listed", number=1).exists()


def test_the_sheet_says_what_to_know_before_calling_and_where_else_they_may_be_called(
    client, coordinator
):
    to_call(MORE_WAYS)
    unlock(client)
    page = main_of(client.get(CALLS))
    for text in ["At noon only, never the house.", "(555) 010-0124", "Do not text.", "Ida answers"]:
        assert text in page
    for nobody_else in ["Wren", "(555) 010-0125", "Dr. Marsh"]:
        assert nobody_else not in page


def test_the_page_for_the_record_system_has_every_way_with_what_is_allowed(client, coordinator):
    inquiry = to_call(MORE_WAYS)
    inquiry.close("client")
    inquiry.save()
    unlock(client)
    page = main_of(client.get(printout(inquiry)))
    for text in ["At noon only", "(555) 010-0124", "Wren (Parent or guardian)", "(555) 010-0125"]:
        assert text in page
    assert "Do not tell them who wrote" in page
    assert "Dr. Marsh" in page


def test_everybody_new_is_on_it_and_of_the_others_who_is_due(client, coordinator):
    """Whatever day was promised: whoever waits for it calls everybody on the last one."""
    later = timezone.localdate() + timezone.timedelta(days=3)
    talking = {"state": "talking", "next_action": "try-again"}
    there = [to_call(next_on=later), to_call(**talking)]
    away = [to_call(**talking, next_on=later), to_call(state="talking", next_action="find")]
    unlock(client)
    page = main_of(client.get(CALLS))
    assert all(inquiry.reference in page for inquiry in there)
    assert not any(inquiry.reference in page for inquiry in away)


def test_where_nobody_is_to_be_called_it_says_so(client, coordinator):
    unlock(client)
    assert "Nobody is to be called or texted today." in text_of(client.get(CALLS))


def test_locked_nothing_is_printed(client, coordinator):
    inquiry = to_call()
    inquiry.close("client")
    inquiry.save()
    assert client.get(CALLS).status_code == 403
    assert client.get(printout(inquiry)).status_code == 403


@pytest.mark.parametrize("role", ["author", "editor", "clinician", "manager"])
def test_nobody_else_prints(client, role):
    sign_in(client, role)
    assert client.get(CALLS).status_code == 403


def test_the_hand_over_has_everything_is_noted_and_then_confirmed(client, coordinator):
    inquiry = to_call()
    unlock(client)
    do(client, inquiry, "note", words="Evenings are better.")
    assert client.get(printout(inquiry)).status_code == 404, "only of a client"
    do(client, inquiry, "close", because="client")
    assert "To hand over" in text_of(client.get("/admin/intake/inquiry/"))
    page = main_of(client.get(printout(inquiry)))
    for text in ["Rowan Quill", "(555) 010-0123", "Trauma", "The stairs.", "Evenings are better."]:
        assert text in page
    assert RoomEvent.objects.filter(kind="handed-over", inquiry_id=inquiry.pk).exists()
    do(client, inquiry, "handed")
    assert Inquiry.objects.get().handed_over_on == timezone.localdate()
    assert "To hand over" not in text_of(client.get("/admin/intake/inquiry/"))


def on_paper(inquiry):
    return f"/admin/intake/inquiry/{inquiry.pk}/print/"


def test_one_inquiry_is_printed_whole_and_each_time_noted(client, coordinator):
    inquiry = to_call(MORE_WAYS)
    unlock(client)
    do(client, inquiry, "note", words="Evenings are better.")
    page = main_of(client.get(on_paper(inquiry)))
    for text in ["Rowan Quill", "(555) 010-0123", "The stairs.", "Evenings are better.", "At noon"]:
        assert text in page
    client.get(on_paper(inquiry))
    noted = RoomEvent.objects.filter(kind="printed", inquiry_id=inquiry.pk, user=coordinator)
    assert noted.count() == 2


def test_locked_one_inquiry_is_neither_printed_nor_offered_to_be(client, coordinator):
    inquiry = to_call()
    own = f"/admin/intake/inquiry/{inquiry.pk}/change/"
    assert client.get(on_paper(inquiry)).status_code == 403
    assert on_paper(inquiry) not in text_of(client.get(own))
    assert not RoomEvent.objects.filter(kind="printed").exists()
    unlock(client)
    assert on_paper(inquiry) in text_of(client.get(own))


@pytest.mark.parametrize("role", ["author", "editor", "clinician", "manager"])
def test_nobody_else_prints_one(client, role):
    inquiry = to_call()
    sign_in(client, role)
    assert client.get(on_paper(inquiry)).status_code == 403
