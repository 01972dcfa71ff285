"""A page about money says, insurer by insurer, what people usually pay here with their insurance, and keeps itself."""

import html
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from intake import form_choices
from team.models import Payer
from team.usually_paid import FRESH_FOR, usually_paid
from tests.factories import (
    make_notice,
    make_notice_text,
    make_page,
    make_therapist,
    make_user,
    open_intake,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/fees/"
ESTIMATE = "/notices/good-faith-estimate/"
NOT_LOOKED_UP = "Nobody here has looked up what people with this insurer usually pay."


@pytest.fixture
def page(practice):
    make_notice_text(make_notice("good-faith-estimate"), timezone.now())
    return make_page("Fees", slug="fees", lists_insurers=True)


@pytest.fixture
def hana(page):
    return make_therapist("Hana Wexler", slug="hana")


def insurer(person, name="Larch Mutual", as_of="2026-03-04", **fields):
    payer, _is_new = Payer.objects.get_or_create(name=name, defaults=fields)
    person.payer_participations.create(payer=payer, as_of=as_of)
    return payer


def today():
    return timezone.localdate()


def section(client):
    found = re.search(r'<section class="insured".*?</section>', client.get(ADDRESS).text, re.DOTALL)
    return found[0] if found else ""


def rows(client):
    """{insurer: what its row says, in one line}, in the order of the page."""
    read = re.findall(r"<li>\s*<h3>(.*?)</h3>(.*?)</li>", section(client), re.DOTALL)
    return {
        html.unescape(name): " ".join(html.unescape(re.sub(r"<[^>]+>", " ", said)).split())
        for name, said in read
    }


@pytest.mark.parametrize("age", [0, FRESH_FOR.days, FRESH_FOR.days + 1, 9999])
def test_a_row_says_what_profiles_say_at_whatever_age(client, hana, age):
    payer = insurer(hana, usual_from=20, usual_to=45, usual_on=today() - timedelta(days=age))
    said = " ".join(usually_paid(payer).split())
    assert said in rows(client)["Larch Mutual"]
    assert said in " ".join(html.unescape(client.get("/team/hana/").text).split())


def test_what_was_looked_up_ages_overnight_without_a_write(client, hana):
    insurer(hana, usual_from=20, usual_on=today())
    assert "usually pay about $20" in rows(client)["Larch Mutual"]
    with time_machine.travel(timezone.now() + FRESH_FOR + timedelta(days=2)):
        assert "usually paid about $20" in rows(client)["Larch Mutual"]


def test_where_nobody_looked_it_up_the_row_says_so_and_names_no_price(client, hana):
    insurer(hana)
    assert NOT_LOOKED_UP in rows(client)["Larch Mutual"]
    assert "$" not in section(client)
    assert ESTIMATE not in section(client)


def test_the_estimate_stands_beside_the_amounts(client, hana):
    insurer(hana, usual_from=0, usual_on=today())
    assert "about $0" in section(client)
    assert ESTIMATE in section(client)


def test_how_many_accept_it_is_said_with_the_oldest_day_and_leads_to_them(client, hana):
    payer = insurer(hana)
    assert "One of us accepts it, as of March 4, 2026" in rows(client)["Larch Mutual"]
    insurer(make_therapist("June Aldecott"), as_of="2025-01-02")
    make_therapist("Otis Finch")
    assert "2 of us accept it, as of January 2, 2025" in rows(client)["Larch Mutual"]
    found = client.get(re.search(r'href="(/team/[^"#]*)', section(client))[1]).text
    assert f"payer={payer.pk}" in section(client)
    assert "Hana Wexler" in found
    assert "June Aldecott" in found
    assert "Otis Finch" not in found


def test_each_row_leads_to_the_form_with_its_insurer_chosen(client, hana):
    open_intake()
    payers = [insurer(hana, name) for name in ("Larch Mutual", "Elm Health")]
    led = re.findall(r'href="(/get-started/[^"]*)"', section(client))
    assert led == [
        *(f"/get-started/?payer={payer.pk}" for payer in sorted(payers, key=str)),
        "/get-started/",
    ]
    for address, name in zip(led, ["Elm Health", "Larch Mutual"], strict=False):
        form = client.get(address).context["form"]
        assert form_choices.payers()[form.initial["payment"]] == name


def test_without_any_insurer_one_sentence_is_true_and_nothing_is_empty(client, page, hana):
    Payer.objects.create(name="Larch Mutual", usual_from=20, usual_on=today())
    (name, said), *others = rows(client).items()
    assert (name, others) == ("Any insurer", [])
    assert said.startswith("No profile here names it: ask us.")
    assert ESTIMATE not in section(client)


def test_whoever_is_with_another_insurer_reads_it_last(client, hana):
    insurer(hana)
    assert list(rows(client)) == ["Larch Mutual", "Any other insurer"]


@pytest.mark.parametrize(
    "gone", [{"is_listed": False}, {"left_on": date(2026, 1, 1)}, {"language": "es"}]
)
def test_who_is_not_here_accepts_nothing_here(client, hana, gone):
    insurer(hana)
    for field, value in gone.items():
        setattr(hana, field, value)
    hana.save()
    assert list(rows(client)) == ["Any insurer"]


def test_an_insurer_that_somebody_who_leaves_accepted_is_gone_the_next_day(client, hana):
    insurer(hana)
    hana.left_on = today() + timedelta(days=1)
    hana.save()
    assert "Larch Mutual" in rows(client)
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert list(rows(client)) == ["Any insurer"]


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", 'A "B" & <i>C</i>', "{{ x }}", "x" * 80]
)
def test_a_name_is_text(client, hana, name):
    insurer(hana, name, usual_from=5, usual_to=6, usual_on=today())
    assert name in rows(client)
    assert f"<h3>{escape(name)}</h3>" in section(client)
    assert f"Get started with {escape(name)}</a>" in section(client)


def test_sixty_insurers_stand_in_the_order_of_the_desk_and_cost_no_more_than_one(client, hana):
    insurer(hana, "Number 99", order=99)
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as of_one:
        client.get(ADDRESS)
    for number in range(60):
        insurer(hana, f"Number {number:02}", order=60 - number, usual_from=number, usual_on=today())
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as of_many:
        named = list(rows(client))
    assert named == [
        *(f"Number {number:02}" for number in reversed(range(60))),
        "Number 99",
        "Any other insurer",
    ]
    assert len(of_many) == len(of_one)


def test_other_pages_say_nothing_of_it(client, hana):
    insurer(hana)
    make_page("About", slug="about")
    assert "insured" not in re.sub(r"<link[^>]*>", "", client.get("/about/").text)


def test_the_top_of_the_page_leads_to_it_and_the_text_takes_no_place_of_it(client, page):
    page.body = "<h2>Insurers</h2><p>See below.</p>"
    page.save()
    text = client.get(ADDRESS).text
    assert 'href="#insurers"' in text
    assert text.count('id="insurers"') == 1


def test_search_leads_to_it_only_where_it_is(client, page):
    found = 'href="/fees/#insurers"'
    assert found in client.get("/search/?q=copay").text
    page.lists_insurers = False
    page.save()
    assert found not in client.get("/search/?q=copay").text


def test_who_keeps_pages_chooses_it_at_the_desk(client, page):
    client.force_login(make_user("editor"))
    form = client.get(f"/admin/pages/page/{page.pk}/change/").context["adminform"].form
    assert form["lists_insurers"].value() is True
