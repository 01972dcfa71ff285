"""Static files at the door go out as Django would send them."""

import pytest
from django.test import Client, override_settings

from practice_site.front_door.static_files import StaticFiles, headers_added

ADDRESS = "/static/plain.css"
ENCRYPTED = {"SECURE_SSL_REDIRECT": True, "SECURE_HSTS_SECONDS": 60, "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")}  # fmt: skip


@pytest.fixture(autouse=True)
def files(tmp_path, settings):
    (tmp_path / "plain.css").write_text("body {}")
    settings.STATIC_ROOT = tmp_path
    headers_added.cache_clear()
    yield
    headers_added.cache_clear()


def environ(path=ADDRESS, method="GET", **more):
    return {"REQUEST_METHOD": method, "PATH_INFO": path, **more}


@pytest.mark.parametrize("method", ["get", "head", "post"])
@pytest.mark.parametrize("encrypted", [False, True])
@pytest.mark.parametrize(
    "more", [{}, {"HTTP_RANGE": "bytes=2-4"}, {"HTTP_ACCEPT_ENCODING": "gzip"}]
)
def test_an_answer_is_what_django_answers(method, encrypted, more):
    more = more | ({"HTTP_X_FORWARDED_PROTO": "https"} if encrypted else {})
    with override_settings(**ENCRYPTED if encrypted else {}):
        status, headers, content = StaticFiles().answer(environ(method=method.upper(), **more))
        django = getattr(Client(), method)(ADDRESS, **more)
    body = b"".join(django.streaming_content) if django.streaming else django.content
    assert (status, content) == (django.status_code, body)
    assert dict(headers) == {name.lower(): value for name, value in django.items()}


@pytest.mark.parametrize("scheme", [{}, {"HTTP_X_FORWARDED_PROTO": "http"}])
@override_settings(**ENCRYPTED)
def test_whoever_comes_without_encryption_is_sent_on_by_django(scheme):
    assert StaticFiles().answer(environ(**scheme)) is None
    assert Client().get(ADDRESS, **scheme).status_code == 301


@pytest.mark.parametrize(
    "path", ["/", "/static/", "/static/nothing.css", "/static/../plain.css", "//static/plain.css"]
)
def test_what_is_no_collected_file_is_djangos(path):
    assert StaticFiles().answer(environ(path)) is None


@override_settings(WHITENOISE_AUTOREFRESH=True)
def test_a_developers_files_are_djangos():
    assert StaticFiles().answer(environ()) is None
