"""Whatever day staff have typed, every page that shows a group or somebody's room is there."""

from datetime import date

import pytest

from team.models import Therapist
from tests.factories import make_group, make_practice, make_therapist

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("day", [date.min, date(1, 1, 2), date(9999, 12, 30), date.max])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
def test_no_day_breaks_a_page(client, day, zone):
    make_practice(time_zone=zone)
    person = make_therapist("Ines Calder", availability="accepting")
    Therapist.objects.filter(pk=person.pk).update(availability_confirmed_on=day)
    group = make_group("Herons", [person], begins_on=day, ends_on=day)
    addresses = [group.get_absolute_url(), person.get_absolute_url()]
    for address in ("/", "/groups/", "/team/", "/get-started/", "/search/?q=herons", *addresses):
        assert client.get(address).status_code == 200, address
