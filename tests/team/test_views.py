import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from team.models import Credential, OfficePerson, Supervision
from tests.factories import (
    make_image,
    make_modality,
    make_practice,
    make_specialty,
    make_therapist,
)
from tests.team.names_shown import names_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def full_therapist(topic, approach, photo):
    """Somebody with one of everything, supervised by somebody with letters."""
    person, supervisor = make_therapist(photo=photo), make_therapist(photo=photo)
    person.therapistspecialty_set.create(specialty=topic)
    person.modalities.add(approach)
    person.fees.create(service="Session", amount=180)
    for who in (person, supervisor):
        Credential.objects.create(therapist=who, name="Doctor", abbreviation="PhD")
    Supervision.objects.create(
        supervisee=person, supervisor=supervisor, from_day=timezone.localdate()
    )
    return person


def test_pages_cost_the_same_for_three_people_and_ten(client):
    make_practice()
    topic, approach, photo = make_specialty(), make_modality(), make_image()
    counts = {}
    for total in (3, 10):
        for _n in range(total - topic.therapists.count()):
            person = full_therapist(topic, approach, photo)
            OfficePerson.objects.create(first_name="Dana", role="Office", photo=photo)
        for address in (
            "/team/",
            "/specialties/",
            "/approaches/",
            topic.get_absolute_url(),
            approach.get_absolute_url(),
        ):
            client.get(address)  # what is kept of the practice is read
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts.setdefault(address, []).append(len(queries))
    assert {address: few for address, (few, _many) in counts.items()} == {
        address: many for address, (_few, many) in counts.items()
    }
    with CaptureQueriesContext(connection) as queries:
        client.get(person.get_absolute_url())
    assert len(queries) < 30


def test_only_people_on_the_site_are_shown(client):
    make_therapist("Shown Person")
    hidden = make_therapist("Hidden Person", is_listed=False)
    html = client.get("/team/").text
    assert "Shown Person" in html
    assert "Hidden Person" not in html
    assert client.get(hidden.get_absolute_url()).status_code == 404


def test_a_leaver_s_address_says_so_and_names_others(client):
    topic = make_specialty()
    leaver = make_therapist("Gone Person", left_on=timezone.localdate())
    other = make_therapist("Here Person")
    for person in (leaver, other):
        person.therapistspecialty_set.create(specialty=topic)
    response = client.get(leaver.get_absolute_url())
    assert response.status_code == 410
    assert "Gone Person has left the practice" in response.text
    assert other.get_absolute_url() in response.text
    assert "Gone Person" not in client.get("/team/").text
    leaver.is_listed = False
    leaver.save()
    assert client.get(leaver.get_absolute_url()).status_code == 404


def test_a_day_of_leaving_to_come_changes_nothing_yet(client):
    person = make_therapist(left_on=timezone.localdate() + timedelta(days=1))
    assert client.get(person.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("where", ["card", "profile", "topic"])
def test_supervision_is_shown_wherever_a_supervised_person_is_named(client, where):
    topic = make_specialty()
    person = full_therapist(topic, make_modality(), None)
    Supervision.objects.update(supervisor=make_therapist("Marisol Tennant"))
    address = {"card": "/team/", "profile": person.get_absolute_url()}.get(
        where, topic.get_absolute_url()
    )
    assert "supervised by Marisol Tennant" in client.get(address).text


def test_specialties_are_read_in_the_order_the_therapist_wants(client):
    person = make_therapist()
    for order, name in enumerate(["Worry", "Anger"]):
        topic = make_specialty(name)
        person.therapistspecialty_set.create(specialty=topic, order=order)
    html = client.get(person.get_absolute_url()).text
    facts = html[html.index('id="facts"') :]
    assert facts.index("Worry") < facts.index("Anger")


def test_what_staff_write_is_shown_as_text(client):
    attack = "<script>alert(1)</script>"
    person = make_therapist("Ana <b>", opening_lines=attack, biography=f"<p>Hello.{attack}</p>")
    person.fees.create(service=attack, amount=1, note=attack)
    for address in ("/team/", person.get_absolute_url()):
        assert "<script>alert" not in client.get(address).text


@pytest.mark.parametrize("slug", ["nobody", "x" * 300, "%00", "..%2f"])
def test_unknown_people_are_not_found(client, slug):
    assert client.get(f"/team/{slug}/").status_code in {400, 404}


def test_everybody_of_a_large_practice_is_on_some_page_and_nobody_on_two(
    client, practice, monkeypatch
):
    monkeypatch.setattr("team.views.TherapistListView.paginate_by", 3)
    people = [
        make_therapist(f"Person {letter}", is_evening=letter in "ACEFG", order=number)
        for number, letter in enumerate("ABCDEFGH")
    ]
    address, found = "/team/?time=evening", []
    while address:
        page = client.get(address).text
        found += names_on(page)
        assert "5 people fit<" in page
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = following and "/team/" + unescape(following[1])
    assert sorted(found) == [person.name for person in people if person.is_evening]
    assert client.get("/team/?page=9").status_code == 404


def test_a_topic_with_many_people_leads_on_to_all_of_them(client, practice, monkeypatch):
    monkeypatch.setattr("team.topic_views.MOST_SHOWN", 2)
    topic = make_specialty("Grief")
    make_therapist("Nobody for it")
    for letter in "ABC":
        make_therapist(f"Person {letter}").therapistspecialty_set.create(specialty=topic, order=0)
    page = client.get("/specialties/grief/").text
    assert len(names_on(page)) == 2
    following = re.search(r'<a class="go" href="(/team/[^"]+)">Everybody for this', page)[1]
    assert sorted(names_on(client.get(following).text)) == ["Person A", "Person B", "Person C"]


@pytest.mark.parametrize(
    ("query", "title", "canonical"),
    [
        ("", "Team", "/team/"),
        ("page=2", "Team, page 2", "/team/?page=2"),
        ("time=evening", "5 people: evenings · Team", "/team/"),
        ("time=evening&page=2", "5 people: evenings · Team, page 2", "/team/"),
    ],
)
def test_search_engines_are_told_of_the_one_list_of_everybody(
    client, practice, monkeypatch, settings, query, title, canonical
):
    monkeypatch.setattr("team.views.TherapistListView.paginate_by", 3)
    for letter in "ABCDEFGH":
        make_therapist(f"Person {letter}", is_evening=letter in "ACEFG")
    page = client.get(f"/team/?{query}").text
    assert re.search(r"<title>([^<]+)</title>", page)[1].startswith(f"{title} · Larchmont")
    assert f'rel="canonical" href="{settings.SITE_URL}{canonical}"' in page
