"""From which age a young person may ask for care alone is what the practice has put down, and keeps a parent's
contact shut. Every age here is invented."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake import care_alone
from intake.documents.reaching import OtherPerson
from intake.models import CareAloneAge
from tests import factories
from tests.intake.coordinators import address, page_after, sign_in, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
ADD = "/admin/intake/carealoneage/add/"
PARENT = OtherPerson("Ida Quill", "(555) 010-0124", "parent", may_be_told=True)


def told(**fields):
    return factories.make_content(**{"age": "13-17", "people": [PARENT], **fields})


def shut(content):
    return [one.name for one in care_alone.shut_people(content)]


@pytest.mark.parametrize(
    ("age", "band", "is_shut", "asks_first"),
    [
        (13, "13-17", True, False),
        (12, "13-17", True, False),
        (14, "13-17", True, True),
        (17, "13-17", True, True),
        (18, "13-17", False, False),
        (12, "under-13", True, True),
        (13, "under-13", False, False),
        (13, "18-25", False, False),
        (None, "13-17", False, False),
    ],
)
def test_it_is_shut_where_they_are_or_may_be_old_enough(age, band, is_shut, asks_first):
    if age:
        factories.make_care_alone_age(age=age)
    content = told(age=band)
    assert (shut(content) == ["Ida Quill"]) == is_shut
    found = care_alone.of(content)
    assert ("how old they are" in " ".join(found.sentences if found else [])) == asks_first


@pytest.mark.parametrize(
    ("relation", "is_shut"),
    [
        ("parent", True),
        ("family", True),
        ("", True),
        ("partner", False),
        ("friend", False),
        ("professional", False),
    ],
)
def test_whoever_may_be_a_parent_is_shut_and_nobody_else(relation, is_shut):
    factories.make_care_alone_age(age=13)
    assert bool(shut(told(people=[OtherPerson("Wren", "1", relation)]))) == is_shut


@pytest.mark.parametrize(
    ("for_whom", "is_shut"),
    [
        ("me", True),
        ("", True),
        ("couple", True),
        ("child", False),
        ("family", False),
        ("patient", False),
        ("other", False),
    ],
)
def test_it_is_about_the_young_person_who_writes(for_whom, is_shut):
    factories.make_care_alone_age(age=13)
    assert bool(shut(told(for_whom=for_whom))) == is_shut


@pytest.mark.parametrize(
    ("fields", "is_shut"),
    [
        ({"state": "NJ"}, False),
        ({"state": "elsewhere", "other_state": "new york"}, True),
        ({"state": "elsewhere", "other_state": "Ontario"}, False),
        ({"state": ""}, False),
    ],
)
def test_each_state_has_an_age_of_its_own(fields, is_shut):
    factories.make_care_alone_age(age=13)
    content = told(**fields)
    assert bool(shut(content)) == is_shut
    assert care_alone.of(content).sentences, "something is always said of somebody under 18"


@pytest.mark.parametrize("days", [0, 365, 366, 4000])
def test_what_was_looked_up_long_ago_asks_to_be_looked_up_again(days):
    factories.make_care_alone_age(checked_on=timezone.localdate() - timedelta(days=days))
    said = " ".join(care_alone.of(told()).sentences)
    assert ("look again" in said) == (days > 365)
    assert "Dana Osei" in said


@pytest.fixture
def inquiry(client):
    factories.make_care_alone_age(age=13)
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    return factories.make_inquiry(told())


def test_the_desk_is_not_shown_it_anywhere(client, inquiry):
    page = text_of(client.get(address(inquiry)))
    assert "from 13 on" in page
    assert "Do not call a parent" in page
    inquiry.close("client")
    inquiry.save()
    printed = text_of(client.get(f"/admin/intake/inquiry/{inquiry.pk}/sheet/"))
    for place in (page, printed):
        assert "Shut, since they may ask for care alone" in place
        assert "010-0124" not in place
        assert "Ida" not in place


@pytest.mark.parametrize(
    ("choice", "people", "is_open"), [("", 1, False), ("open", 1, True), ("erase", 0, False)]
)
def test_a_correction_keeps_it_shut_unless_they_said_otherwise(
    client, inquiry, choice, people, is_open
):
    given = {"route": "email", "email": "new@mail.example", "shut": choice}
    page = text_of(page_after(client, inquiry, "correct", **given))
    inquiry.refresh_from_db()
    after = factories.told(inquiry)
    assert [one.may_be_told for one in after.people] == [True] * people
    assert ("010-0124" in page) == is_open


def test_a_manager_puts_it_down_with_the_day_and_a_coordinator_reads_it(client):
    user = sign_in(client, "manager")
    assert f'value="{user.name}"' in text_of(client.get(ADD))
    today = timezone.localdate()
    sent = {"state": "NY", "age": "16", "checked_on": today.isoformat(), "checked_by": "Dana Osei"}
    assert client.post(ADD, sent).status_code == 302
    assert CareAloneAge.objects.get().age == 16
    assert "change that one" in text_of(client.post(ADD, sent))
    tomorrow = {"checked_on": (today + timedelta(days=1)).isoformat()}
    assert "has not come yet" in text_of(client.post(ADD, sent | {"state": "NJ"} | tomorrow))
    assert client.post(ADD, sent | {"state": "NJ", "age": "3"}).status_code == 200
    sign_in(client, "coordinator")
    assert client.get(ADD).status_code == 403
    assert "Dana Osei" in text_of(client.get("/admin/intake/carealoneage/"))
