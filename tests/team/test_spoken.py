"""Who looks for a word of their own language finds one sentence, marked as what it is."""

import re

import pytest

from team.models import Language
from team.spoken import in_own_words, shipped
from tests.factories import make_therapist

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
SPANISH = "Podemos hablar en español."


@pytest.fixture
def mateo():
    person = make_therapist("Mateo", slug="mateo", availability="accepting")
    make_therapist("Hana")
    person.languages.set(Language.objects.create(name=name) for name in ("English", "Spanish"))
    return person


def test_a_profile_leads_to_the_form_in_words_of_the_language(client, mateo):
    page = client.get("/team/mateo/").text
    spanish = mateo.languages.get(name="Spanish").pk
    link = f"/get-started/?therapist=mateo&amp;language={spanish}"
    assert f'<p lang="es" dir="auto"><a href="{link}">{SPANISH}</a></p>' in page
    # The page is in English as it is.
    assert 'lang="en" dir' not in page


def test_the_filter_and_the_form_say_it_too(client, mateo):
    page = client.get("/team/").text
    address = re.search(rf'<li lang="es" dir="auto"><a href="([^"]+)">{SPANISH}', page)[1]
    found = client.get(address).text
    assert "/team/mateo/" in found
    assert "/team/hana" not in found


def test_a_practice_has_its_own_sentence(client, mateo):
    Language.objects.filter(name="Spanish").update(sentence="Te escuchamos en español.")
    for address in ("/team/", "/team/mateo/"):
        page = client.get(address).text
        assert "Te escuchamos en español." in page
        assert SPANISH not in page


def test_a_language_of_its_own_name_and_code_is_said_and_marked(client, mateo):
    own = Language.objects.create(name="Basque", code="eu", sentence="Euskaraz hitz egin dezakegu.")
    mateo.languages.add(own)
    assert '<p lang="eu" dir="auto">' in client.get("/team/mateo/").text


@pytest.mark.parametrize("name", ["Klingon", "", "American Sign Language", "spanish'\"><"])
def test_what_we_have_no_words_for_is_left_out(name):
    assert in_own_words([Language(pk=1, name=name)]) == []


@pytest.mark.parametrize("name", ["Spanish", "spanish ", "SPANISH"])
def test_a_language_is_known_however_it_is_written(name):
    assert in_own_words([Language(pk=1, name=name)])[0].sentence == SPANISH


def test_every_shipped_sentence_has_a_code_that_browsers_know():
    for name, one in shipped().items():
        assert re.fullmatch(r"[a-z]{2}(-[A-Z][a-z]+)?", one["code"]), name
        assert one["sentence"] == one["sentence"].strip()
        assert name == name.lower()
