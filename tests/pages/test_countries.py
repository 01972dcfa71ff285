"""Whose crisis help stands where nobody has said in which country the practice is."""

from importlib import import_module
from importlib.resources import files

import pytest
from django.apps import apps

from pages.countries import country_of
from pages.models import CrisisResource, Practice
from tests.factories import make_practice

MIGRATION = import_module("pages.migrations.0010_crisis_help_by_country")
# The country of each zone, as the people who keep the zones write it down.
TABLE = [
    line.split("\t")[:3]
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text().splitlines()
    if not line.startswith("#")
]
AMERICAN = {"US", "PR", "VI", "GU", "MP", "AS", "UM"}
OLD_NAMES = {
    "US/Eastern": True, "US/Michigan": True, "America/Indianapolis": True, "America/Louisville": True, "EST5EDT": True,
    "Navajo": True, "GB": False, "Eire": False, "NZ": False, "Canada/Eastern": False, "CET": False, "Japan": False,
    "Mexico/General": False, "UTC": True, "Etc/UTC": True, "Etc/GMT+8": True, "GMT": True, "": False, "US": False,
}  # fmt: skip


@pytest.mark.parametrize(
    "is_american", [lambda zone: country_of(zone) == "US", MIGRATION.is_american]
)
def test_every_zone_there_is_tells_whether_it_is_of_the_united_states(is_american):
    found = {zone: is_american(zone.strip()) for _code, _place, zone in TABLE}
    expected = {zone: code in AMERICAN for code, _place, zone in TABLE}
    assert len(found) > 300
    assert found == expected
    assert {zone: is_american(zone) for zone in OLD_NAMES} == OLD_NAMES


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("zone", "country"),
    [("America/Detroit", "US"), ("UTC", "US"), ("Europe/Dublin", "ZZ"), ("nonsense", "ZZ")],
)
def test_an_update_takes_the_country_from_the_zone_and_keeps_the_practices_own_lines(zone, country):
    make_practice()
    Practice.objects.update(time_zone=zone, country="CA")
    CrisisResource.objects.create(name="Night line", text="Awake.", country="CA")
    MIGRATION.follow_the_time_zone(apps, None)
    assert Practice.objects.get().country == country
    assert {line.country for line in CrisisResource.objects.all()} == {country}


@pytest.mark.django_db
def test_an_update_before_anybody_wrote_facts_down_changes_nothing():
    MIGRATION.follow_the_time_zone(apps, None)
    assert not Practice.objects.exists()
