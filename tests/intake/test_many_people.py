"""Where a practice is large, the form lists nobody, and whoever came from somebody's page asks for them."""

import pytest

from intake.models import Inquiry
from intake.wishes import MOST_LISTED
from team.models import Therapist
from tests.factories import make_practice, make_therapist, open_intake, told
from tests.intake.coordinators import text_of
from tests.intake.persons import URL, answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def hana(db):
    make_practice()
    open_intake()
    Therapist.objects.bulk_create(
        Therapist(name=f"Person {number}", slug=f"person-{number}", title="PhD", is_listed=True)
        for number in range(MOST_LISTED - 1)
    )
    return make_therapist("Hana Wexler")


@pytest.fixture
def one_too_many(hana):
    make_therapist("Ines Calder")


def options(page):
    return page.count('<option value="person-') + page.count('<option value="hana-wexler"')


def test_sixty_people_are_listed(client, hana):
    page = text_of(client.get(URL))
    assert options(page) == MOST_LISTED
    assert "too many to list" not in page


def test_of_more_nobody_is_and_the_team_is_a_link_away(client, one_too_many):
    page = text_of(client.get(URL))
    assert options(page) == 0
    assert '<a href="/team/" target="_blank" rel="noopener">' in page


def test_whose_page_one_came_from_is_chosen(client, one_too_many):
    page = text_of(client.get(URL, {"therapist": "hana-wexler"}))
    assert options(page) == 1
    assert '<option value="hana-wexler" selected>' in page


def test_nobody_is_made_up(client, one_too_many):
    page = text_of(client.get(URL, {"therapist": '"><b>'}))
    assert options(page) == 0
    assert '"><b>' not in page


def test_whom_one_asked_for_stays_after_a_mistake_and_arrives(client, one_too_many):
    page = text_of(client.post(URL, answers(name="", therapist="hana-wexler")))
    assert '<option value="hana-wexler" selected>' in page
    client.post(URL, answers(therapist="hana-wexler"))
    assert told(Inquiry.objects.get()).therapist == "Hana Wexler"
