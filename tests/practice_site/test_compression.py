import gzip
import re

import brotli
import pytest
from django.contrib import admin
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from pages.models import Practice
from practice_site import errors
from practice_site.compression import SendFewBytes, best_coding
from practice_site.unsent_forms import Answer, UnsentForm
from tests.factories import make_user, open_intake

PAGE = "<p>" + "A quiet room. " * 100


def answer(response, encoding="gzip, deflate, br"):
    request = RequestFactory().get("/", headers={"accept-encoding": encoding})
    return SendFewBytes(lambda request: response)(request)


def test_public_page_is_sent_in_brotli():
    response = answer(HttpResponse(PAGE))
    assert response["Content-Encoding"] == "br"
    assert brotli.decompress(response.content).decode() == PAGE
    assert response["Content-Length"] == str(len(response.content))


def test_older_browsers_get_gzip():
    response = answer(HttpResponse(PAGE), "gzip")
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode() == PAGE


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", ""),
        ("identity", ""),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.000", ""),
        ("gzip;q=0.5, br;q=1.0", "br"),
        ("BR", "br"),
        (";;;,,q=", ""),
    ],
)
def test_browser_decides_which_coding(header, coding):
    assert best_coding(header) == coding


def test_every_public_page_varies_by_coding():
    assert "Accept-Encoding" in answer(HttpResponse(PAGE), "")["Vary"]


def test_page_that_must_not_be_stored_is_left_alone():
    response = answer(HttpResponse(PAGE, headers={"Cache-Control": "private, no-store"}))
    assert not response.has_header("Content-Encoding")


def test_page_with_a_cookie_is_left_alone():
    response = HttpResponse(PAGE)
    response.set_cookie("sessionid", "secret")
    assert not answer(response).has_header("Content-Encoding")


def test_pictures_are_left_alone():
    response = answer(HttpResponse(b"x" * 1000, content_type="image/avif"))
    assert not response.has_header("Content-Encoding")


@pytest.mark.django_db
def again(client, address, tag, coding="br", method="get"):
    headers = {"accept-encoding": coding, "if-none-match": tag}
    return getattr(client, method)(address, headers=headers)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "head"])
def test_whoever_has_a_page_is_told_so_until_it_is_another(client, practice, method):
    first = asked(client, "/contact/")
    assert first["Cache-Control"] == "no-cache"
    second = again(client, "/contact/", first["ETag"], method=method)
    assert (second.status_code, second.content) == (304, b"")
    assert second["ETag"] == first["ETag"]
    assert second["Vary"] == "Accept-Encoding"
    Practice.objects.update(name="Quiet Rooms")
    third = again(client, "/contact/", first["ETag"], method=method)
    assert third.status_code == 200
    assert third["ETag"] != first["ETag"]


@pytest.mark.django_db
def test_each_coding_has_a_tag_of_its_own(client, practice):
    tags = {
        client.get("/contact/", headers={"accept-encoding": coding})["ETag"]
        for coding in ("", "gzip", "br")
    }
    assert len(tags) == 3
    assert not any(tag.startswith("W/") for tag in tags)
    other = asked(client, "/contact/")["ETag"]
    assert again(client, "/contact/", other, coding="gzip").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/get-started/", "/nothing-here/", "/admin/login/", "/r/", "/readyz"]
)
def test_what_is_for_one_person_or_one_moment_has_no_tag(client, practice, address):
    open_intake()
    response = asked(client, address)
    assert not response.has_header("ETag")
    assert again(client, address, "*").status_code == response.status_code != 304


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["manager", "coordinator"])
def test_no_page_of_the_desk_is_tagged_or_compressed(client, practice, role):
    client.force_login(make_user(role))
    models = [model._meta for model in admin.site._registry]
    lists = [reverse(f"admin:{m.app_label}_{m.model_name}_changelist") for m in models]
    for address in ["/admin/", "/admin/room/", *lists, *(f"{one}add/" for one in lists)]:
        response = asked(client, address)
        if response.status_code == 200:
            assert not response.has_header("ETag"), address
            assert not response.has_header("Content-Encoding"), address


def asked(client, address, **data):
    ask = client.post if data else client.get
    return ask(address, data or None, headers={"accept-encoding": "br"})


@pytest.mark.django_db
def test_the_form_is_compressed_since_its_token_is_new_each_time(client, practice):
    """And nothing of the address that is not in our own lists stands in it."""
    open_intake()
    address = "/get-started/?therapist=guessed-words&specialty=guessed-words&from=guessed-words"
    pages = [brotli.decompress(asked(client, address).content).decode() for _time in range(2)]
    tokens = [re.search(r'name="token" value="([^"]+)"', page)[1] for page in pages]
    assert tokens[0] != tokens[1]
    assert "guessed-words" not in pages[0]


@pytest.mark.django_db
def test_a_form_shown_again_with_what_was_typed_is_not_compressed(client, practice):
    open_intake()
    response = asked(client, "/get-started/", message="Words of mine, to be shown again.")
    assert "Words of mine" in response.content.decode()
    assert not response.has_header("Content-Encoding")


@pytest.mark.django_db
def test_a_page_that_says_no_is_compressed_unless_it_holds_what_was_typed(client):
    response = asked(client, "/nothing-here/")
    assert response.status_code == 404
    assert response["Content-Encoding"] == "br"
    assert response["Cache-Control"] == "no-store"
    assert errors.page(503).may_be_compressed
    unsent = UnsentForm("/get-started/", [Answer("message", "Words")], had_files=False)
    assert not errors.page(503, unsent).may_be_compressed


def test_home_is_compressed(client, practice):
    response = client.get("/", headers={"accept-encoding": "br"})
    assert response["Content-Encoding"] == "br"
