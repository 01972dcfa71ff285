"""An article ends with whoever wrote it, as somebody to ask for; without room the general way stands first."""

import html
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from team.models import PracticeAuthority, Supervision
from tests.factories import make_published_article, make_therapist

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def end_of(client, article):
    page = html.unescape(client.get(article.get_absolute_url()).text)
    return re.search(r'(?s)<aside class="cta".*?</aside>', page)[0]


def links_in(end):
    return re.findall(r'<a class="[^"]*" href="([^"]+)">([^<]+)</a>', end)


def test_an_author_with_room_is_asked_for_first(client):
    june = make_therapist("June Aldecott", slug="june", availability="accepting")
    june.fees.create(service="First meeting", amount=60)
    end = end_of(client, make_published_article("On sleep", [june]))
    assert links_in(end)[:2] == [
        ("/get-started/?therapist=june&from=on-sleep", "Ask to meet June Aldecott"),
        ("/get-started/?from=on-sleep", "Get started"),
    ]
    assert "Accepting new clients" in end
    assert "From $60: out of pocket, with a receipt" in end


def test_two_authors_have_a_row_each(client):
    june = make_therapist("June", slug="june", availability="accepting")
    theo = make_therapist("Theo", slug="theo", availability="closed")
    end = end_of(client, make_published_article("On sleep", [theo, june]))
    assert end.count('class="meet"') == 2
    assert end.index("/team/theo/") < end.index("/team/june/")
    assert [words for _address, words in links_in(end)] == [
        "Ask to meet June",
        "Get started",
        "Team",
    ]


@pytest.mark.parametrize(
    ("days_ago", "button"), [(28, "Ask to meet June"), (29, "Ask whether June has room"), (57, "")]
)
def test_the_way_to_somebody_fades_with_their_word(client, days_ago, button):
    day = timezone.localdate() - timedelta(days=days_ago)
    june = make_therapist("June", slug="june", availability_confirmed_on=day)
    [first, *_others] = links_in(end_of(client, make_published_article("On sleep", [june])))
    if button:
        assert first == ("/get-started/?therapist=june&from=on-sleep", button)
    else:
        assert first == ("/get-started/?from=on-sleep", "Get started")


@pytest.mark.parametrize("availability", ["waitlist", "closed"])
def test_without_room_the_general_way_stands_first(client, availability):
    theo = make_therapist("Theo", slug="theo", availability=availability)
    end = end_of(client, make_published_article("On sleep", [theo]))
    assert links_in(end)[0] == ("/get-started/?from=on-sleep", "Get started")
    assert "/team/theo/" in end
    assert "therapist=" not in end


def a_trainee_without_a_supervisor():
    person = make_therapist("June", availability="accepting")
    PracticeAuthority.objects.create(therapist=person, state="OR", kind="supervised")
    return person


@pytest.mark.parametrize(
    "author",
    [
        lambda: "A Guest",
        lambda: make_therapist("Gone", left_on=timezone.localdate(), availability="accepting"),
        lambda: make_therapist("Hidden", is_listed=False, availability="accepting"),
        a_trainee_without_a_supervisor,
    ],
)
def test_nobody_is_to_be_met_who_cannot_be(client, author):
    end = end_of(client, make_published_article("On sleep", [author()]))
    assert "meet" not in re.findall(r'class="([^"]+)"', end)
    assert "therapist=" not in end
    assert links_in(end)[0] == ("/get-started/?from=on-sleep", "Get started")


def test_a_trainee_is_named_with_the_supervisor(client):
    june = make_therapist("June", title="Doctoral Intern", availability="accepting")
    boss = make_therapist("Marisol Tennant")
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day="2020-01-01")
    end = end_of(client, make_published_article("On sleep", [june]))
    assert "Doctoral Intern, supervised by Marisol Tennant" in end


def test_room_that_goes_is_gone_from_the_next_page(client):
    june = make_therapist("June", slug="june", availability="accepting")
    article = make_published_article("On sleep", [june])
    assert "therapist=june" in end_of(client, article)
    june.availability = "closed"
    june.save()
    assert "therapist=june" not in end_of(client, article)
