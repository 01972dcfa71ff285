"""The form of a profile: its parts, its card, and what saving does to readers."""

import re

import pytest

from team.models import Therapist
from tests.factories import make_therapist, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def page_of(client, therapist, role="manager"):
    client.force_login(make_user(role) if isinstance(role, str) else role)
    return client.get(f"/admin/team/therapist/{therapist.pk}/change/").text


def test_the_card_stands_beside_the_form_and_follows_it(client):
    therapist = make_therapist("Hana Wexler", opening_lines="There is no wrong beginning.")
    card = re.search(r'(?s)<aside class="seen live-card".*?</aside>', page_of(client, therapist))[0]
    assert "Hana Wexler" in card
    assert "There is no wrong beginning." in card
    html = page_of(client, therapist)
    for field in re.findall(r'data-follows="(\w+)"', card):
        assert f'id="{field}"' in html


@pytest.mark.parametrize(("listed", "said"), [(True, "is on the site"), (False, "not on the site")])
def test_saving_says_whether_anybody_reads_it(client, listed, said):
    html = page_of(client, make_therapist("Hana Wexler", is_listed=listed))
    assert said in re.search(r'(?s)<p class="saving">.*?</p>', html)[0]


def test_the_room_is_confirmed_by_a_box_beside_it(client):
    html = page_of(client, make_therapist("Hana Wexler"))
    assert html.count('type="checkbox" name="_confirm_availability"') == 1


def test_a_clinician_has_the_same_page_with_the_own_parts(client):
    user = make_user("clinician")
    therapist = make_therapist("Hana Wexler", user=user, availability_confirmed_on=None)
    html = page_of(client, therapist, user)
    assert html.count('<details class="section" open>') == 5
    assert 'type="checkbox" name="_confirm_availability"' in html
    assert Therapist.objects.get().availability_confirmed_on is None


def test_a_new_profile_has_the_page_as_well(client):
    client.force_login(make_user("manager"))
    assert 'class="seen live-card"' in client.get("/admin/team/therapist/add/").text
