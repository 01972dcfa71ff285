"""What a clinician is told before they say yes tells nobody who it is about."""

import pytest
from django.template.loader import render_to_string

from intake.models import Offer
from intake.offers import asking
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import do, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]


@pytest.fixture
def hana():
    return factories.make_therapist("Hana Wexler", user=factories.make_user("clinician"))


def offered(client, hana, text, **told):
    """What answers asking with these words, and the offer if there is one."""
    inquiry = factories.make_inquiry(factories.make_content(**told))
    page = do(client, inquiry, "offer", therapist=hana.pk, words=text)
    return page, inquiry.offers.first()


def is_refused(page, message):
    assert not Offer.objects.exists()
    assert not Message.objects.exists()
    assert message in text_of(page), "what was written is kept"
    return "it tells who it is" in text_of(page)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Li", "Li would like to come"),
        ("Li", "An adult (Li), evenings."),
        ("Bo Ek", "An adult; Ek is new here."),
        ("Rowan Hale", "an adult called ROWAN"),
        ("Rowan Hale", "The hale family"),
        ("Anne-Marie Sørby", "Marie would come on Mondays"),
        ("Zoë", "zoë, an adult"),
        ("Zoë", "ZOË, an adult"),
    ],
)
def test_no_part_of_the_name_is_sent(client, coordinator, hana, name, text):
    unlock(client)
    page, _offer = offered(client, hana, text, name=name)
    assert is_refused(page, text)


@pytest.mark.parametrize("text", ["An adult; bodily pain.", "The line was bad.", "or else li"])
def test_a_short_name_forbids_no_other_words(client, coordinator, hana, text):
    unlock(client)
    _page, offer = offered(client, hana, text, name="Li Bo")
    assert offer


@pytest.mark.parametrize(
    "number",
    ["555/010/0123", "555_010_0123", "555.010.0123", "555 – 010 – 0123", "+1 (555) 010-0123",
     "5550100123", "5 5 5 0 1 0 0 1 2 3", "010-0123", "５５５０１００１２３"],
)  # fmt: skip
def test_no_number_is_sent_however_it_is_spelled(client, coordinator, hana, number):
    unlock(client)
    text = f"Call {number} after five."
    page, _offer = offered(client, hana, text, route="call", email="", phone="(555) 010-0123")
    assert is_refused(page, text)


def test_years_and_ages_and_hours_are_no_number(client, coordinator, hana):
    unlock(client)
    text = "26 to 64 years old; since 2019; from 9 to 5; would pay 120 to 150."
    _page, offer = offered(client, hana, text)
    assert offer


@pytest.mark.parametrize("text", ["Write to quince77 please", "QUINCE77 at mail.example", "x@y"])
def test_the_name_of_the_mailbox_is_not_sent(client, coordinator, hana, text):
    unlock(client)
    page, _offer = offered(client, hana, text, name="Kit", email="Quince77@mail.example")
    assert is_refused(page, text)


@pytest.mark.parametrize("text", ["Rowan, an adult", "An adult."])
def test_locked_nothing_is_sent_and_the_words_are_kept(client, coordinator, hana, text):
    page, offer = offered(client, hana, text, name="Rowan")
    assert offer is None
    assert not Message.objects.exists()
    assert "The room has locked itself" in text_of(page)
    assert text in text_of(page)


def test_locked_asking_is_not_offered(client, coordinator, hana):
    inquiry = factories.make_inquiry()
    page = f"/admin/intake/inquiry/{inquiry.pk}/change/"
    assert 'id="offer"' not in text_of(client.get(page))
    unlock(client)
    assert 'id="offer"' in text_of(client.get(page))


def test_an_offer_does_not_show_how_much_was_said(client, coordinator, hana):
    unlock(client)
    said = ["An adult.", "An adult. " * 30, "Åå. " * 40]
    sizes = {len(bytes(offered(client, hana, text)[1].sealed)) for text in said}
    assert len(sizes) == 1


def test_what_was_padded_is_read_as_it_was_written(hana):
    inquiry, text = factories.make_inquiry(), "An adult.\x00 – “evenings” "
    asking.ask(inquiry, hana, text, by=None)
    [body] = [message.recipient_and_body()[1] for message in Message.objects.all()]
    code = body[body.index("/c/") + 3 :][:19].replace("-", "")
    assert asking.opened(asking.find(code), code) == asking.Asked("Hana Wexler", text)


# What the site wrote itself, and what is no name


@pytest.mark.parametrize(
    ("name", "for_whom"),
    [
        ("Ben and Tomás", "couple"), ("Mom and Dad", "child"), ("Age", "me"),
        ("Family Jones", "family"), ("Ana & Luis", "couple"), ("The Long Family", "family"),
        ("My partner", "couple"), ("Will and Hope", "couple"), ("Me", "me"), ("New York", "me"),
        ("Payment", "me"), ("李明", "me"), ("Мария и Иван", "couple"), ("", "me"), ("&", "couple"),
    ],
)  # fmt: skip
def test_the_summary_the_site_wrote_is_never_refused(client, coordinator, hana, name, for_whom):
    unlock(client)
    content = factories.make_content(name=name or "Rowan", for_whom=for_whom)
    text = render_to_string("intake/offer_summary.txt", {"told": content}).strip()
    _page, offer = offered(client, hana, text, name=name or "Rowan", for_whom=for_whom)
    assert offer


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Ben and Tomás", "Ben and his husband", "Ben"),
        ("Ben and Tomás", "an adult and Tomas", "Tomas"),
        ("Family Jones", "The Joneses would like evenings", "Joneses"),
        ("Mom Hale", "mom of two, hale", "hale"),
        ("Will", "An adult. Will would like evenings", "Will"),
        ("May Lin", "An adult called May", "May"),
        ("Hope", "Hope is an adult", "Hope"),
        ("Age", "Age is an adult. Age: 26 to 64", "Age"),
        ("李明", "李明想来", "李明想来"),
        ("Иван", "для Ивана", "Ивана"),
        ("Rowan", "R\u200bowan, an adult", "Rowan"),
        ("Rowan", "R\u043ewan, an adult", "R\u043ewan"),
        ("O'Neill", "The O’Neill children", "Neill"),
    ],
)
def test_the_word_that_was_found_is_quoted(client, coordinator, hana, name, text, said):
    unlock(client)
    page, _offer = offered(client, hana, text, name=name)
    assert not Offer.objects.exists()
    assert f"“{said}”" in text_of(page)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will", "They will come on Mondays"), ("Hope", "hope is low"), ("May Lin", "they may come"),
        ("Ben and Tomás", "Two adults and a dog"), ("Mom and Dad", "Mom would come, dad would not"),
        ("Art Long", "the long way; art helps"), ("Y", "y"), ("Family Jones", "My family"),
    ],
)  # fmt: skip
def test_a_word_that_is_no_name_here_is_fine(client, coordinator, hana, name, text):
    unlock(client)
    _page, offer = offered(client, hana, text, name=name)
    assert offer
