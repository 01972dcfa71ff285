"""What visitors see of groups and workshops, and of those who lead them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from editing.models import Redirect
from groups.models import Group
from pages.models import Location
from team.models import Supervision
from tests.assertions import assert_cost_does_not_grow
from tests.factories import (
    make_group,
    make_notice,
    make_notice_text,
    make_specialty,
    make_therapist,
)
from tests.sitemap import public_paths
from tests.team.rights import nobody, right
from writing.unbroken import unbroken

pytestmark = pytest.mark.django_db
LIST = "/groups/"


@pytest.fixture(autouse=True)
def house(practice):
    return Location.objects.create(
        practice=practice, name="The house", street="14 Larch Street", city="Wendham"
    )


def at(client, group):
    return client.get(group.get_absolute_url()).content.decode()


def test_a_page_says_for_whom_who_leads_when_where_for_how_much_and_whether_there_is_room(
    client, house
):
    make_notice_text(make_notice("good-faith-estimate"), timezone.now() - timedelta(days=1))
    hana = make_therapist("Hana Wexler")
    grief = make_specialty("Grief")
    group = make_group(
        "Living on", [hana], [grief], location=house, price=45, price_note="a meeting", youngest=18,
        begins_at="18:00", room="waitlist", room_note="two months", room_confirmed_on=date(2026, 11, 23),
    )  # fmt: skip
    text = at(client, group)
    for words in [
        "Living on", "Whoever lost somebody", "From age 18 on", "Hana Wexler", "Licensed psychologist", unbroken("Tuesdays, 6 p.m."),
        "The house", "14 Larch Street, Wendham", "$45 for a meeting", unbroken("Full, with a waitlist: two months. Confirmed November 23"),
        "Ask to be on the waitlist", "People sit in a circle.", 'href="/specialties/grief/"', "/notices/good-faith-estimate/",
    ]:  # fmt: skip
        assert words in text, words


def test_lists_topics_and_whoever_leads_lead_to_it(client):
    hana, grief = make_therapist("Hana Wexler"), make_specialty("Grief")
    make_group("Living on", [hana], [grief], slug="living-on")
    for address in (LIST, "/specialties/grief/", hana.get_absolute_url()):
        assert 'href="/groups/living-on/"' in client.get(address).content.decode(), address


def test_drafts_and_what_was_put_in_the_trash_are_for_no_visitor(client):
    draft = make_group("Draft", state="draft", publish_at=None)
    later = make_group("Later", publish_at=timezone.now() + timedelta(days=1))
    thrown = make_group("Thrown")
    thrown.put_in_trash("Dana")
    taken = make_group("Taken")
    taken.withdraw()
    statuses = [client.get(one.get_absolute_url()).status_code for one in (draft, later, thrown, taken)]  # fmt: skip
    assert statuses == [404, 404, 410, 410]
    text = client.get(LIST).content.decode()
    assert not any(one.title in text for one in (draft, later, thrown, taken))


def test_what_is_over_leaves_lists_and_sitemap_at_the_practices_midnight_and_keeps_its_address(
    client, practice
):
    practice.time_zone = "America/Los_Angeles"
    practice.save()
    zone = ZoneInfo("America/Los_Angeles")
    grief = make_specialty("Grief")
    group = make_group(
        "A day", specialties=[grief], kind="workshop", begins_on=date(2027, 1, 30), slug="a-day"
    )
    address = group.get_absolute_url()
    make_group("Another one")
    with time_machine.travel(datetime(2027, 1, 30, 23, 59, tzinfo=zone), tick=False):
        assert address in client.get(LIST).text
        assert address in public_paths(client)
        assert "It took place" not in at(client, group)
    with time_machine.travel(datetime(2027, 1, 31, 0, 1, tzinfo=zone), tick=False):
        assert address not in client.get(LIST).text
        assert address not in client.get("/specialties/grief/").text
        assert address not in public_paths(client)
        text = at(client, group)
        assert unbroken("It took place on January 30, 2027.") in text
        assert "Another one" in text, "what is still to come"
        assert 'name="robots" content="noindex"' in text
        assert "ld+json" not in text
        assert "Ask about" not in text


def test_without_any_there_is_no_way_there(client):
    assert LIST not in public_paths(client)
    assert f'href="{LIST}"' not in client.get("/team/").text
    page = client.get(LIST)
    assert page.status_code == 200
    assert 'name="robots" content="noindex"' in page.text
    make_group()
    assert LIST in public_paths(client)
    assert f'href="{LIST}"' in client.get("/team/").text
    assert "noindex" not in client.get(LIST).text


def test_whoever_has_left_leads_nothing_any_more(client):
    hana, ines = make_therapist("Hana Wexler"), make_therapist("Ines Calder")
    group = make_group("Living on", [hana, ines])
    hana.left_on = timezone.localdate()
    hana.save()
    for text in (at(client, group), client.get(LIST).text):
        assert "Hana Wexler" not in text
        assert "Ines Calder" in text


def test_a_trainee_leads_beside_whoever_supervises_and_without_supervision_not_at_all(client):
    boss = nobody("Marisol Tennant", order=9)
    right(boss, "NY")
    june = nobody("June Aldecott", title="Doctoral Intern", order=1)
    right(june, "NY", kind="supervised")
    row = Supervision.objects.create(supervisee=june, supervisor=boss, from_day="2020-01-01")
    group = make_group("Living on", [june, boss])
    for text in (at(client, group), client.get(LIST).text):
        assert "Doctoral Intern, supervised by Marisol Tennant" in text
        assert text.count("Doctoral Intern") == text.count("Doctoral Intern, supervised by")
        first = min(text.index(name) for name in ("June Aldecott", "Marisol Tennant"))
        assert first == text.index("Marisol Tennant"), "whoever is responsible comes first"
    row.to_day = date(2021, 1, 1)
    row.save()
    for text in (at(client, group), client.get(LIST).text):
        assert "June Aldecott" not in text


def test_by_video_it_is_for_states_where_everybody_who_leads_may_see_people(client):
    hana, ines = nobody("Hana Wexler"), nobody("Ines Calder")
    for state in ("OR", "WA", "ID"):
        right(hana, state)
    right(ines, "OR")
    right(ines, "WA", way="video")
    right(ines, "ID", way="in-person")
    group = make_group("Worry", [hana, ines], is_video=True, is_in_person=False)
    assert "if you are in Oregon or Washington" in at(client, group)
    ines.authorities.filter(state="WA").delete()
    assert "if you are in Oregon</small>" in at(client, group)
    ines.authorities.all().delete()
    assert "By video" not in at(client, group)


def lapse(person):
    """A trainee for whom nobody is responsible any more."""
    person.authorities.all().delete()
    right(person, "NY", kind="supervised")


@pytest.mark.parametrize("unnamed", ["nobody", "unlisted", "lapsed"])
def test_of_somebody_without_place_nobody_is_told_where_and_when(client, house, unnamed):
    noor = make_therapist("Noor", is_without_place=True, is_listed=unnamed != "unlisted")
    if unnamed == "lapsed":
        lapse(noor)
    hana = make_therapist("Hana Wexler")
    group = make_group(
        "Worry", [noor, hana], location=house, begins_at="16:00", begins_on="2099-01-06"
    )
    own = [noor.get_absolute_url()] if unnamed == "nobody" else []
    for address in (group.get_absolute_url(), LIST, hana.get_absolute_url(), *own):
        page = client.get(address).text
        text = page[page.index("<main") : page.index("</main")] + page[: page.index("</head>")]
        for words in ("Tuesdays", "4 p.m.", "14 Larch Street", "The house", "2099"):
            assert words not in text, (address, words)
    assert "We tell you where and when" in at(client, group)
    assert ("Noor" in at(client, group)) is (unnamed == "nobody")


def test_what_somebody_wished_who_has_left_holds_no_more(client, house):
    noor = make_therapist("Noor", is_without_place=True, left_on=timezone.localdate())
    group = make_group("Worry", [noor, make_therapist("Hana Wexler")], location=house)
    assert "14 Larch Street" in at(client, group)


@pytest.mark.parametrize("how", ["unlisted", "lapsed", "left"])
def test_by_video_whoever_leads_unnamed_must_be_allowed_there_as_well(client, how):
    hana, ines = make_therapist("Hana Wexler", ["OR", "WA"]), make_therapist("Ines Calder", ["OR"])
    group = make_group("Worry", [hana, ines], is_video=True, is_in_person=False)
    ines.is_listed = how != "unlisted"
    ines.left_on = timezone.localdate() if how == "left" else None
    ines.save()
    if how == "lapsed":
        lapse(ines)
    said = {"unlisted": "if you are in Oregon<", "left": "if you are in Oregon or Washington<"}
    for address in (group.get_absolute_url(), LIST):
        text = client.get(address).text
        assert "Ines Calder" not in text
        assert (said.get(how, "if you are in") in text) is (how in said)


def test_a_wish_of_somebody_unnamed_is_obeyed_as_soon_as_it_is_written_down(client, house):
    noor = make_therapist("Noor", is_listed=False)
    group = make_group("Worry", [noor], location=house)
    assert "14 Larch Street" in at(client, group)
    noor.is_without_place = True
    noor.save()
    for address in (group.get_absolute_url(), LIST):
        assert "Larch" not in client.get(address).text.split("<main")[1].split("</main")[0]


def test_an_address_that_moved_leads_on(client):
    group = make_group("Worry", slug="worry")
    group.slug = "worry-in-company"
    group.save()
    assert Redirect.objects.get().new_path == "/groups/worry-in-company/"
    assert client.get("/groups/worry/").headers["Location"] == "/groups/worry-in-company/"


def test_more_groups_and_more_who_lead_cost_no_more(client):
    topic = make_specialty("Grief")

    def grow(number):
        people = [make_therapist() for _number in range(number)]
        for one in range(number):
            group = make_group(None, people, [topic], slug=f"group-{number}-{one}")
        group.slug = "the-one"
        Group.objects.filter(slug="the-one").delete()
        group.save()

    assert_cost_does_not_grow(client, [LIST, "/groups/the-one/", "/specialties/grief/"], grow)
