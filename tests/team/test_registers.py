"""What a profile says of the registers: the day of a check and where to look, and nothing that nobody checked."""

import html
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.team.rights import nobody, right
from writing.unbroken import NO_BREAK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def line_of(client, person):
    page = html.unescape(client.get(person.get_absolute_url()).text)
    found = re.search(r"(?s)<dt>In the registers</dt>(.*?)</div>", page)
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", found[1])).strip() if found else ""


def test_the_day_of_a_check_is_said_however_long_ago_and_never_who_checked(client):
    hana = nobody()
    right(hana, number="7", checked_on=date(2021, 3, 4), checked_by="Dana Osei")
    assert line_of(client, hana) == (
        "New York, license, no. 7 checked at the register on March 4, 2021"
    )
    assert "Dana Osei" not in client.get(hana.get_absolute_url()).text


def test_nothing_is_claimed_where_nobody_checked(client):
    hana = nobody()
    row = right(hana, number="7")
    assert line_of(client, hana) == ""
    row.register_url = "https://register.example/"
    row.save()
    assert line_of(client, hana) == "New York, license, no. 7 Look it up"


def test_a_check_leads_to_the_register_where_anybody_can_look(client):
    hana = nobody()
    row = {"checked_on": date(2026, 3, 4), "checked_by": "Dana Osei"}
    right(hana, register_url="https://register.example/hana", **row)
    page = client.get(hana.get_absolute_url()).text
    assert 'href="https://register.example/hana"' in page
    assert "checked at the register on March 4, 2026" in page.replace(NO_BREAK, " ")


def test_what_has_run_out_is_not_said_to_be_checked(client):
    hana, yesterday = nobody(), timezone.localdate() - timedelta(days=1)
    right(hana, checked_on=date(2020, 3, 4), checked_by="Dana Osei", to_day=yesterday)
    assert line_of(client, hana) == ""


def test_whoever_holds_back_the_last_name_has_no_line(client):
    hana = nobody(first_name_only="Hana")
    right(hana, number="7", checked_on=date(2026, 3, 4), checked_by="Dana Osei")
    assert line_of(client, hana) == ""
