"""Which training stands behind a specialty of somebody, where the practice has written it down."""

import re

import pytest

from editing.rows import rows_data
from team.models import TherapistSpecialty
from tests.factories import make_specialty, make_therapist, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def specialties_on(client, address):
    page = client.get(address).text
    found = re.search(r"(?s)(?:<dt>|<th scope=\"row\">)Specialties(.*?)</(?:div|tr)>", page)[1]
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", found)).strip()


def test_it_is_read_below_the_specialty_and_nothing_where_nothing_is_said(client):
    sleep, grief = make_specialty("Sleep"), make_specialty("Grief")
    hana, ben = make_therapist("Hana Wexler"), make_therapist("Ben Ode")
    for order, topic in enumerate([grief, sleep]):
        hana.therapistspecialty_set.create(specialty=topic, order=order)
    ben.therapistspecialty_set.create(specialty=grief)
    assert specialties_on(client, hana.get_absolute_url()) == "Grief Sleep"
    TherapistSpecialty.objects.filter(therapist=hana, specialty=grief).update(training="A hospice")
    assert specialties_on(client, hana.get_absolute_url()) == "Grief A hospice Sleep"
    assert specialties_on(client, ben.get_absolute_url()) == "Grief"
    beside = f"/team/compare/people/?who={hana.slug}&who={ben.slug}"
    assert "Grief A hospice Sleep" in specialties_on(client, beside)


def test_the_form_of_the_profile_keeps_it(client):
    hana, grief = make_therapist("Hana Wexler"), make_specialty("Grief")
    client.force_login(make_user("manager"))
    data = {"name": "Hana Wexler", "title": "Psychologist", "availability": "closed", "order": "0"}
    for name in ("credentials", "fees", "payer_participations"):
        data |= rows_data(name, [])
    row = {"specialty": grief.pk, "training": "Two years in a hospice"}
    data |= rows_data("ordered_specialties", [row])
    client.post(f"/admin/team/therapist/{hana.pk}/change/", data)
    assert hana.therapistspecialty_set.get().training == "Two years in a hospice"
    assert "Two years in a hospice" in client.get(f"/admin/team/therapist/{hana.pk}/change/").text
