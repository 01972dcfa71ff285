from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from groups.models import Group
from tests.factories import make_group

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 28)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
DAYS = [None, BEFORE, DAY, AFTER]


def test_what_is_over_is_told_alike_by_a_row_and_by_the_database():
    for kind in Group.Kind.values:
        for begins in DAYS:
            for ends in DAYS:
                if begins and ends and ends < begins:
                    continue
                make_group(kind=kind, begins_on=begins, ends_on=ends)
    to_come = set(Group.objects.to_come(DAY).values_list("pk", flat=True))
    for group in Group.objects.all():
        is_over = group.is_over(DAY)
        assert (group.pk not in to_come) == is_over, (group.kind, group.begins_on, group.ends_on)
    assert 0 < len(to_come) < Group.objects.count()


def test_a_workshop_is_over_the_day_after_and_a_group_that_goes_on_never():
    assert make_group(kind="workshop", begins_on=BEFORE).is_over(DAY)
    assert not make_group(kind="workshop", begins_on=DAY).is_over(DAY)
    assert not make_group(begins_on=date(2001, 1, 1)).is_over(DAY)
    assert make_group(ends_on=BEFORE).is_over(DAY)


@pytest.mark.parametrize(
    "fields",
    [
        {"begins_on": AFTER, "ends_on": BEFORE},
        {"begins_at": time(12), "ends_at": time(12)},
        {"youngest": 18, "oldest": 17},
    ],
)
def test_nothing_ends_before_it_begins(fields):
    group = make_group()
    with pytest.raises(IntegrityError), transaction.atomic():
        Group.objects.filter(pk=group.pk).update(**fields)


def test_two_have_never_the_same_address():
    make_group(slug="sleep")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_group(slug="sleep")


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("for_whom", {"for_whom": " "}),
        ("body", {"body": ""}),
        ("is_in_person", {"is_in_person": False}),
        ("weekday", {"weekday": None}),
        ("begins_on", {"kind": "workshop"}),
    ],
)
def test_nothing_goes_out_without_what_somebody_has_to_know(field, fields):
    group = make_group()
    group.check_ready()
    for name, value in fields.items():
        setattr(group, name, value)
    with pytest.raises(ValidationError) as refused:
        group.check_ready()
    assert list(refused.value.message_dict) == [field]
