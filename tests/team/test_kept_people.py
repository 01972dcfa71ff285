"""Whom lists, filters and the form show is read once, and again as soon as anything about a person is another."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from freshness.rows import whole
from pictures.models import Image
from team import kept_people
from team.models import (
    Compact,
    CompactMember,
    Credential,
    Identity,
    Language,
    Modality,
    Payer,
    PayerParticipation,
    Population,
    PracticeAuthority,
    Specialty,
    Supervision,
    Therapist,
)
from tests.factories import (
    make_compact,
    make_image,
    make_modality,
    make_practice,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db
ZONE = "America/Los_Angeles"


@pytest.fixture
def person(practice):
    """With everything that a list, a filter or the form can say of somebody."""
    supervisor = make_therapist("Marisol Tennant")
    Credential.objects.create(therapist=supervisor, abbreviation="PhD", kind="degree")
    person = make_therapist("Ines Calder", photo=make_image(alt="Ines laughing"))
    Credential.objects.create(therapist=person, abbreviation="MA", kind="degree")
    Supervision.objects.create(supervisee=person, supervisor=supervisor, from_day="2020-01-01")
    make_therapist("Ben Ode")  # a filter is offered where it divides
    payer = Payer.objects.create(name="Meadow Health")
    PayerParticipation.objects.create(therapist=person, payer=payer, as_of="2026-01-01")
    person.therapistspecialty_set.create(specialty=make_specialty("Sleep"), order=0)
    person.modalities.add(make_modality("EMDR"))
    person.populations.add(Population.objects.create(name="Teenagers"))
    compact = make_compact(states=["AZ", "OR"])
    for kind, given in [("license", {}), ("compact", {"compact": compact})]:
        right = {"kind": kind, "state": "OR", "profession": "psychology", **given}
        PracticeAuthority.objects.create(therapist=person, **right)
    person.identities.add(Identity.objects.create(name="A parent"))
    person.languages.add(Language.objects.create(name="Spanish"))
    return person


CHANGES = {
    "a name": lambda: Therapist.objects.filter(name="Ines Calder").update(name="Ines Quill"),
    "somebody comes": lambda: make_therapist("Cal Frey"),
    "somebody is taken off": lambda: Therapist.objects.filter(name="Ben Ode").update(
        is_listed=False
    ),
    "availability": lambda: Therapist.objects.update(availability="closed"),
    "a credential": lambda: Credential.objects.filter(abbreviation="MA").update(
        abbreviation="LMSW"
    ),
    "the supervisor’s credential": lambda: Credential.objects.filter(abbreviation="PhD").delete(),
    "a supervision ends": lambda: Supervision.objects.update(to_day=date(2021, 1, 1)),
    "words of the photo": lambda: Image.objects.update(alt="Ines at the window"),
    "a payer": lambda: Payer.objects.update(name="Harbor Health"),
    "no payer": lambda: PayerParticipation.objects.all().delete(),
    "a specialty": lambda: Specialty.objects.update(name="Rest"),
    "an approach": lambda: Modality.objects.update(name="Brainspotting"),
    "a group": lambda: Population.objects.update(name="Young people"),
    "a language": lambda: Language.objects.update(name="Basque"),
    "a license ends": lambda: PracticeAuthority.objects.filter(state="OR").update(
        to_day=date(2021, 1, 1)
    ),
    "a compact loses a state": lambda: CompactMember.objects.filter(state="AZ").delete(),
    "a compact ends": lambda: Compact.objects.update(profession="nursing"),
    "an identity": lambda: Identity.objects.update(name="A grandparent"),
    "nothing is shared": lambda: Therapist.identities.through.objects.all().delete(),
    "no language": lambda: Therapist.languages.through.objects.all().delete(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_on_the_next_page(client, person, what):
    before = client.get("/team/").content
    CHANGES[what]()
    after = client.get("/team/").content
    assert after != before
    kept_people.kept.held.clear()
    assert client.get("/team/").content == after


def test_whoever_leaves_is_gone_at_midnight_where_the_practice_is(client):
    make_practice(time_zone=ZONE)
    day = datetime(2026, 3, 4, tzinfo=ZoneInfo(ZONE))
    make_therapist("Cal Frey", left_on=day.date())
    for moment, is_there in [(day - timedelta(seconds=1), True), (day, False)]:
        with time_machine.travel(moment, tick=False):
            for address in ("/team/", "/"):
                assert ("Cal Frey" in client.get(address).content.decode()) == is_there, address


def test_a_state_goes_at_the_midnight_that_ends_its_last_day(client):
    make_practice(time_zone=ZONE)
    day = datetime(2026, 3, 4, tzinfo=ZoneInfo(ZONE))
    hana, boss = make_therapist("Hana"), make_therapist("Boss", states=["OR"])
    hana.authorities.create(state="OR", to_day=day.date() - timedelta(days=1))
    june = make_therapist("June", states=["NY"])
    june.authorities.create(state="OR", kind="supervised")
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day="2020-01-01")
    boss.authorities.update(to_day=day.date() - timedelta(days=1))
    for moment, is_there in [(day - timedelta(seconds=1), True), (day, False)]:
        with time_machine.travel(moment, tick=False):
            for name in ("hana", "june"):
                assert ("Oregon" in client.get(f"/team/{name}/").text) == is_there, name
            assert ('value="OR"' in client.get("/team/").text) == is_there


def test_lists_of_people_ask_nothing_of_the_database_while_nobody_writes(client, person):
    addresses = ["/team/", "/", "/specialties/sleep/", "/approaches/emdr/", "/get-started/"]
    for address in addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert not [query for query in asked if 'FROM "team_therapist"' in query["sql"]], address


def test_a_profile_in_another_language_is_on_no_list_of_ours(client, practice):
    make_therapist("Cal Frey", language="es")
    assert "Cal Frey" not in client.get("/team/").content.decode()


@pytest.mark.parametrize("address", ["/", "/specialties/"])
def test_a_topic_counts_whoever_is_on_the_site_today(client, person, address):
    assert "Sleep <span>1 of us</span>" in client.get(address).text
    tomorrow = timezone.localdate() + timedelta(days=1)
    Therapist.objects.filter(pk=person.pk).update(left_on=tomorrow)
    assert "Sleep <span>1 of us</span>" in client.get(address).text
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert "Sleep <span>" not in client.get(address).text
    Therapist.objects.filter(pk=person.pk).update(left_on=None)
    Specialty.objects.update(name="Rest")
    assert "Rest <span>1 of us</span>" in client.get(address).text


def test_texts_that_are_written_after_the_look_do_not_go_out_under_the_state_before(
    client, person, monkeypatch
):
    def late(*asked):
        # Past Django, so that the page does not take it for its own.
        connection.connection.execute(
            "UPDATE team_therapist SET is_listed = (1 = 0), biography = '<p>Not yet.</p>', current_version = 9"
        )
        return whole(*asked)

    assert client.get("/team/ines-calder/").status_code == 200
    monkeypatch.setattr(kept_people, "whole", late)
    response = client.get("/team/ines-calder/")
    assert response.status_code == 404
    assert "Not yet." not in response.text
