"""What somebody has asked not to be shown is shown by no outlet, and the desk still has it."""

import re
from pathlib import Path

import pytest

from editing.models import Redirect
from pictures.models import Image
from search.models import Document
from team import kept_people
from tests.sitemap import sections
from tests.team.held_back import REGISTER, everything, hold_back
from tests.team.outlets import OUTLETS

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]


def test_every_outlet_shows_what_nobody_asked_to_hold_back(client, june):
    found = everything(client, june)
    for outlet in OUTLETS.keys() & found.keys():
        assert "June Aldecott" in found[outlet], outlet
    assert "Tuesdays at four" in found["profile"]
    assert "K-77" in found["profile"]
    assert REGISTER in found["profile"]


def test_the_last_name_and_what_leads_to_it_is_in_no_outlet(client, june):
    hold_back(june, first_name_only="June")
    found = everything(client, june)
    assert june.slug == "june"
    for outlet, text in found.items():
        assert not re.search("aldecott|vo(ß|ss)", text, re.IGNORECASE), outlet
        assert "K-77" not in text, outlet
        assert REGISTER not in text, outlet
    for outlet in OUTLETS.keys() & found.keys():
        assert "June" in found[outlet], outlet


def test_a_hidden_last_name_is_found_by_no_search_and_offered_for_no_slip(client, june):
    assert "/team/june-aldecott-voss/" in client.get("/search/?q=aldecott").text
    hold_back(june, first_name_only="June")
    for query in ("aldecott", "june aldecott", "aldecot", "aldekott", "voss", "K-77"):
        page = client.get("/search/", {"q": query}).text
        results = page.replace(f'value="{query}"', "")
        assert "/blog/on-sleep/" not in results or "june" in query, query
        assert "aldecott" not in results.casefold().replace(query, ""), query


def test_an_address_with_the_hidden_name_leads_nowhere(client, june):
    Redirect.objects.leave("/people/aldecott/", june.get_absolute_url())
    Redirect.objects.leave("/people/7/", june.get_absolute_url())
    hold_back(june, first_name_only="June")
    assert client.get("/team/june-aldecott-voss/").status_code == 404
    assert client.get("/people/aldecott/").status_code == 404
    assert client.get("/people/7/")["Location"] == "/team/june/"
    hold_back(june, slug="dr-aldecott")
    assert june.get_absolute_url() == "/team/june/"


def test_a_photo_that_is_held_back_is_in_no_outlet(client, june):
    names = {name.rpartition("/")[2] for name in Image.objects.get(pk=june.photo_id).names()}
    assert any(name in everything(client, june)["profile"] for name in names)
    hold_back(june, is_without_photo=True)
    for outlet, text in everything(client, june).items():
        assert not [name for name in names if name in text], outlet
        assert "at her desk" not in text, outlet


def test_place_and_hours_that_are_held_back_are_in_no_outlet(client, june):
    hold_back(june, is_without_place=True)
    for outlet, text in everything(client, june).items():
        assert "Tuesdays" not in text, outlet
        if "Get Started" not in outlet:  # where whoever writes says when they could come
            assert "Evenings" not in text, outlet
    assert "we tell you where and when" in client.get(june.get_absolute_url()).text
    assert kept_people.directory().values[june.pk]["time"] == {}
    assert "evening" not in Document.objects.get(kind="person", object_id=june.pk).names_terms


def test_somebody_kept_from_search_engines_has_no_entry_no_card_and_no_data(client, june):
    address = june.get_absolute_url()
    hold_back(june, is_out_of_search=True)
    page = client.get(address).text
    assert '<meta name="robots" content="noindex">' in page
    assert "og:" not in page
    assert "ld+json" not in page
    assert address not in "".join(sections(client).values())
    article = client.get("/blog/on-sleep/").text
    data = re.search(r'ld\+json">(.*?)</script>', article)[1]
    assert "June Aldecott" in article
    assert "/team/june" not in data
    assert '"jobTitle":"Licensed psychologist"' not in data.replace(": ", ":")
    found = client.get("/search/?q=june").text
    assert address in found


def test_the_picture_of_a_shared_profile_is_not_given_out_any_more(client, june):
    path = re.search(
        r'og:image" content="https?://[^/]+([^"]+)"', client.get(june.get_absolute_url()).text
    )[1]
    hold_back(june, is_out_of_search=True)
    assert client.get(path).status_code == 404


def test_no_template_for_visitors_asks_past_what_is_held_back():
    past = re.compile(
        r"(therapist|row|thing|asked)\.(name|photo)\b|\.(name_with_credentials|availability_note|display_name)\b"
        r"|(?<!shown_)times_in_words|\.reviewed_by_name|article\.posted_by"
    )
    found = {
        str(path.relative_to(ROOT / "templates"))
        for path in (ROOT / "templates").rglob("*.*")
        # ``asked`` is a text that somebody was asked for in templates/blog/asking.
        if not {"admin", "asking"} & {*path.parts} and past.search(path.read_text())
    }
    assert found == {"team/license_ends.txt"}  # to colleagues
