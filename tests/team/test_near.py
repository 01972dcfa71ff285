"""Where nobody fits everything the page says what to leave out, and who would fit then."""

import html
import re

import pytest
from django.http import QueryDict

from team import kept_people
from team.answer import Answer
from team.filters import TeamFilter
from team.models import Language, Payer, Supervision
from tests.factories import make_specialty, make_therapist

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


@pytest.fixture
def choices():
    """Trauma, Spanish and an insurer: nobody has all three, several have two."""
    topic, other = make_specialty("Trauma"), make_specialty("Sleep")
    spanish = Language.objects.create(name="Spanish")
    payer = Payer.objects.create(name="Cascade Mutual")

    def person(name, topics, languages=(), payers=(), fee=None, **fields):
        row = make_therapist(name, **fields)
        for order, one in enumerate(topics):
            row.therapistspecialty_set.create(specialty=one, order=order)
        row.languages.set(languages)
        for one in payers:
            row.payer_participations.create(payer=one, as_of="2026-01-01")
        if fee:
            row.fees.create(service="First meeting", amount=fee)
        return row

    person("Mateo", [topic], [spanish], fee=165, availability="accepting")
    person("Marisol", [topic], [spanish], fee=210, availability="waitlist")
    person("Hana", [topic], [], [payer], fee=185, availability="waitlist")
    person("Priya", [other], [], [payer], availability="accepting")
    return f"specialty=trauma&language={spanish.pk}&payer={payer.pk}"


def answer_to(query):
    chosen = TeamFilter(QueryDict(query), kept_people.directory())
    return Answer(chosen, chosen.results())


def test_what_to_leave_out_is_said_with_names_numbers_and_the_price_instead(choices):
    assert [(near.words, near.number, near.price) for near in answer_to(choices).nearest] == [
        (
            "Without Cascade Mutual: Mateo; Marisol",
            "2 people, 1 accepting new clients",
            "out of pocket with a receipt, from $165",
        ),
        ("Without Spanish: Hana", "1 person, none of them accepting new clients now", ""),
        # A pair, because it brings somebody whom no single choice brings.
        ("Without trauma and Spanish: Priya; Hana", "2 people, 1 accepting new clients", ""),
    ]


def test_whoever_has_room_is_named_first(choices):
    lines = answer_to(choices + "&room=1").nearest
    assert lines[0].words == "Without Cascade Mutual: Mateo"
    assert len(lines) == 3


def test_a_near_fit_says_what_does_not_fit(choices):
    said = {person.row.name: person.but for person in answer_to(choices + "&room=1").near_people}
    assert said["Mateo"] == (
        "Fits all but Cascade Mutual. Out of pocket with a receipt, from $165."
    )
    assert all(said.values())


def test_each_line_leads_to_whom_it_names(client, choices):
    page = html.unescape(client.get(f"/team/?{choices}").text)
    near = re.search(r'(?s)<ul class="near">.*?</ul>', page)[0]
    links = re.findall(r'href="([^"]+)#found">([^<]+)<', near)
    assert len(links) == 3
    for address, words in links:
        found = answer_to(address.partition("?")[2])
        for name in words.partition(": ")[2].split("; "):
            assert name in [row.public_name for row in found.people]


def test_a_trainee_is_named_with_the_supervisor(choices):
    mateo = kept_people.without_texts("mateo")
    boss = kept_people.without_texts("priya")
    Supervision.objects.create(supervisee=mateo, supervisor=boss, from_day="2020-01-01")
    assert "supervised by Priya" in answer_to(choices).nearest[0].words


def test_the_choices_go_along_to_the_form_without_the_wish_for_room(client, choices):
    page = html.unescape(client.get(f"/team/?{choices}&room=1").text)
    link = re.search(r'href="(/get-started/[^"]*)">Write to us with these choices', page)[1]
    asked = QueryDict(link.partition("?")[2])
    assert set(asked) == {"specialty", "payer", "language"}
    assert asked["specialty"] == "trauma"
    assert client.get(link).status_code == 200


def test_each_choice_is_removed_by_a_link_that_says_so(client, choices):
    page = html.unescape(client.get(f"/team/?{choices}&room=1").text)
    chips = re.search(r'(?s)<ul class="chips".*?</ul>', page)[0]
    removed = re.findall(r'href="/team/\?([^"#]+)#found" aria-label="([^"]+)">', chips)
    assert [words for _query, words in removed] == [
        "Remove: Trauma",
        "Remove: Cascade Mutual",
        "Remove: Spanish",
        "Remove: Accepting new clients",
    ]
    for query, _words in removed:
        assert len(answer_to(query).choices) == 3


def test_the_title_says_how_many_and_for_what(client, choices):
    titled = r"<title>([^<]+)</title>"
    language = re.search(r"language=\d+", choices)[0]
    page = client.get(f"/team/?specialty=trauma&{language}").text
    assert re.search(titled, page)[1].startswith("2 people: trauma, Spanish · Team · ")
    nobody = client.get(f"/team/?{choices}").text
    assert re.search(titled, nobody)[1].startswith("Nobody yet: trauma, Cascade Mutual, Spanish · ")


@pytest.mark.parametrize("query", ["", "room=1", "specialty=trauma"])
def test_nothing_is_to_be_left_out_where_somebody_fits(choices, query):
    assert answer_to(query).nearest == []
