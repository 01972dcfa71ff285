"""A page that says who is training here keeps itself."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from team.models import Supervision
from tests.factories import make_page, make_therapist
from tests.team.rights import nobody, right

pytestmark = pytest.mark.django_db
ADDRESS = "/training/"


@pytest.fixture
def page(practice):
    return make_page("Training", slug="training", lists_trainees=True)


@pytest.fixture
def intern(practice):
    boss = nobody("Marisol Tennant", order=9)
    right(boss, "NY", number="N-1")
    june = nobody("June Aldecott", title="Doctoral Intern")
    right(june, "NY", kind="supervised")
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day=date(2020, 1, 1))
    return june


def test_whoever_trains_here_is_named_with_the_supervisor(client, page, intern):
    make_therapist("Ines Calder")
    text = client.get(ADDRESS).text
    assert "Doctoral Intern, supervised by Marisol Tennant" in text
    assert intern.get_absolute_url() in text
    assert "Ines Calder" not in text
    assert "/team/marisol-tennant/" not in text


def test_a_page_without_trainees_says_so_and_keeps_its_words(client, page):
    text = client.get(ADDRESS).text
    assert "Nobody is training here just now." in text
    assert "A session is fifty minutes." in text


@pytest.mark.parametrize("days", [-400, -1])
def test_whose_supervision_is_over_is_on_it_no_longer(client, page, intern, days):
    Supervision.objects.update(to_day=timezone.localdate() + timedelta(days=days))
    assert "June Aldecott" not in client.get(ADDRESS).text


def test_somebody_who_left_or_is_not_shown_is_not_on_it(client, page, intern):
    for fields in ({"is_listed": False}, {"left_on": timezone.localdate()}):
        for name, value in fields.items():
            setattr(intern, name, value)
        intern.save()
        assert "June Aldecott" not in client.get(ADDRESS).text
        intern.is_listed, intern.left_on = True, None
        intern.save()
        assert "June Aldecott" in client.get(ADDRESS).text


def test_other_pages_name_nobody(client, intern, practice):
    make_page("Fees", slug="fees")
    assert "June Aldecott" not in client.get("/fees/").text


def test_a_first_name_alone_stands_there_alone(client, page, intern):
    intern.first_name_only = "June"
    intern.save()
    text = client.get(ADDRESS).text
    assert "June" in text
    assert "Aldecott" not in text
