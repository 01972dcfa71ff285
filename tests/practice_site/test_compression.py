import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from practice_site.compression import CompressPublicPages, accepted

PAGE = "<p>" + "A quiet room. " * 100


def answer(response, encoding="gzip, deflate, br"):
    request = RequestFactory().get("/", headers={"accept-encoding": encoding})
    return CompressPublicPages(lambda request: response)(request)


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
    assert accepted(RequestFactory().get("/", headers={"accept-encoding": header})) == coding


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
def test_form_with_its_token_is_not_compressed(client, practice):
    response = client.get("/get-started/", headers={"accept-encoding": "br"})
    assert not response.has_header("Content-Encoding")


@pytest.mark.django_db
def test_home_is_compressed(client, practice):
    response = client.get("/", headers={"accept-encoding": "br"})
    assert response["Content-Encoding"] == "br"
