"""What the page of one inquiry has at hand: how it went, who answers, whom to ask, and whom a no may name. Nothing is
sent, and nobody named, by the press that only opens a letter."""

import re

import pytest

from intake.good_everywhere import KNOWN
from intake.models import Offer, ReferralContact
from tests import factories
from tests.intake.coordinators import address, do, page_after, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]
TOLD = {"state": "NY", "for_whom": "me", "age": "26-64", "topics": [], "therapist": ""}


@pytest.fixture
def inquiry():
    return factories.make_inquiry(factories.make_content(**TOLD))


def page_of(client, inquiry, query=""):
    return text_of(client.get(address(inquiry) + query))


def form_of(page, action):
    return re.search(rf'<details[^>]* id="{action}".*?</details>', page, re.DOTALL)[0]


def pressed(page, name):
    return re.findall(rf'<button[^>]* name="{name}"[^>]*>(.*?)</button>', page)


def asked(page):
    return re.findall(r'href="\?offer=\d+#offer"[^>]*>Ask (.*?)</a>', page)


def test_each_way_a_call_can_go_is_one_press(client, coordinator, inquiry):
    buttons = pressed(form_of(page_of(client, inquiry), "attempt"), "attempt-outcome")
    assert buttons[0] == "We spoke"
    assert len(buttons) == 5
    page = text_of(page_after(client, inquiry, "attempt", words="They call back."))
    assert "Press how it went." in page
    assert "They call back." in page
    do(client, inquiry, "attempt", outcome="spoke", words="They call back.")
    inquiry.refresh_from_db()
    assert inquiry.state == "talking"


def test_what_a_clinician_said_is_one_press_too(client, coordinator, unlocked, inquiry):
    buttons = pressed(form_of(page_of(client, inquiry), "answered"), "answered-answer")
    assert buttons == [str(label) for label in Offer.Answer.labels]


def test_a_name_gives_it_to_a_colleague_and_no_key_is_needed(client, coordinator, inquiry):
    ruth = factories.make_user("coordinator", name="Ruth Example")
    assert pressed(page_of(client, inquiry), "give-to") == ["Ruth Example"]
    page = text_of(page_after(client, inquiry, "give", to=ruth.pk))
    assert "Ruth Example answers it now." in page
    assert pressed(page, "give-to") == [], "it is theirs, and the other one is oneself"
    inquiry.refresh_from_db()
    assert (inquiry.owner, inquiry.state) == (ruth, "new")


def test_it_is_given_to_nobody_who_may_not_answer(client, coordinator, inquiry):
    author = factories.make_user("author")
    assert "They do not answer inquiries" in text_of(
        page_after(client, inquiry, "give", to=author.pk)
    )
    inquiry.refresh_from_db()
    assert inquiry.owner is None


def test_who_answers_most_is_at_hand_and_the_others_behind_one_press(client, coordinator, inquiry):
    people = [factories.make_user("coordinator", name=f"Person {letter}") for letter in "abcde"]
    factories.make_inquiry(owner=people[4])
    at_hand, _menu, others = page_of(client, inquiry).partition('<details class="menu">')
    at_hand = at_hand[at_hand.index('id="give-to"') :]
    assert pressed(at_hand, "give-to") == ["Person e", "Person a", "Person b"]
    assert others.index("Person c") < others.index("Person d")


def test_whoever_may_see_them_is_asked_from_where_it_says_why(client, coordinator, unlocked):
    for name, states in [("Ana", ["NY"]), ("Bo", ["NY"]), ("Cy", ["NY"]), ("Di", ["NY"])]:
        factories.make_therapist(name, states=states, availability="accepting")
    factories.make_therapist("Out Of State", states=["NJ"], availability="accepting")
    wanted = factories.make_therapist("Wanted One", states=["NY"], availability="closed")
    told = TOLD | {"therapist": wanted.name_with_credentials}
    page = page_of(client, factories.make_inquiry(factories.make_content(**told)))
    at_hand, _fold, others = page.partition("The others of the team")
    assert asked(at_hand) == ["Wanted One", "Ana", "Bo"]
    assert asked(others) == ["Cy", "Di"]


def test_the_press_on_a_name_opens_the_letter_and_sends_nothing(client, unlocked, inquiry):
    hana = factories.make_therapist("Hana Wexler", states=["NY"])
    assert '<option value="" selected>' in form_of(page_of(client, inquiry), "offer")
    form = form_of(page_of(client, inquiry, f"?offer={hana.pk}"), "offer")
    assert " open>" in form
    assert f'<option value="{hana.pk}" selected>' in form
    assert not Offer.objects.exists()


def test_a_no_names_nobody_until_somebody_has_chosen(client, unlocked, inquiry):
    clinic = factories.make_referral_contact(states=["NY"])
    far = factories.make_referral_contact("Far Away", states=["OR"])
    page = page_of(client, inquiry)
    assert " checked" not in form_of(page, "no")
    assert f'href="?no={clinic.pk}#no"' in page
    assert f'href="?no={far.pk}#no"' not in page, "they do not fit, and stand in the form"
    form = form_of(page_of(client, inquiry, f"?no={clinic.pk}"), "no")
    assert re.findall(r'value="(\d+)" id="[^"]*" checked', form) == [str(clinic.pk)]
    inquiry.refresh_from_db()
    assert inquiry.state == "new"


@pytest.mark.parametrize("query", ["?offer=999", "?no=nobody", "?close=client", "?offer=%22%3E"])
def test_an_address_chooses_nothing_else(client, unlocked, inquiry, query):
    factories.make_therapist("Hana Wexler", states=["NY"])
    page = page_of(client, inquiry, query)
    for action in ("offer", "close"):
        assert not re.search(r'<option value="[^"]+" selected', form_of(page, action))
    assert " checked" not in form_of(page, "no")


def test_locked_nobody_is_asked_or_named_from_an_address(client, coordinator, inquiry):
    hana = factories.make_therapist("Hana Wexler", states=["NY"])
    factories.make_referral_contact(states=["NY"])
    page = page_of(client, inquiry, f"?offer={hana.pk}")
    assert "Hana Wexler" not in page
    assert 'id="offer"' not in page


def test_an_empty_book_offers_what_is_good_everywhere(client, unlocked, coordinator, inquiry):
    links = re.findall(r'href="(/[^"]*referralcontact/add/[^"/]+/)"', page_of(client, inquiry))
    assert len(links) == len(KNOWN) == 2
    for link in links:
        filled_in = client.get(link).context["adminform"].form.initial
        assert client.post(link, filled_in | {"is_active": "on"}).status_code == 302
    phones = ReferralContact.objects.offered().values_list("phone", flat=True)
    assert set(phones) == {"1-800-662-4357", "211"}
    page = page_of(client, inquiry)
    for contact in ReferralContact.objects.all():
        assert f'href="?no={contact.pk}#no"' in page, "they fit anywhere"
    assert links[0] not in page, "there is one"


def test_nothing_else_is_filled_in_from_an_address(client, coordinator):
    assert client.get("/admin/intake/referralcontact/add/somebody/").status_code == 404
    page = client.get("/admin/intake/referralcontact/add/?phone=211-900").text
    assert "211-900" not in page
