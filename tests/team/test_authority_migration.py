"""The states that profiles named are licenses now, and come back as they were."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps

from team.models import Credential, PracticeAuthority, Supervision
from tests.factories import make_therapist

pytestmark = pytest.mark.django_db
step = import_module("team.migrations.0009_states_to_authorities")


def authority(person, state):
    row = step.authority(apps, person.pk, state)
    return row.kind, row.number


@pytest.mark.parametrize(
    ("credentials", "is_supervised", "expected"),
    [
        ([], None, ("license", "")),
        ([("license", "NY", "7")], None, ("license", "7")),
        ([("license", "NJ", "7")], None, ("license", "")),
        ([("degree", "NY", "7")], None, ("license", "")),
        ([("registration", "NY", "9")], None, ("registration", "9")),
        ([("registration", "NY", "9")], "", ("supervised", "9")),
        ([], "NY", ("supervised", "")),
        ([], "NJ", ("license", "")),
        ([("license", "NY", ""), ("license", "NY", "8")], None, ("license", "8")),
    ],
)
def test_a_state_becomes_what_the_profile_says_of_it(credentials, is_supervised, expected):
    person = make_therapist(states=[])
    for kind, state, number in credentials:
        Credential.objects.create(therapist=person, kind=kind, state=state, number=number, name="x")
    if is_supervised is not None:
        Supervision.objects.create(
            supervisee=person,
            supervisor=make_therapist(),
            state=is_supervised,
            from_day="2020-01-01",
        )
    assert authority(person, "NY") == expected


def test_a_supervision_that_is_over_makes_nobody_a_trainee():
    person = make_therapist(states=[])
    Supervision.objects.create(
        supervisee=person,
        supervisor=make_therapist(),
        from_day="2020-01-01",
        to_day="2021-01-01",
    )
    assert authority(person, "NY") == ("license", "")


def test_the_way_back_gives_each_profile_its_states_in_their_order():
    person = make_therapist(states=["WA", "NY", "WA"])
    told = {}

    class Row(SimpleNamespace):
        def save(self, update_fields):
            told[self.pk] = self.states

    old = SimpleNamespace(
        objects=SimpleNamespace(all=lambda: [Row(pk=person.pk, translation_of_id=None)])
    )
    models = {"Therapist": old, "PracticeAuthority": PracticeAuthority}
    step.take_back(SimpleNamespace(get_model=lambda _app, name: models[name]), None)
    assert told == {person.pk: ["WA", "NY"]}
