"""What goes wrong below the addresses of another language is said in it, and nothing that was written is lost."""

import pytest
from django.db import OperationalError

from intake import tokens
from intake.models import Inquiry
from pages import error_page_facts
from pages.models import Practice
from practice_site import errors
from practice_site.front_door import answers as front_door
from tests.factories import make_practice, open_intake
from tests.intake.persons import answers
from tests.intake.spanish.catalog import ROOT, in_english, is_known, of_template

pytestmark = pytest.mark.django_db
FORM, NOWHERE = "/es/get-started/", "/es/nowhere-at-all/"
IN_SPANISH, IN_ENGLISH = '<html lang="es">', '<html lang="en">'


@pytest.fixture(autouse=True)
def practice(settings, tmp_path):
    settings.STATE_DIR = tmp_path
    open_intake()
    make_practice(answers_in_spanish=True)
    error_page_facts.refresh()


@pytest.fixture
def broken(client, monkeypatch):
    """A site that cannot take what is sent."""
    client.raise_request_exception = False

    def away(*args, **kwargs):
        raise OperationalError("gone away")

    monkeypatch.setattr("intake.views.receive", away)
    return client


@pytest.mark.parametrize("status", errors.MESSAGES)
def test_each_says_all_of_it_in_the_language_of_the_address(status):
    page = errors.page(status, path=NOWHERE).text
    assert IN_SPANISH in page
    assert in_english(page) == []
    assert str(errors.MESSAGES[status][0]) not in page
    assert IN_ENGLISH in errors.page(status, path="/nowhere-at-all/").text


@pytest.mark.parametrize("template", ["error", "_unsent_form"])
def test_all_that_these_templates_may_say_is_in_the_catalog(template):
    said = of_template(ROOT / f"templates/errors/{template}.html")
    assert said
    assert {one for one in said if not is_known(one)} == set()


def test_the_page_of_last_resort_is_in_it_as_well(monkeypatch):
    real = errors.render_to_string

    def without_style(template, context):
        if template == "errors/error.html":
            raise ValueError("no such style sheet")
        return real(template, context)

    monkeypatch.setattr(errors, "render_to_string", without_style)
    page = errors.page(500, path=NOWHERE).text
    assert IN_SPANISH in page
    assert in_english(page) == []


def test_an_address_that_leads_nowhere_leads_to_the_form_in_it(client):
    page = client.get(NOWHERE)
    assert page.status_code == 404
    assert IN_SPANISH in page.text
    assert in_english(page.text) == []
    assert f'<a href="{FORM}">Escríbanos</a>' in page.text


def test_what_was_written_stands_there_to_be_sent_again_to_the_same_page(broken, monkeypatch):
    sent = answers(token=tokens.issue(), message="Duermo mal & sueño <mucho>.")
    page = broken.post(FORM, sent)
    assert page.status_code == 503
    assert IN_SPANISH in page.text
    assert in_english(page.text) == []
    assert f'method="post" action="{FORM}"' in page.text
    assert "Duermo mal &amp; sueño &lt;mucho&gt;." in page.text
    assert "Mandarlo de nuevo" in page.text
    monkeypatch.undo()
    broken.post(FORM, sent)
    assert Inquiry.objects.count() == 1


def test_where_nobody_answers_in_it_they_are_in_our_own(client):
    Practice.objects.update(answers_in_spanish=False)
    error_page_facts.refresh()
    assert IN_ENGLISH in client.get(NOWHERE).text


@pytest.mark.parametrize("remains", ["", "[]", '{"answers_in_spanish": "yes"}', "\x00"])
def test_a_broken_file_of_facts_gives_pages_in_our_own(remains):
    error_page_facts.path().write_text(remains)
    page = errors.page(500, path=NOWHERE).text
    assert IN_ENGLISH in page
    assert "tel:988" in page


@pytest.mark.parametrize(
    ("path", "language"),
    [(FORM, "es"), ("/es", "es"), ("/get-started/", "en"), ("/español/", "en")],
)
def test_the_front_door_refuses_in_the_language_of_the_address(path, language):
    _status, _headers, content = front_door.refusal(413, path)
    assert f'<html lang="{language}">'.encode() in content
