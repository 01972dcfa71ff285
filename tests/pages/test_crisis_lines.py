"""Crisis help is that of the practice's country, whichever page says it, and known again by whoever reads it."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from pages import crisis_lines, error_page_facts
from pages.countries import COUNTRIES, country_of
from pages.models import CrisisResource
from practice_site import errors
from tests.factories import make_practice, make_user

pytestmark = pytest.mark.django_db
EMERGENCY = "call the emergency number of the place where you are"


def enter(name, **fields):
    return CrisisResource.objects.create(name=name, text=f"{name} answers.", **fields)


def at_the_desk(client):
    client.force_login(make_user("manager"))
    return client.get("/admin/").text


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ({"call": "988", "text_to": "988"}, "Call or text 988"),
        ({"call": "988"}, "Call 988"),
        ({"text_to": "741741", "text_word": "HOME"}, "Text HOME to 741741"),
        ({"text_to": "838255"}, "Text 838255"),
        ({"call": "988", "text_to": "838255"}, "Call 988\u00a0· Text 838255"),
        (
            {"call": "555-0100", "text_to": "555-0100", "text_word": "GO"},
            "Call 555-0100\u00a0· Text GO to 555-0100",
        ),
        ({"chat_url": "https://chat.example/"}, "A line"),
        ({}, "A line"),
    ],
)
def test_the_line_at_the_top_says_how_the_first_help_is_reached(client, ways, said):
    make_practice()
    CrisisResource.objects.all().delete()
    enter("A line", **ways)
    text = client.get("/contact/").text
    top = text[text.index("<header") : text.index('class="site-head')]
    assert f"<b>{said}</b>" in top


@pytest.mark.parametrize("country", [code for code, _name in COUNTRIES])
def test_no_page_names_help_of_another_country(client, country, settings, tmp_path):
    settings.STATE_DIR = tmp_path
    practice = make_practice(country=country)
    CrisisResource.objects.all().delete()
    for code, _name in COUNTRIES:
        enter(f"Line of {code}", country=code, call="5550100")
    error_page_facts.refresh()
    others = [f"Line of {code}" for code, _name in COUNTRIES if code != country]
    seen = [client.get(address).text for address in ("/", "/contact/", "/get-started/", "/r/")]
    seen += [errors.page(status).text for status in (404, 500, 503)]
    for text in seen:
        assert f"Line of {practice.country}" in text
        assert "988" not in text
        assert not [other for other in others if other in text]


@pytest.mark.parametrize(
    ("country", "words"), [("US", "988"), ("CA", EMERGENCY), ("ZZ", EMERGENCY)]
)
def test_a_country_without_entries_gets_what_is_true_there(
    client, country, words, settings, tmp_path
):
    settings.STATE_DIR = tmp_path
    make_practice(country=country)
    CrisisResource.objects.all().delete()
    enter("Line of NZ", country="NZ", call="1737")
    error_page_facts.refresh()
    for text in (client.get("/contact/").text, errors.page(503).text):
        assert words in text
        assert ("988" in text) == (country == "US")
        assert "1737" not in text


@pytest.mark.parametrize(
    ("zone", "is_us"),
    [("America/Chicago", True), ("Europe/Dublin", False), ("UTC", True), ("GB", False)],
)
@pytest.mark.parametrize("remains", [None, "", "[]", '{"crisis_help": 7}', '{"country": ["US"]}'])
def test_error_pages_that_remember_nothing_go_by_the_time_zone(
    zone, is_us, remains, settings, tmp_path
):
    settings.STATE_DIR, settings.TIME_ZONE = tmp_path, zone
    if remains is not None:
        error_page_facts.path().write_text(remains)
    text = errors.page(500).text
    assert ("988" in text) == is_us
    assert (EMERGENCY in text) == (not is_us)
    assert (country_of(zone) == "US") == is_us


def test_error_pages_read_what_an_older_version_wrote(settings, tmp_path):
    settings.STATE_DIR = tmp_path
    old = {"name": "River", "text": "Awake.", "call": "555", "text_to": "", "chat_url": ""}
    error_page_facts.path().write_text(json.dumps({"crisis_help": [old]}))
    assert "River" in errors.page(404).text


def test_help_for_somebody_in_particular_is_folded_behind_its_kinds():
    make_practice()
    CrisisResource.objects.all().delete()
    enter("All", call="1")
    enter("Home", kind="home", call="2")
    enter("Línea", language="es", call="3")
    found = crisis_lines.lines("US", CrisisResource.objects.all())
    assert [line.name for line in found.first] == ["All"]
    assert found.kinds == 'Violence at home\u00a0· <span lang="es">Español</span>'


def test_a_page_in_another_language_folds_no_help_for_any_crisis_and_names_what_it_folds():
    make_practice()
    CrisisResource.objects.all().delete()
    enter("911", call="911")
    enter("Chat", chat_url="https://chat.example/")
    enter("Home", kind="home", call="2")
    enter("Hogar", kind="home", language="es", call="2")
    enter("Young", kind="young", call="3")
    enter("Veterans", kind="veterans", call="4")
    enter("Línea", language="es", call="988")
    enter("Ligne", language="fr", call="5")
    with override("es"):
        found = crisis_lines.lines("US", CrisisResource.objects.all())
        assert [line.name for line in found.first] == ["Línea", "911", "Chat"]
        said = [
            "Violencia en el hogar",
            "Jóvenes",
            "Veteranos (en inglés)",
            '<span lang="fr">Français</span>',
        ]
        assert found.kinds == "\u00a0· ".join(said)
        assert found.first[2].in_brief == '<span lang="en">Chat</span>'


def test_words_in_another_language_say_so(client):
    make_practice()
    enter("Línea", language="es", call="3")
    assert '<p lang="es"><strong>Línea.</strong>' in client.get("/contact/").text


@pytest.mark.parametrize(
    ("days", "is_named"), [(None, True), (366, True), (365, False), (0, False)]
)
def test_staff_hear_of_a_line_that_nobody_looked_at_for_a_year(client, days, is_named):
    make_practice()
    CrisisResource.objects.all().delete()
    day = None if days is None else timezone.localdate() - timedelta(days=days)
    enter("River line", checked_on=day)
    enter("Elsewhere", country="NZ")
    text = at_the_desk(client)
    assert ("1 crisis line was not looked at for a year" in text) == is_named


def test_staff_hear_that_their_country_has_no_line(client):
    make_practice(country="IE")
    CrisisResource.objects.all().delete()
    enter("River line", country="US", checked_on=timezone.localdate())
    assert "No crisis help is entered for the country" in at_the_desk(client)


def test_the_last_help_of_the_country_cannot_be_given_to_another(client):
    make_practice()
    CrisisResource.objects.all().delete()
    enter("Elsewhere", country="NZ")
    row = enter("River line")
    assert row.is_last_shown
    row.country = "NZ"
    with pytest.raises(ValidationError, match="At least one kind of crisis help"):
        row.clean()
