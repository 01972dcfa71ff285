"""What people insured somewhere usually pay: with its day, softer as it ages, and never as a promise."""

import html
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from team.models import Payer
from team.usually_paid import FRESH_FOR, usually_paid
from tests.factories import make_therapist, make_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 4)


def insurer(**usual):
    return Payer(name="Larch Mutual", **usual)


@pytest.mark.parametrize(
    ("usual", "amounts"),
    [
        ({"usual_from": 20, "usual_to": 45}, "$20 to $45"),
        ({"usual_from": 20}, "about $20"),
        ({"usual_from": 20, "usual_to": 20}, "about $20"),
        ({"usual_from": 0, "usual_to": 30}, "$0 to $30"),
    ],
)
def test_amounts_come_with_their_day_and_whose_word_counts(usual, amounts):
    said = usually_paid(insurer(usual_on=DAY, **usual), DAY)
    assert said == (
        f"People with this insurer usually pay {amounts} a session, as of March 4, 2026. Your plan decides."
    )


def test_what_was_looked_up_long_ago_is_told_of_that_day():
    payer = insurer(usual_from=20, usual_to=45, usual_on=DAY)
    assert "usually pay $20" in usually_paid(payer, DAY + FRESH_FOR)
    assert usually_paid(payer, DAY + FRESH_FOR + timedelta(days=1)) == (
        "On March 4, 2026 people with this insurer usually paid $20 to $45 a session. "
        "It may be otherwise by now: your plan decides."
    )


@pytest.mark.usefixtures("practice")
def test_profile_and_comparison_say_it_and_nothing_where_nobody_looked(client):
    known = Payer.objects.create(name="Larch Mutual", usual_from=20, usual_on=timezone.localdate())
    unknown = Payer.objects.create(name="Elm Health")
    hana = make_therapist("Hana Wexler", slug="hana")
    for payer in (known, unknown):
        hana.payer_participations.create(payer=payer, as_of="2026-01-02")
    for address in ("/team/hana/", "/team/compare/people/?who=hana"):
        page = html.unescape(client.get(address).text)
        assert page.count("usually pay about $20 a session") == 1
        assert page.count("Your plan decides") == 1


@pytest.mark.parametrize(
    "usual",
    [
        {"usual_from": 20},
        {"usual_to": 20, "usual_on": DAY},
        {"usual_on": DAY},
        {"usual_from": 30, "usual_to": 20, "usual_on": DAY},
    ],
)
def test_an_amount_without_a_day_or_out_of_order_is_refused(usual):
    with pytest.raises(ValidationError):
        insurer(**usual).full_clean()
    with pytest.raises(IntegrityError):
        insurer(**usual).save()


def test_nobody_has_looked_it_up_tomorrow():
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError, match="has not come yet"):
        insurer(usual_from=20, usual_on=tomorrow).full_clean()


@pytest.mark.usefixtures("practice")
def test_the_desk_keeps_it_and_shows_it_in_the_list(client):
    client.force_login(make_user("manager"))
    typed = {"name": "Larch Mutual", "usual_from": "20", "usual_to": "45", "usual_on": "2026-03-04"}
    client.post("/admin/team/payer/add/", typed | {"order": "0"})
    assert Payer.objects.get().usual_on == DAY
    assert "$20 to $45" in client.get("/admin/team/payer/").text
