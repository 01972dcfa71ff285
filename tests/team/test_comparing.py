"""A few people side by side: whom somebody chose stands in the address, and only there."""

import html
import re

import pytest
from django.utils import timezone

from practice_site.kept_pages.which import address_of
from team.models import Language, Payer, Therapist
from tests.factories import make_specialty, make_therapist

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
ADDRESS = "/team/compare/people/"
NAMES = ["Ana One", "Ben Two", "Cal Three", "Dee Four", "Eli Five"]


@pytest.fixture
def people():
    sleep = make_specialty("Sleep", slug="sleep")
    made = {name: make_therapist(name, order=order) for order, name in enumerate(NAMES)}
    made["Ana One"].specialties.add(sleep)
    made["Ana One"].languages.add(Language.objects.create(name="Welsh"))
    made["Ben Two"].fees.create(service="Session", amount=90, minutes=50, note="less if need be")
    made["Ben Two"].payer_participations.create(
        payer=Payer.objects.create(name="Larch Mutual"), as_of="2026-01-02"
    )
    return made


def asked(*slugs, **choices):
    query = [*(f"who={slug}" for slug in slugs), *(f"{n}={v}" for n, v in choices.items())]
    return f"{ADDRESS}?{'&'.join(query)}"


def page_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.text)


def columns(page):
    head = page.partition("<thead>")[2].partition("</thead>")[0]
    return re.findall(r'<a class="name"[^>]*>([^<]*)', head)


def row(page, term):
    found = re.search(rf'(?s)<th scope="row">{term}</th>(.*?)</tr>', page)
    return [
        re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", cell)).strip()
        for cell in found[1].split("</td>")[:-1]
    ]


def test_everybody_who_was_chosen_answers_the_same_questions(client, people):
    page = page_of(client, asked("ben-two", "ana-one"))
    assert columns(page) == ["Ben Two", "Ana One"]
    assert row(page, "Specialties") == ["Ben Two Ask us", "Ana One Sleep"]
    assert row(page, "Fees") == [
        "Ben Two Session: $90 for 50 minutes less if need be", "Ana One Ask us",
    ]  # fmt: skip
    assert row(page, "Insurance accepted")[0] == "Ben Two Larch Mutual as of January 2, 2026"
    assert row(page, "Languages")[1] == "Ana One Welsh"
    assert '<th scope="row">Types of therapy' not in page  # nobody has any


def test_whoever_is_not_on_the_site_is_left_out_with_a_sentence(client, people):
    Therapist.objects.filter(slug="cal-three").update(is_listed=False)
    Therapist.objects.filter(slug="dee-four").update(left_on=timezone.localdate())
    page = page_of(client, asked("cal-three", "dee-four", "nobody-here", "ana-one", "ben-two"))
    assert columns(page) == ["Ana One", "Ben Two"]
    assert "We left them out" in page
    for said in ("Cal Three", "Dee Four", "nobody"):
        assert said not in page
    assert "We left them out" not in page_of(client, asked("ana-one", "ben-two"))


def test_four_are_shown_and_who_is_not_is_named(client, people):
    page = page_of(client, asked(*(person.slug for person in people.values())))
    assert columns(page) == NAMES[:4]
    assert "Not shown: Eli Five." in page
    assert 'id="who"' not in page


@pytest.mark.parametrize(
    ("chosen", "said"), [([], "Choose two to four"), (["ana-one"], "Choose somebody")]
)
def test_fewer_than_two_are_helped_to_add_somebody(client, people, chosen, said):
    page = page_of(client, asked(*chosen))
    assert said in page
    offered = re.findall(r'<option value="([^"]+)"', page)
    assert sorted(offered) == sorted({one.slug for one in people.values()} - set(chosen))
    hidden = re.findall(r'type="hidden" name="who" value="([^"]+)"', page)
    assert hidden == chosen


def test_somebody_chosen_twice_or_nobody_chosen_in_the_list_changes_nothing(client, people):
    page = page_of(client, f"{asked('ana-one', 'ana-one', 'ben-two')}&who=")
    assert columns(page) == ["Ana One", "Ben Two"]
    assert "We left them out" not in page


def test_each_can_be_left_out_and_the_others_stay(client, people):
    page = page_of(client, asked("ana-one", "ben-two", "cal-three", specialty="sleep"))
    leave_out = re.findall(r'<a class="leave-out small" href="([^"]+)"', page)
    assert leave_out[1] == f"{ADDRESS}?who=ana-one&who=cal-three&specialty=sleep"


def test_what_was_chosen_in_the_directory_goes_along(client, people):
    directory = page_of(client, "/team/?specialty=sleep&room=1")
    assert '<form class="comparing"' not in directory  # one person fits
    people["Ben Two"].specialties.add(*people["Ana One"].specialties.all())
    directory = page_of(client, "/team/?specialty=sleep")
    form = directory.partition('<form class="comparing"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="specialty" value="sleep">' in form
    page = page_of(client, asked("ana-one", "cal-three", specialty="sleep", room="1"))
    assert "/team/?specialty=sleep" in page
    assert 'href="/get-started/?therapist=ana-one&specialty=sleep"' in page
    # First whoever fits as well.
    assert re.findall(r'<option value="([^"]+)"', page) == ["ben-two"]


def test_a_wish_for_room_goes_back_to_the_list_and_not_to_the_form(client, people):
    Therapist.objects.exclude(slug="ana-one").update(availability="closed")
    page = page_of(client, asked("ana-one", "ben-two", room="1"))
    assert 'href="/team/?room=1#found"' in page
    assert 'href="/get-started/?therapist=ana-one"' in page
    assert "room=1" in re.findall(r'<a class="leave-out small" href="([^"]+)"', page)[0]


def test_a_directory_offers_it_where_there_is_somebody_to_compare(client, people):
    page = page_of(client, "/team/")
    boxes = re.findall(r'type="checkbox" name="who" value="([^"]+)" form="compare"', page)
    assert sorted(boxes) == sorted(person.slug for person in people.values())
    Therapist.objects.exclude(slug="ana-one").delete()
    for address in ("/team/", "/team/ana-one/"):
        assert "compare" not in page_of(client, address)


def test_a_profile_leads_there_with_whoever_else_has_room(client, people):
    assert f'href="{asked("ana-one")}"' in page_of(client, "/team/ana-one/")
    people["Ben Two"].specialties.add(*people["Ana One"].specialties.all())
    Therapist.objects.filter(slug="ana-one").update(availability="closed")
    assert f'href="{asked("ana-one", "ben-two")}"' in page_of(client, "/team/ana-one/")


def test_search_engines_leave_it_out_and_one_address_is_its_own(client, people, settings):
    response = client.get(asked("ana-one", "ben-two", "nobody-here", specialty="sleep"))
    assert '<meta name="robots" content="noindex">' in response.text
    assert (
        f'rel="canonical" href="{settings.SITE_URL}{ADDRESS}?who=ana-one&amp;who=ben-two"'
        in response.text
    )
    assert "og:title" not in response.text
    assert "<title>Side by side: Ana One; Ben Two · " in response.text
    assert not response.cookies


def test_it_is_kept_for_as_long_as_its_rows_are_what_they_are_by_who_stands_first():
    one, other = "who=ana-one&who=ben-two", "who=ben-two&who=ana-one"
    assert address_of(ADDRESS, f"x=1&{one}") == f"{ADDRESS}?{one}"
    assert address_of(ADDRESS, one) != address_of(ADDRESS, other)
