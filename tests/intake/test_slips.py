"""A slip in an address is shown and asked about, and nobody is refused for it."""

import re

import pytest

from intake.models import Inquiry
from intake.slips import likely_meant
from tests import factories
from tests.intake.coordinators import do, sign_in, unlock
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    return factories.make_practice()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmal.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("GMIAL.COM", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("hotmial.com", "hotmail.com"),
        ("yaho.com", "yahoo.com"),
        ("yahooo.cmo", "yahoo.com"),
        ("outlok.com", "outlook.com"),
        ("iclould.com", "icloud.com"),
        ("icloud.comm", "icloud.com"),
        ("comcast.nte", "comcast.net"),
        ("home.example.con", "home.example.com"),
    ],
)
def test_what_looks_mistyped_is_told_from_what_does_not(typed, meant):
    assert likely_meant(f"rowan@{typed}") == f"rowan@{meant}"


@pytest.mark.parametrize(
    "domain",
    [
        "gmail.com", "googlemail.com", "ymail.com", "mail.com", "email.com", "gmx.com", "me.com", "mac.com",
        "live.com", "aol.com", "ail.com", "live.co.uk", "practice.example", "uoregon.edu", "yahoo.ca", "proton.me",
        "posteo.de", "hey.com", "gmail.com.mx", "mailbox.org", "att.net", "x.example", "com", "",
    ],
)  # fmt: skip
def test_nobody_is_asked_about_an_address_that_may_well_be_right(domain):
    assert likely_meant(f"rowan@{domain}") == ""


def asked_about(page):
    return re.search(r'name="asked_about" value="([^"]*)"', page.text)[1]


def test_a_likely_slip_is_asked_about_once(client):
    sent = answers(email="rowan@gmial.com")
    page = client.post("/get-started/", sent)
    assert "Did you mean rowan@gmail.com?" in page.text
    assert not Inquiry.objects.exists()
    again = client.post("/get-started/", {**sent, "asked_about": asked_about(page)})
    assert again.status_code == 303
    assert factories.told(Inquiry.objects.get()).email == "rowan@gmial.com"


def test_another_slip_after_the_first_is_asked_about_as_well(client):
    sent = answers(email="rowan@gmial.com")
    first = client.post("/get-started/", sent)
    other = {**sent, "email": "rowan@hotmial.com", "asked_about": asked_about(first)}
    assert "Did you mean rowan@hotmail.com?" in client.post("/get-started/", other).text


def test_a_slip_in_an_address_that_is_not_used_is_not_asked_about(client):
    sent = answers(route="text", phone="(555) 010-0123", email="rowan@gmial.com")
    assert client.post("/get-started/", sent).status_code == 303


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        ({}, "rowan@home.example"),
        ({"route": "text", "phone": "(555) 010-0123"}, "(555) 010-0123"),
    ],
)
def test_the_page_after_sending_shows_where_the_answer_goes(client, way, shown):
    page = client.post("/get-started/", answers(**way), follow=True)
    assert "Where the answer goes" in page.text
    assert shown in page.text
    address = page.redirect_chain[-1][0].split("?")[0]
    assert shown not in client.get(address).text
    row = Inquiry.objects.get()
    assert shown.encode() not in b"".join(v for v in vars(row).values() if isinstance(v, bytes))


def test_a_corrected_address_stands_there_too(client):
    page = client.post("/get-started/", answers(), follow=True)
    address = page.redirect_chain[-1][0]
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    do(client, Inquiry.objects.get(), "correct", route="email", email="rowan@other.example")
    client.logout()
    assert "rowan@other.example" in client.get(address).text
