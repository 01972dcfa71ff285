"""A clinician is asked without being told who it is, and answers without an account."""

import html
import re

import pytest
from django.test import Client

from intake import tokens
from intake.models import Entry, Inquiry, Offer
from intake.offers import asking
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import do, page_after, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]


@pytest.fixture
def hana():
    user = factories.make_user("clinician", email="hana@practice.example")
    return factories.make_therapist("Hana Wexler", user=user)


@pytest.fixture
def inquiry():
    return factories.make_inquiry(factories.make_content(topics=["Trauma"], message="The stairs."))


@pytest.fixture
def asked(client, unlocked, hana, inquiry):
    """The address of the page behind the link that was mailed."""
    page = page_after(client, inquiry, "offer", therapist=hana.pk, words="An adult in New York.")
    assert "private link" in text_of(page)
    mails = [text.recipient_and_body() for text in Message.objects.all()]
    [body] = [body for to, body in mails if to == "hana@practice.example"]
    return re.search(r"/c/[\w-]+/", body)[0]


def answer(client, address, said, text="", token=None):
    data = {"token": token or tokens.issue(), "answer": said, "words": text}
    return client.post(address, data)


def test_the_summary_is_proposed_without_identity(client, unlocked, hana, inquiry):
    page = text_of(client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/"))
    proposed = re.search(r'<textarea name="offer-words".*?>(.*?)</textarea>', page, re.S)[1]
    assert "New York" in proposed
    assert "Trauma" in proposed
    for secret in ["Rowan", "rowan@mail.example", "stairs"]:
        assert secret not in proposed
    assert "Hana Wexler · " in page
    assert "eligible" in page


def test_without_an_account_it_is_asked_where_it_goes(client, unlocked, inquiry):
    nobody = factories.make_therapist("Wren Castellane")
    page = page_after(client, inquiry, "offer", therapist=nobody.pk, words="An adult.")
    assert "They have no account here" in text_of(page)
    assert not Offer.objects.exists()


@pytest.mark.parametrize("account", [None, {"is_active": False}, {"email": ""}])
def test_any_clinician_can_be_asked_account_or_not(client, unlocked, inquiry, account):
    user = None if account is None else factories.make_user("clinician", **account)
    wren = factories.make_therapist("Wren Castellane", user=user)
    sent = {"therapist": wren.pk, "words": "An adult.", "email": "wren@home.example"}
    do(client, inquiry, "offer", **sent)
    [mail] = [m for m in Message.objects.all() if m.recipient_and_body()[0] == "wren@home.example"]
    link = re.search(r"/c/[\w-]+/", mail.recipient_and_body()[1])[0]
    assert answer(Client(), link, "yes").status_code == 303
    assert Offer.objects.get().answer == "yes"


def test_whoever_has_an_account_is_asked_there_and_nowhere_else(client, unlocked, hana, inquiry):
    sent = {"therapist": hana.pk, "words": "An adult.", "email": "thief@mail.example"}
    do(client, inquiry, "offer", **sent)
    assert [m.recipient_and_body()[0] for m in Message.objects.all()] == ["hana@practice.example"]


@pytest.mark.parametrize(
    "text",
    ["An adult, rowan of course.", "Reach them at (555) 010-0123", "kit@x.example", "5550100123"],
)
def test_what_tells_who_it_is_is_not_sent(client, unlocked, hana, inquiry, text):
    page = page_after(client, inquiry, "offer", therapist=hana.pk, words=text)
    assert "it tells who it is" in text_of(page)
    assert text in text_of(page), "what was written is kept"
    assert not Offer.objects.exists()


def test_asking_moves_the_inquiry_and_stores_nothing_in_clear(client, asked, inquiry):
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == ("offered", "hear-back")
    row = str(list(Offer.objects.values())) + str(list(Entry.objects.values()))
    for secret in ["Hana", "adult", asked.split("/")[2]]:
        assert secret not in row
    assert b"adult" not in bytes(Offer.objects.get().sealed)


def test_the_mail_says_nothing_but_the_link(asked):
    [body] = [text.recipient_and_body()[1] for text in Message.objects.all()]
    assert "New York" not in body
    assert "Rowan" not in body


def test_the_link_opens_the_summary_without_an_account(asked, django_user_model):
    from django.test import Client

    visitor = Client()
    page = visitor.get(asked)
    assert "An adult in New York." in html.unescape(page.content.decode())
    assert "Rowan" not in page.content.decode()
    assert not page.cookies
    assert "no-store" in page.headers["Cache-Control"]
    assert Offer.objects.get().answer == "", "opening is not answering"


@pytest.mark.parametrize(
    ("said", "text", "step"),
    [("yes", "", "answer"), ("later", "From January on.", "answer"), ("no", "", "find")],
)
def test_an_answer_becomes_the_next_step(client, asked, inquiry, said, text, step):
    assert answer(client, asked, said, text).status_code == 303
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == ("offered", step)
    page = text_of(client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/"))
    assert f"Hana Wexler: {Offer.Answer(said).label}" in page
    assert text in page
    assert "Your answer is with us" in text_of(client.get(asked))
    assert "New York" not in text_of(client.get(asked)), "a settled question tells nothing"


def test_a_no_waits_for_the_others_who_were_asked(client, asked, hana, inquiry, unlocked):
    other = factories.make_therapist("Theo Brandvold", user=factories.make_user("clinician"))
    do(client, inquiry, "offer", therapist=other.pk, words="An adult in New York.")
    answer(client, asked, "no")
    inquiry.refresh_from_db()
    assert inquiry.next_action == "hear-back"


def test_an_answer_counts_once(client, asked):
    token = tokens.issue()
    answer(client, asked, "yes", token=token)
    answer(client, asked, "yes", token=token)
    answer(client, asked, "no")
    assert Offer.objects.get().answer == "yes"
    assert Entry.objects.filter(kind=Entry.Kind.OFFER).count() == 2


def test_another_time_needs_to_say_when(client, asked):
    page = answer(client, asked, "later")
    assert "Say when it would suit you" in text_of(page)
    assert not Offer.objects.get().answer


@pytest.mark.parametrize("said", ["", "maybe", "yes\x00"])
def test_no_answer_is_no_answer(client, asked, said):
    page = answer(client, asked, said)
    assert 'role="alert"' in text_of(page)
    assert not Offer.objects.get().answer


@pytest.mark.parametrize("token", ["", "forged"])
def test_without_a_good_token_nothing_is_answered(client, asked, token):
    page = client.post(asked, {"token": token, "answer": "yes", "words": "Mondays"})
    assert page.status_code == 403
    assert "Mondays" in text_of(page)
    assert not Offer.objects.get().answer


def test_a_closed_inquiry_tells_nothing_and_takes_no_answer(client, asked, inquiry):
    inquiry.refresh_from_db()
    inquiry.close(Inquiry.Outcome.WITHDREW)
    inquiry.save()
    assert "An adult" not in text_of(client.get(asked))
    answer(client, asked, "yes")
    assert not Offer.objects.get().answer


def test_an_erased_inquiry_leaves_no_link(client, asked, inquiry):
    Inquiry.objects.filter(pk=inquiry.pk).erase()
    assert client.get(asked).status_code == 404


def test_guesses_are_limited(client, practice):
    for _number in range(20):
        assert client.get("/c/7K2M-ABCD-EFGH-0188/").status_code == 404
    assert client.get("/c/7K2M-ABCD-EFGH-0188/").status_code == 429


def test_a_summary_moved_to_another_row_does_not_open(client, asked, hana, inquiry):
    other = asking.ask(inquiry, hana, "Somebody else", by=None)
    mine = Offer.objects.exclude(pk=other.pk).get()
    mine.sealed = other.sealed
    code = asked.split("/")[2].replace("-", "")
    with pytest.raises(asking.CannotOpen):
        asking.opened(mine, code)
