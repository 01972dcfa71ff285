"""What is said of the room in a group fades as a person's does: by one table, and it always leads on."""

from datetime import date, timedelta

import pytest
import time_machine

from groups import graph, kept_groups, room
from groups.models import Group
from team.models.room import AGING_FOR, FRESH_FOR, Age
from tests.factories import make_group, make_therapist, open_intake

TODAY = date(2026, 11, 28)
DAYS = {
    Age.FRESH: TODAY - FRESH_FOR,
    Age.AGING: TODAY - AGING_FOR,
    Age.OLD: date(2026, 8, 3),
    Age.NEVER: None,
}
ASK, NEXT = "Ask about this group", "Ask about the next one"
# In a list, on its own page, on the button, and behind its name among others.
SAID = {
    ("open", Age.FRESH): (
        "There is room: two places", "There is room: two places. Confirmed October 31", ASK, "",
    ),
    ("open", Age.AGING): (
        "Had room on October 3: ask us", "Had room on October 3. Ask, and we tell you how it is now", ASK,
        "ask about room",
    ),
    ("open", Age.OLD): ("Ask us about room", "Ask us about room: we last heard in August", ASK, "ask about room"),
    ("open", Age.NEVER): ("Ask us about room", "Ask us about room", ASK, "ask about room"),
    ("waitlist", Age.FRESH): (
        "Full, with a waitlist: two places", "Full, with a waitlist: two places. Confirmed October 31",
        "Ask to be on the waitlist", "full, with a waitlist: two places",
    ),
    ("waitlist", Age.AGING): (
        "Had a waitlist on October 3: ask us",
        "Had a waitlist on October 3. Ask, and we tell you how it is now", ASK, "ask about room",
    ),
    ("waitlist", Age.OLD): (
        "Ask us about the waitlist", "Ask us about room or the waitlist: we last heard in August", ASK,
        "ask about room",
    ),
    ("waitlist", Age.NEVER): (
        "Ask us about the waitlist", "Ask us about room or the waitlist", ASK, "ask about room",
    ),
    ("full", Age.FRESH): ("Full: two places", "Full: two places. Confirmed October 31", NEXT, "full: two places"),
    ("full", Age.AGING): (
        "Had no room on October 3: ask us", "Had no room on October 3. Ask, and we tell you how it is now", ASK,
        "ask about room",
    ),
    ("full", Age.OLD): (
        "Had no room in August: ask us", "Had no room in August. Ask, and we tell you how it is now", ASK,
        "ask about room",
    ),
    ("full", Age.NEVER): ("Ask us about room", "Ask us about room", ASK, "ask about room"),
}  # fmt: skip


@pytest.fixture
def _today():
    with time_machine.travel(f"{TODAY}T17:00:00Z", tick=False):
        yield


def led(**fields):
    group = Group(room_note="two places.", **fields)
    group.led_by = ["somebody"]
    return group


def words_of(group):
    return room.said(group), room.in_full(group), room.ask(group), room.in_brackets(group)


@pytest.mark.usefixtures("_today")
@pytest.mark.parametrize(
    ("said", "age"), [(said, age) for said in Group.Room.values for age in Age]
)
def test_each_word_by_its_age(said, age):
    assert words_of(led(room=said, room_confirmed_on=DAYS[age])) == SAID[said, age]


@pytest.mark.usefixtures("_today")
@pytest.mark.parametrize(("said", "age"), SAID)
def test_only_a_fresh_word_is_told_and_counts_as_room(said, age):
    group = led(room=said, room_confirmed_on=DAYS[age])
    assert room.takes_people(group) == ((said, age) == ("open", Age.FRESH))
    assert bool(graph.in_stock(group)) == (age is Age.FRESH)


@pytest.mark.usefixtures("_today")
@pytest.mark.parametrize("said", Group.Room.values)
def test_of_what_has_begun_the_next_one_is_asked_for(said):
    fields = {"joining": "together", "begins_on": date(2026, 11, 2), "room_confirmed_on": TODAY}
    told = "It has begun. Ask us about the next one"
    in_brackets = "it has begun. Ask us about the next one"
    assert words_of(led(room=said, **fields)) == (told, told, NEXT, in_brackets)


@pytest.mark.usefixtures("_today")
@pytest.mark.parametrize("said", Group.Room.values)
def test_where_nobody_leads_it_no_word_holds_and_one_may_ask(said):
    group = Group(room=said, room_confirmed_on=TODAY)
    told = "Ask us how it goes on"
    assert words_of(group) == (told, told, ASK, "ask about room")
    assert not room.takes_people(group)
    assert graph.in_stock(group) == ""


@pytest.mark.django_db
def test_a_word_fades_by_itself_wherever_it_stands(client, practice):
    open_intake()
    hana = make_therapist("Hana Wexler")
    with time_machine.travel(f"{TODAY}T17:00:00Z", tick=False) as clock:
        group = make_group("Living on", [hana], room_confirmed_on=TODAY - FRESH_FOR)
        places = (
            "/groups/",
            group.get_absolute_url(),
            hana.get_absolute_url(),
            "/search/?q=living+on",
        )
        for place in places:
            assert "There is room" in client.get(place).text, place
        clock.shift(timedelta(days=1))
        for place in places:
            page = client.get(place).text.replace("\xa0", " ")
            assert "Had room on October 31" in page, place
            assert "There is room" not in page, place
        assert kept_groups.to_choose() == {group.slug: "Living on (ask about room)"}
        asked = client.get(f"/get-started/?group={group.slug}").text.replace("\xa0", " ")
        assert "You asked about Living on" in asked
        assert "Had room on October 31: ask us" in asked
