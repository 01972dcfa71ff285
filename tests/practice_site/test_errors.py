"""Error pages help: they name the phone and crisis help, and need no database."""

import re

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.test import RequestFactory

from pages import error_page_facts, frame
from pages.models import CrisisResource, MenuItem, Practice
from practice_site import errors
from tests.factories import make_page, make_practice


@pytest.fixture(autouse=True)
def own_state(settings, tmp_path):
    settings.STATE_DIR = tmp_path


@pytest.fixture
def known(db):
    practice = Practice(pk=1, name="Larchmont Counseling", phone="(555) 010-0199")
    CrisisResource.objects.create(name="A line", text="Awake at any hour.", call="988")
    error_page_facts.remember(practice, CrisisResource.objects.all())


def handled(error):
    """What a visitor gets when a view raises ``error``."""
    from django.core.handlers.exception import convert_exception_to_response

    def view(request):
        raise error

    return convert_exception_to_response(view)(RequestFactory().get("/anything/"))


@pytest.mark.parametrize("status", errors.MESSAGES)
def test_every_error_page_names_phone_and_crisis_help(known, status, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = errors.page(status)
    assert response.status_code == status
    assert "(555) 010-0199" in response.text
    assert "tel:+15550100199" in response.text
    assert "Awake at any hour." in response.text
    assert response.text.count("<h1") == 1
    assert '<main id="main"' in response.text


@pytest.mark.parametrize("status", errors.MESSAGES)
def test_error_page_helps_before_anything_was_saved(status):
    # No database mark: reaching for it here would fail the test.
    text = errors.page(status).text
    assert "tel:988" in text
    assert "sms:988" in text


@pytest.mark.parametrize("remains", ["", "not json", "[]", '{"name": "Lar', "\x00"])
def test_broken_facts_file_still_gives_crisis_help(tmp_path, remains):
    (tmp_path / "facts.json").write_text(remains)
    assert "tel:988" in errors.page(500).text


def test_facts_are_escaped(db):
    error_page_facts.remember(Practice(pk=1, name="<script>alert(1)</script>"), [])
    assert "<script>" not in errors.page(404).text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Http404(), 404),
        (PermissionDenied(), 403),
        (RequestDataTooBig(), 413),
        (OperationalError("gone away"), 503),
        (RuntimeError("oops"), 500),
    ],
)
def test_what_goes_wrong_decides_the_page(error, status, settings):
    response = handled(error)
    assert response.status_code == status
    assert str(errors.MESSAGES[status][0]) in response.text


def test_error_page_says_nothing_of_what_went_wrong():
    assert "oops" not in handled(RuntimeError("oops")).text


def test_broken_template_falls_back_to_plain_words(monkeypatch):
    real = errors.render_to_string

    def broken(template, context):
        if template == "errors/error.html":
            raise ValueError("no such style sheet")
        return real(template, context)

    monkeypatch.setattr(errors, "render_to_string", broken)
    response = errors.page(500)
    assert response.status_code == 500
    assert "tel:988" in response.text


def test_bare_refusal_gets_a_page_and_keeps_its_headers():
    middleware = errors.HelpfulErrors(lambda request: HttpResponseNotAllowed(["GET", "HEAD"]))
    response = middleware(RequestFactory().post("/"))
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert "tel:988" in response.text


@pytest.mark.parametrize("status", [410, 429, 503])
def test_refusal_with_words_of_its_own_keeps_them(status):
    middleware = errors.HelpfulErrors(lambda request: HttpResponse("Own words", status=status))
    assert middleware(RequestFactory().get("/")).text == "Own words"


def test_success_without_words_is_left_alone():
    middleware = errors.HelpfulErrors(lambda request: HttpResponse(status=204))
    assert middleware(RequestFactory().get("/")).content == b""


def test_wait_pages_say_when_to_come_back():
    assert errors.page(429)["Retry-After"]
    assert errors.page(503)["Retry-After"]


def test_error_pages_are_not_kept():
    assert errors.page(404)["Cache-Control"] == "no-store"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/no-such-page/",
        "/blog/no-such-article/",
        "/team/nobody/",
        "/specialties/nothing/",
        "/approaches/nothing/",
        "/blog/?page=abc",
        "/blog/?page=0",
        "/blog/?page=-1",
        "/blog/?page=1.5",
        "/blog/?page=999999999999999999999999",
        "/media/../../etc/passwd",
        "/colors/000000000000.css",
        "/" + "a" * 3000 + "/",
    ],
)
def test_unknown_address_gets_a_page_that_helps(client, practice, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "tel:988" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/team/?specialty=%00", "/%00/", "/blog/?page=%00", "/get-started/?specialty=%00"],
)
def test_nul_bytes_are_a_bad_request(client, practice, address):
    response = client.get(address)
    assert response.status_code in {400, 404}
    assert "tel:988" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "?specialty=%FF%FE",
        "?room=" + "x" * 5000,
        "?&&==&",
        "?payer=99999999999999999999",
        "?" + "a=1&" * 500,
    ],
)
def test_broken_query_strings_are_no_error(client, practice, query):
    assert client.get(f"/team/{query}").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/blog/", "/team/", "/contact/", "/specialties/"])
def test_posting_to_a_page_that_is_only_read_is_refused_with_help(client, practice, address):
    response = client.post(address, {"anything": "at all"})
    assert response.status_code == 405
    assert "tel:988" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/no-such-page/", "/blog/no-such-article/"])
def test_an_address_that_leads_nowhere_has_the_head_and_the_foot_of_every_page(client, address):
    make_practice()
    MenuItem.objects.create(label="Our faces", section="team:therapist_list")
    make_page("Fees", slug="fees")
    page, found = client.get(address), client.get("/fees/")
    assert page.status_code == 404
    head = re.compile(r"<header>.*?</header>", re.DOTALL)
    assert head.search(page.text)[0] == head.search(found.text)[0].replace(
        ' aria-current="page"', ""
    )
    foot = re.compile(r"<footer.*</footer>", re.DOTALL)
    assert foot.search(page.text)[0] == foot.search(found.text)[0]


@pytest.mark.django_db
def test_without_a_database_an_address_that_leads_nowhere_has_a_page_of_its_own(monkeypatch):
    def away():
        raise OperationalError("gone away")

    monkeypatch.setattr(frame, "current", away)
    text = errors.page(404, path="/no-such-page/").text
    assert "tel:988" in text
    assert "site-nav" not in text


def test_ways_on_have_the_names_of_the_practices_own_menu(db):
    make_practice()
    MenuItem.objects.create(label="Our faces", section="team:therapist_list")
    error_page_facts.refresh()
    text = errors.page(404).text
    assert '<a href="/team/">Our faces</a>' in text
    assert '<a href="/blog/">Articles</a>' in text
